import { make } from "../markup";
import type { Message } from "./conversation";
import { type CardActs, drawCard } from "./drawCard";
import { written } from "./when";
import type { Words } from "./words";

const ADDRESS = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’])/;

export interface MessagePlace {
  readonly tag: string;
  readonly words: Words;
  /** Who speaks for the shop. */
  shop(): string;
  readonly acts: CardActs;
}

/** One message: its words, and what it carries. */
export function drawMessage({ tag, words, shop, acts }: MessagePlace, message: Message, now: number): HTMLElement {
  const { at, author, card, name, seq, text } = message;
  const time = make("time", { part: "time", datetime: new Date(at).toISOString() }, written(tag, at, now));
  const who = { shopper: words.you, staff: name || shop(), system: "" }[author];
  const by = make("p", { part: "by" }, make("bdi", {}, who), " ", time);
  const said = text
    ? make("p", { part: "message-text", dir: "auto" }, ...(author === "staff" ? linked(text) : [text]))
    : null;
  const carried = card && drawCard({ tag, words, shop: who, seq }, card, acts);
  const isEvent = card?.kind === "cart";
  return make(
    "li",
    { part: `message message-${isEvent ? "event" : author}`, class: isEvent ? "event" : author },
    by,
    said,
    carried,
  );
}

/** Addresses in what staff wrote are links; all else is text. */
function linked(text: string): (Node | string)[] {
  return text
    .split(ADDRESS)
    .map((part, place) =>
      place % 2 ? make("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part,
    );
}
