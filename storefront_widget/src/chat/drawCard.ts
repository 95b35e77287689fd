import { money } from "../language";
import { make } from "../markup";
import type { Card } from "./card";
import { drawSent } from "./drawSent";
import type { Words } from "./words";

export interface CardActs {
  /** The shopper takes one of the answers that are offered. */
  choose(choice: string): void;
  /** The shopper opened what this message shows. */
  opened(seq: number): void;
}

export interface CardPlace {
  readonly tag: string;
  readonly words: Words;
  /** Whoever pushed it. */
  readonly shop: string;
  readonly seq: number;
}

type Draw<Kind extends Card["kind"]> = (
  place: CardPlace,
  card: Extract<Card, { kind: Kind }>,
  acts: CardActs,
) => Element;

const DRAW: { readonly [Kind in Card["kind"]]: Draw<Kind> } = {
  photos: ({ words }, { photos }) =>
    make("ul", { part: "photos" }, ...photos.map((one, place) => make("li", {}, drawSent(words, one, place + 1)))),
  product: ({ tag, words }, { name, variant, price, image, url }) =>
    make(
      "div",
      { part: "card card-product" },
      image ? drawImage(image) : null,
      make(
        "div",
        { class: "facts" },
        make("bdi", { part: "card-name" }, name),
        variant ? make("bdi", { part: "card-variant" }, variant) : null,
        price ? make("span", { part: "card-price" }, money(tag, price)) : null,
      ),
      url ? drawLink(url, words.showIt, name) : null,
    ),
  page: ({ words }, { title, url }) =>
    make(
      "div",
      { part: "card card-page" },
      make("bdi", { part: "card-name" }, title || url),
      drawLink(url, words.showIt, title),
    ),
  checkout: ({ words }, { url }) =>
    make(
      "div",
      { part: "card card-checkout" },
      make("span", { part: "card-name" }, words.checkoutReady),
      drawLink(url, words.toCheckout),
    ),
  choices: (_, { choices }, acts) =>
    make("div", { part: "choices", role: "group" }, ...choices.map((choice) => drawChoice(choice, acts))),
  cart: ({ words, shop }, { act, by, name, quantity }) =>
    make(
      "p",
      { part: "event-text", dir: "auto" },
      words.cartActs[act]
        .replace("{by}", by || shop)
        .replace("{quantity}", String(quantity))
        .replace("{name}", name),
    ),
};

/** What a message carries. Nothing opens before the shopper taps it. */
export function drawCard(place: CardPlace, card: Card, acts: CardActs): Element {
  const drawn = (DRAW[card.kind] as Draw<Card["kind"]>)(place, card as never, acts);
  drawn.querySelector("[part=card-link]")?.addEventListener("click", () => acts.opened(place.seq));
  return drawn;
}

function drawLink(url: string, text: string, about = ""): HTMLElement {
  // In this tab: the conversation goes on there.
  const isOwn = url.startsWith(`${location.origin}/`);
  const label = about ? { "aria-label": `${text}: ${about}` } : null;
  const elsewhere = isOwn ? null : { target: "_blank", rel: "noopener noreferrer" };
  return make("a", { part: "card-link", href: url, ...label, ...elsewhere }, text);
}

/** A picture of the shop's; where its page does not let it in, the card does without. */
function drawImage(address: string): HTMLElement {
  const image = make("img", { part: "card-image", src: address, alt: "", loading: "lazy", width: "64", height: "64" });
  image.addEventListener("error", () => image.remove());
  return image;
}

function drawChoice(choice: string, acts: CardActs): HTMLElement {
  const button = make("button", { type: "button", part: "choice", dir: "auto" }, choice);
  button.addEventListener("click", () => acts.choose(choice));
  return button;
}
