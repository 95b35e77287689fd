// What a shop's page loads, brotli; fails above a budget. Run after `npm run build`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// For the whole file: the loader on every page, a chunk where its element is, the chat's when it is opened.
const BUDGET_BYTES = {
  widget: 4_000,
  "support-delivery": 6_000,
  "support-delivery-more": 6_000,
  "support-reviews": 8_000,
  "support-reviews-more": 4_000,
  "support-reviews-prompt": 2_000,
  "support-questions": 5_000,
  "support-questions-writing": 3_000,
  "support-contact": 4_000,
  "support-chat": 20_000,
  "support-chat-more": 6_000,
  "support-chat-find": 4_000,
  "support-signals": 4_000,
};
const built = join(import.meta.dirname, "../../saleor_support_plugin/built/storefront_widget");
const files = readdirSync(built);

for (const [name, budget] of Object.entries(BUDGET_BYTES)) {
  const file = files.find((one) => one.replace(/(-[\w-]{8})?\.js$/, "") === name);
  const bytes = file ? readFileSync(join(built, `${file}.br`)).length : Number.POSITIVE_INFINITY;
  console.log(`${String(bytes).padStart(7)} B  of ${budget}  ${file ?? `${name} is not built`}`);
  if (bytes > budget) process.exitCode = 1;
}
