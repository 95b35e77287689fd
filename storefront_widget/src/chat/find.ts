import { wear } from "../sheet";
import type { Desk } from "./desk";
import css from "./find.css?inline";

const dressed = new WeakSet<ShadowRoot>();

/** What shoppers find by themselves, in a chunk of its own: fetched when they look for it, or begin to write. */
export { findRoom } from "./findRoom";
export { suggestFor } from "./suggesting";

/** Dress the panel for these, before any of them is shown. */
export function dress({ place: { root } }: Desk): void {
  if (!dressed.has(root)) wear(root, css);
  dressed.add(root);
}
