// What a browser loads of a page of ours, gzipped: before it shows itself, and in all. Fails above a budget.
// Run after `npm run build`. Fonts are not counted: the text is there before them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGETS = {
  "order.html": { first: 30_000, whole: 60_000 }, // ARCHITECTURE.md: a third of what a page of an official app loads
  "popup.html": { first: 45_000, whole: 60_000 },
  "customer.html": { first: 40_000, whole: 45_000 },
  "home.html": { first: 30_000, whole: 45_000 },
  "product.html": { first: 30_000, whole: 45_000 },
  "app.html": { first: 260_000, whole: 500_000 }, // macaw-ui alone is 165 kB of it
};
const built = join(import.meta.dirname, "../../saleor_support_plugin/built/dashboard_extension");
const manifestOf = (name) => JSON.parse(readFileSync(join(built, name), "utf8"));
const [app, cards] = [manifestOf("app.json"), manifestOf("cards.json")];

function filesOf(entry, { chunks, isWhole }, seen = new Set()) {
  const chunk = chunks[entry];
  if (seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  const loaded = [...(chunk.imports ?? []), ...(isWhole ? (chunk.dynamicImports ?? []) : [])];
  for (const next of loaded) filesOf(next, { chunks, isWhole }, seen);
  return seen;
}

function sizeOf(file) {
  return gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
}

for (const [page, budgets] of Object.entries(BUDGETS)) {
  const chunks = page in cards ? cards : app;
  const first = filesOf(page, { chunks, isWhole: false });
  const sizes = [...filesOf(page, { chunks, isWhole: true })].map((file) => [file, sizeOf(file)]);
  const totals = {
    first: sizes.reduce((sum, [file, bytes]) => sum + (first.has(file) ? bytes : 0), 0),
    whole: sizes.reduce((sum, [, bytes]) => sum + bytes, 0),
  };
  for (const [file, bytes] of sizes)
    console.log(`${String(bytes).padStart(7)} B  ${first.has(file) ? " " : "later "}${file}`);
  for (const [part, bytes] of Object.entries(totals)) {
    console.log(`${String(bytes).padStart(7)} B  of ${budgets[part]} for ${page}, ${part}, gzip`);
    if (bytes > budgets[part]) process.exitCode = 1;
  }
  console.log();
}
