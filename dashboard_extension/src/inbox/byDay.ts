import { capital } from "../words/capital";

interface Timed {
  readonly at: string;
}

export interface Day<Item> {
  /** The first instant said on it. */
  readonly at: string;
  readonly items: readonly Item[];
}

/** Group what was said, oldest first, by the reader's days. */
export function byDay<Item extends Timed>(items: readonly Item[]): Day<Item>[] {
  const days: { at: string; items: Item[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && dateOf(last.at) === dateOf(item.at)) last.items.push(item);
    else days.push({ at: item.at, items: [item] });
  }
  return days;
}

/** "Today", "Yesterday" or the date, seen at `now` (milliseconds). */
export function dayName(instant: string, now: number, tag: string): string {
  const date = dateOf(instant);
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  const daysAgo = [new Date(now), before].findIndex((day) => day.toDateString() === date);
  if (daysAgo >= 0) return capital(new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(-daysAgo, "day"), tag);
  return new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(
    Date.parse(instant),
  );
}

function dateOf(instant: string): string {
  return new Date(instant).toDateString();
}
