import { days } from "../language";
import { make } from "../markup";
import type { Days } from "./facts";
import type { Words } from "./words";

/** The days of a window: "Tue Nov 24 – Wed Nov 25", "Tue 24 – Wed 25 Nov". */
export function drawDays(tag: string, words: Words, { from, to }: Days): HTMLElement {
  const [first = "", last = ""] = days(tag, from, to);
  if (from === to) return make("b", { part: "days" }, time(from, first));
  const month = last.slice(last.lastIndexOf(" "));
  const isSaidTwice = from.slice(0, 7) === to.slice(0, 7) && first.endsWith(month);
  const shown = isSaidTwice ? first.slice(0, -month.length) : first;
  return make("b", { part: "days" }, time(from, shown), words.until, time(to, last));
}

function time(datetime: string, shown: string): HTMLElement {
  return make("time", { datetime }, shown);
}
