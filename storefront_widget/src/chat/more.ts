import { wear } from "../sheet";
import type { Desk } from "./desk";
import css from "./more.css?inline";

const dressed = new WeakSet<ShadowRoot>();

/** What a conversation rarely needs, in a chunk of its own: fetched when it is asked for. */
export { phoneRoom, transcriptRoom } from "./asides";
export { callRoom } from "./callRoom";
export { fillFoot } from "./foot";
export { moreWordsOf } from "./moreWords";
export { Photos } from "./photos";
export { askForTool } from "./toolAsk";

/** Dress the panel for these, before any of them is shown. */
export function dress({ place: { root } }: Desk): void {
  if (!dressed.has(root)) wear(root, css);
  dressed.add(root);
}
