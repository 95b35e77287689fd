// What a browser loads before a page of ours shows itself, gzipped; fails above a budget. Run after `npm run build`.
// Fonts are not counted: the text is there before them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGETS = {
  "order.html": 60_000, // ARCHITECTURE.md: a third of what a page of an official app loads
  "popup.html": 75_000, // opened by a press, and whole from its first look on
  "customer.html": 70_000,
  "home.html": 62_000,
  "product.html": 60_000,
  "app.html": 260_000, // macaw-ui alone is 165 kB of it
};
const built = join(import.meta.dirname, "../../saleor_support_plugin/built/dashboard_extension");
const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));

function filesOf(entry, seen = new Set()) {
  const chunk = manifest[entry];
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

function sizeOf(file) {
  return gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
}

for (const [page, budget] of Object.entries(BUDGETS)) {
  const sizes = [...filesOf(page)].map((file) => [file, sizeOf(file)]);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  for (const [file, bytes] of sizes) console.log(`${String(bytes).padStart(7)} B  ${file}`);
  console.log(`${String(total).padStart(7)} B  of ${budget} for ${page}, gzip\n`);
  if (total > budget) process.exitCode = 1;
}
