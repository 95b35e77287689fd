import { openChat } from "./chat/launcher";
import type { Open } from "./place";

export interface SupportElement {
  readonly name: `support-${string}`;
  /** Declarations for the element itself. What it will fill is kept free from the start, so that nothing moves. */
  readonly css: string;
  /** Its chunk; or what draws in it, where that is here already. */
  readonly chunk: string | Open;
}

/** Every element there is. A new one is a line here, a folder beside and an entry in tools/build.mjs. */
export const ELEMENTS: readonly SupportElement[] = [
  { name: "support-delivery", css: "min-block-size:max(6.25em,100px)", chunk: CHUNKS.delivery },
  { name: "support-reviews", css: "min-block-size:max(3em,44px)", chunk: CHUNKS.reviews },
  { name: "support-questions", css: "min-block-size:max(3em,44px)", chunk: CHUNKS.questions },
  { name: "support-contact", css: "min-block-size:max(6.5em,104px)", chunk: CHUNKS.contact },
  {
    name: "support-chat",
    css: "position:fixed;inset-block-end:max(1rem,env(safe-area-inset-bottom));inset-inline-end:1rem;z-index:1000",
    // What the shopper sees before the first tap comes with the script: no request more.
    chunk: openChat,
  },
];
