import type { MessageAuthor, MessageEvent } from "../generated/Tickets";
import { photosIn } from "../photos/photosIn";
import { fill } from "../words/language";
import type { TicketWords } from "../words/tickets/en";
import { isMarked } from "./marked";

interface Said {
  readonly author: MessageAuthor;
  readonly authorName?: string;
  readonly event: MessageEvent | null;
  readonly text: string;
  readonly card: string | null;
}

/** A message as one line: what was said, or what happened. */
export function lineOf(words: TicketWords, { author, authorName, card, event, text }: Said): string {
  if (isMarked(card)) return words.marked;
  if (event === null) return text || (photosIn(card).length > 0 ? words.photos : "");
  const said = event === "ASSIGNED" && text === "" ? words.events.UNASSIGNED : words.events[event];
  return fill(said, { who: authorName || words.authors[author], text: aboutOf(words, event, text) });
}

/** Their new value is made of Saleor's ids, which say nothing to a person. */
const NAMELESS: readonly string[] = ["lines", "product_id"];

/** What an event is about, with its codes as words. */
function aboutOf({ codes }: TicketWords, event: MessageEvent, text: string): string {
  switch (event) {
    case "CHANGED": {
      const [field = "", ...value] = text.split(":");
      const said = NAMELESS.includes(field) ? "" : value.join(":").trim();
      return [codes[field] ?? field, codes[said] ?? said].filter(Boolean).join(": ");
    }
    case "CLOCK_AMBER":
    case "CLOCK_BREACHED":
    case "MAIL_KEPT":
      return codes[text] ?? text;
    case "MERGED": {
      const [number, ...why] = text.split(" ");
      return why.length > 0 ? `#${number} (${why.join(" ")})` : `#${number}`;
    }
    case "UNMERGED":
    case "SPLIT":
    case "SPLIT_FROM":
    case "UNSPLIT":
    case "LINKED":
    case "UNLINKED":
      return `#${text}`;
    case "ORDER_ACT": {
      const [, kind = "", state = "", ...money] = text.split(" ");
      return `${[codes[kind] ?? kind, ...money].join(" ")}, ${codes[state] ?? state}`;
    }
    default:
      return text;
  }
}
