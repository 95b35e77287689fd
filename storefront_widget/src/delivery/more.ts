import type { Place } from "../place";
import { wear } from "../sheet";
import { askWhere as ask } from "./askWhere";
import { drawDetails as draw } from "./drawDetails";
import css from "./more.css?inline";

export { reasonOf } from "./drawDetails";

const dressed = new WeakSet<ShadowRoot>();

export const drawDetails: typeof draw = (place, ...about) => {
  dress(place);
  return draw(place, ...about);
};

export const askWhere: typeof ask = (place, ...about) => {
  dress(place);
  ask(place, ...about);
};

function dress({ root }: Place): void {
  if (!dressed.has(root)) wear(root, css);
  dressed.add(root);
}
