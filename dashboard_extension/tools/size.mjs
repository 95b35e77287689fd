// What a browser loads to show the order card, gzipped; fails above the budget. Run after `npm run build`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 60_000; // ARCHITECTURE.md: a third of what a page of an official app loads
const built = join(import.meta.dirname, "../../saleor_support_plugin/built/dashboard_extension");
const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));

function filesOf(entry, seen = new Set()) {
  const chunk = manifest[entry];
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const sizes = [...filesOf("order.html")].map((file) => [
  file,
  gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
]);
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
for (const [file, bytes] of sizes) console.log(`${String(bytes).padStart(7)} B  ${file}`);
console.log(`${String(total).padStart(7)} B  of ${BUDGET_BYTES} for the order card, gzip`);
process.exitCode = total > BUDGET_BYTES ? 1 : 0;
