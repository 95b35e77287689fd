import type { Words } from "./words";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
// Who has longer than a day is not to be hurried.
export const LONGEST_MS = 86_400_000;

/** How long there is, as said and as `datetime` has it. Never more than there is: only the last minute is said whole. */
export function countdown(words: Words, leftMs: number): { said: string; datetime: string } {
  const minutes = Math.max(1, Math.floor(leftMs / MINUTE_MS));
  const h = Math.floor(minutes / HOUR_MINUTES);
  const phrase = h ? words.hours : words.minutes;
  const said = phrase.replace("{h}", `${h}`).replace("{m}", `${minutes % HOUR_MINUTES}`);
  return { said, datetime: `PT${minutes}M` };
}

/** When to say something else (milliseconds from now). */
export function changesIn(leftMs: number): number {
  return leftMs > LONGEST_MS ? leftMs - LONGEST_MS : (leftMs % MINUTE_MS) + 1;
}
