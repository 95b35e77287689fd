import type { TicketRowFragment } from "../generated/Tickets";
import { lineOf } from "../tickets/lineOf";
import type { DeskWords } from "../words/desk/en";
import { fill } from "../words/language";
import type { TicketWords } from "../words/tickets/en";
import { type Card, cardIn } from "./cards";

type Last = NonNullable<TicketRowFragment["lastMessage"]>;

/** The last message in a row of the list: its words, else what it shows. */
export function rowLine(words: DeskWords, ticketWords: TicketWords, message: Last): string {
  const card = cardIn(message.card);
  return lineOf(ticketWords, message) || (card && shownBy(words, ticketWords, card)) || words.noMessage;
}

function shownBy(words: DeskWords, { authors, photos }: TicketWords, card: Card): string {
  switch (card.kind) {
    case "photos":
      return photos;
    case "files":
      return card.files.map(({ name }) => name).join(" · ");
    case "product":
      return card.name;
    case "page":
      return card.title || card.url;
    case "checkout":
      return words.checkoutCard;
    case "choices":
      return card.choices.join(" · ");
    case "cart":
      return cartLine(words, card, card.by || authors.STAFF);
  }
}

/** What staff did in the shopper's cart. */
export function cartLine(words: DeskWords, card: Card & { kind: "cart" }, who: string): string {
  return fill(words.cartActs[card.act], { who, name: card.name, quantity: String(card.quantity ?? 0) });
}
