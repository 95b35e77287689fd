import type { MessageAuthor, MessageEvent } from "../generated/Tickets";
import { fill } from "../words/language";
import type { TicketWords } from "../words/tickets/en";

interface Said {
  readonly author: MessageAuthor;
  readonly authorName?: string;
  readonly event: MessageEvent | null;
  readonly text: string;
}

/** A message as one line: what was said, or what happened. */
export function lineOf(words: TicketWords, { author, authorName, event, text }: Said): string {
  if (event === null) return text;
  return fill(words.events[event], { who: authorName || words.authors[author], text });
}
