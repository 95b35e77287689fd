/** The spans that are offered, in days. */
export const SPANS = ["7", "28", "90"] as const;
export type Span = (typeof SPANS)[number];

/** From an instant until before another, as the staff's schema asks for them. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

const LONGEST_DAYS = 366;

/** So many whole days by the reader's own clock, today among them. */
export function lastDays(days: number, now: Date): Between {
  return { from: dayAt(now, 1 - days).toISOString(), to: dayAt(now, 1).toISOString() };
}

/** From the first day to the last, that one included; null where these are no two days within a year. */
export function betweenDays(first: string, last: string): Between | null {
  const [from, to] = [new Date(`${first}T00:00:00`), new Date(`${last}T00:00:00`)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || to < from) return null;
  const end = dayAt(to, 1);
  return (end.getTime() - from.getTime()) / 86_400_000 > LONGEST_DAYS
    ? null
    : { from: from.toISOString(), to: end.toISOString() };
}

function dayAt(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}
