import { createServer } from "node:http";
import { verifySignatureWithJwks } from "@saleor/app-sdk/auth";
import { jwks, keep, saleorApiUrl } from "../store.mjs";

/** app-sdk's signature check with nothing around it: how fast Node itself could be, for information. */
async function receive(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (request.headers["saleor-api-url"] !== saleorApiUrl) return 404;
  try {
    await verifySignatureWithJwks(jwks, request.headers["saleor-signature"], body.toString());
  } catch {
    return 401;
  }
  await keep(request.headers["saleor-event"], body);
  return 200;
}

createServer(async (request, response) => {
  // A database out of reach is the one thing left to fail here; Saleor tries again after a 503.
  response.statusCode = await receive(request).catch(() => 503);
  response.end();
}).listen(Number(process.argv[2]), "127.0.0.1");
