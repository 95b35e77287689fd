import type { Shop } from "./shop";
import type { WayWords } from "./wayWords";
import { when } from "./when";

/** Whether somebody is there, and when somebody will be: no time is made up. */
export function stateOf(tag: string, words: WayWords, { isOpen, opensAt }: Shop, now: number): string {
  if (isOpen) return words.open;
  if (opensAt === null || opensAt <= now) return words.closed;
  return words.closedUntil.replace("{when}", when(tag, words, opensAt, now));
}
