import { make } from "../markup";
import type { Message } from "./conversation";
import { written } from "./when";
import type { Words } from "./words";

const ADDRESS = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’])/;

/** One message. `shop` is its name, for staff who are not named. */
export function drawMessage(tag: string, words: Words, shop: string, message: Message, now: number): HTMLElement {
  const { at, author, name, text } = message;
  const time = make("time", { part: "time", datetime: new Date(at).toISOString() }, written(tag, at, now));
  const who = { shopper: words.you, staff: name || shop, system: "" }[author];
  return make(
    "li",
    { part: `message message-${author}`, class: author },
    make("p", { part: "by" }, make("bdi", {}, who), " ", time),
    make("p", { part: "message-text", dir: "auto" }, ...(author === "staff" ? linked(text) : [text])),
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
