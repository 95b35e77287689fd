import { days } from "../language";
import { make } from "../markup";
import { clock } from "./drawSteps";
import type { Pickup } from "./moreFacts";
import type { MoreWords } from "./moreWords";

// A Monday, to name the days of a week.
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** A shop where it can be picked up: what it is called, where it is, when it is ready and when somebody is there. */
export function drawPickup(tag: string, words: MoreWords, { name, address, ready, hours }: Pickup): HTMLElement {
  const day = ready && days(tag, ready)[0];
  return make(
    "li",
    { part: "pickup" },
    make("span", { part: "pickup-name" }, make("bdi", {}, name)),
    make("span", { part: "pickup-ready" }, day ? words.ready.replace("{day}", day) : words.noDay),
    make("span", { part: "pickup-address" }, make("bdi", {}, address)),
    hours.some((shifts) => shifts.length) ? make("span", { part: "pickup-hours" }, week(tag, words, hours)) : null,
  );
}

/** Days that are alike are told together: "Mon – Fri 9:00 AM – 6:00 PM, Sat 10:00 AM – 2:00 PM". */
function week(tag: string, words: MoreWords, hours: Pickup["hours"]): string {
  const named = new Intl.DateTimeFormat(tag, { weekday: "short", timeZone: "UTC" });
  const name = (day: number) => named.format(MONDAY + day * DAY_MS);
  const said = hours.map((shifts) => shifts.map((ends) => ends.map((end) => clock(tag, end)).join("–")).join(", "));
  const runs: [first: number, last: number][] = [];
  for (const day of said.keys()) {
    const run = runs.at(-1);
    if (run && said[run[0]] === said[day]) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([first, last]) => `${name(first)}${first === last ? "" : `–${name(last)}`} ${said[first] || words.closed}`)
    .map((run) => run.replace(/\s/g, "\u00a0")) // a line breaks between the days only
    .join(" · ");
}
