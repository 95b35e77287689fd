import { wear } from "../sheet";
import { choose, next } from "./browse";
import type { Desk, Looked } from "./deeds";
import css from "./more.css?inline";
import { look as show } from "./photos";

export { vote } from "./votes";
export { choose, next };

const dressed = new WeakSet<ShadowRoot>();

export function look(desk: Desk, photos: readonly Looked[], at: number): void {
  const { root } = desk.place;
  if (!dressed.has(root)) wear(root, css);
  dressed.add(root);
  show(desk, photos, at);
}
