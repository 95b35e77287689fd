import type { WayWords as Words } from "./wayWords";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 6;

/** An instant to come in the shopper's words and by their clock: "tomorrow at 9:00 AM". */
export function when(tag: string, words: Words, at: number, now: number): string {
  const time = new Intl.DateTimeFormat(tag, { timeStyle: "short" }).format(at);
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS); // a day may have 23 or 25 hours
  if (days === 0) return words.today.replace("{time}", time);
  if (days === 1) return words.tomorrow.replace("{time}", time);
  const date = days <= WEEK_DAYS ? {} : ({ day: "numeric", month: "long" } as const);
  const day = new Intl.DateTimeFormat(tag, { weekday: "long", ...date }).format(at);
  return words.onDay.replace("{day}", day).replace("{time}", time);
}

/** When something was written: the time alone where it was today. */
export function written(tag: string, at: number, now: number): string {
  const date = startOfDay(at) === startOfDay(now) ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(tag, { ...date, hour: "numeric", minute: "2-digit" }).format(at);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
