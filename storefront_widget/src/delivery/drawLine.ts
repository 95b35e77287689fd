import { icon, make } from "../markup";
import { countdown } from "./countdown";
import { drawDays } from "./drawDays";
import type { Facts, Option } from "./facts";
import { phrase } from "./phrase";
import type { Words } from "./words";

const PARCEL =
  "M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7zM7.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z";
const CHEVRON = "m6 9 6 6 6-6";

/** What stands on the page before anybody asks for more, in three rows; the two lower ones are filled later. */
export interface Line {
  readonly element: HTMLElement;
  readonly said: HTMLElement;
  readonly cost: HTMLElement;
  readonly place: HTMLElement;
  /** Null where there is nothing more to see. */
  readonly button: HTMLButtonElement | null;
}

/** The option of which the line speaks: the cheapest that can surely be had, else the first of all. */
export function spokenOf({ cheapest, options }: Facts): Option | null {
  return cheapest ?? options[0] ?? null;
}

/** The line with its first row: `left` is how long the days hold (milliseconds), null where that is not to be said; `reason`
 * stands there where there are none. */
export function drawLine(tag: string, words: Words, facts: Facts, left: number | null, reason: string): Line {
  const option = spokenOf(facts);
  const cost = make("p", { part: "cost" });
  const said = make("bdi", { dir: words.dir }, ...sentence(tag, words, facts, left, reason));
  const hasMore = option !== null || (Array.isArray(facts.body.pickup) && facts.body.pickup.length > 0);
  const button = hasMore ? drawButton(words) : null;
  const place = make("p", { part: "place" });
  const foot = facts.reason === "NOT_SHIPPED" ? null : make("div", { class: "foot" }, place, button);
  const rows = make("div", { class: "rows" }, make("p", { part: "text" }, said), option && cost, foot);
  const line = make("div", { part: "line", class: "line" }, icon("icon", PARCEL), rows);
  const element = make("div", { lang: tag, class: "delivery" }, line);
  return { element, said, cost, place, button };
}

/** The first row. Said anew it is made anew: nothing on the page is moved by a digit more or less. */
export function sentence(
  tag: string,
  words: Words,
  facts: Facts,
  left: number | null,
  reason: string,
): (Node | string)[] {
  const option = spokenOf(facts);
  if (!option?.window) return [make("span", { part: "reason" }, reason)];
  const days = [drawDays(tag, words, option.window)];
  if (left === null) return [make("span", { part: "arrival" }, ...phrase(words.arrives, { days }))];
  const { said, datetime } = countdown(words, left);
  const time = [make("b", {}, make("time", { part: "countdown", datetime }, said))];
  return [
    make("span", { part: "order" }, ...phrase(words.order, { time })),
    " ",
    make("span", { part: "arrival" }, ...phrase(words.getIt, { days })),
  ];
}

function drawButton(words: Words): HTMLButtonElement {
  const attributes = { type: "button", part: "button", "aria-expanded": "false", "aria-controls": "details" };
  const named = { ...attributes, "aria-label": words.optionsName };
  return make("button", named, make("span", {}, words.options), icon("chevron", CHEVRON));
}
