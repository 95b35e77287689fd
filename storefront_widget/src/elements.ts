import { openChat } from "./chat/launcher";
import type { Open } from "./place";

export interface SupportElement {
  readonly name: `support-${string}`;
  /** Beside `channel` and `locale`, which every element has. */
  readonly attributes: readonly string[];
  /** Declarations for the element itself. What it will fill is kept free from the start, so that nothing moves. */
  readonly css: string;
  /** Address of its chunk, seen from ours; or what draws in it, where that is here already. */
  readonly chunk: string | Open;
}

/** Element's name → address of its chunk. Written in by tools/build.mjs, which knows the names with their hashes. */
declare const CHUNKS: Readonly<Record<string, string>>;
const chunks = CHUNKS;

/** Every element there is. A new one is a line here, a folder beside and an entry in tools/build.mjs. */
export const ELEMENTS: readonly SupportElement[] = [
  {
    name: "support-delivery",
    attributes: ["variant", "country", "postal-code", "quantity", "subtotal"],
    css: "display:block;min-block-size:max(6.25em,100px)",
    chunk: chunks["support-delivery"] ?? "",
  },
  {
    name: "support-reviews",
    attributes: ["product"],
    css: "display:block;min-block-size:max(3em,44px)",
    chunk: chunks["support-reviews"] ?? "",
  },
  {
    name: "support-chat",
    attributes: [],
    css: "display:block;position:fixed;inset-block-end:max(1rem,env(safe-area-inset-bottom));inset-inline-end:1rem;z-index:1000",
    // What the shopper sees before the first tap comes with the script: no request more.
    chunk: openChat(chunks["support-chat"] ?? ""),
  },
];
