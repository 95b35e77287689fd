import { readFileSync } from "node:fs";
import { verifySignatureWithJwks } from "@saleor/app-sdk/auth";

// Prints the µs of one check: the best of five passes over the given deliveries, after one pass to warm up.
const { jwks, deliveries } = JSON.parse(readFileSync(0, "utf8"));

async function pass() {
  const began = process.hrtime.bigint();
  for (const { signature, body } of deliveries) await verifySignatureWithJwks(jwks, signature, body);
  return Number(process.hrtime.bigint() - began) / 1000 / deliveries.length;
}

await pass();
const passes = [];
for (let n = 0; n < 5; n += 1) passes.push(await pass());
console.log(Math.min(...passes));
