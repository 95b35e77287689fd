import type { TicketReplyWayKind } from "../generated/TicketThread";
import { fill } from "../words/language";
import type { TicketWords } from "../words/tickets/en";

interface Way {
  readonly kind: TicketReplyWayKind;
  readonly until: string | null;
}

/** How an answer reaches the shopper, said before it is written; `moment` writes a point in time. */
export function wayTold(words: TicketWords, moment: (at: string) => string, { kind, until }: Way): string {
  if (kind === "WHATSAPP") return fill(words.toldByWhatsapp, { until: until === null ? "" : moment(until) });
  return { CHAT: words.toldInChat, MAIL: words.toldByMail, PAGE: words.toldOnPage, NONE: words.toldNowhere }[kind];
}
