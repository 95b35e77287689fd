import { Asking } from "../asking";
import { drawWays, isHere } from "../chat/drawWays";
import { readShop, type Shop, type Way } from "../chat/shop";
import { stateOf } from "../chat/stateOf";
import { base } from "../language";
import { make } from "../markup";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import css from "./support-contact.css?inline";
import { en, WORDS, type Words } from "./words";

export const open: Open = (place) => new HowToReach(place);

/** Every way to the shop, in the page: what opens here is opened in the chat's panel. */
class HowToReach implements View {
  readonly #place: Place;
  readonly #asking = new Asking(readShop, (shop) => this.#take(shop));
  #shop: Shop | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
  }

  update(): void {
    if (!this.#asking.at(addressOf(this.#place, "widget.json")) && this.#shop) this.#draw(this.#shop);
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#asking.pause();
  }

  #take(shop: Shop | null): void {
    this.#shop = shop ?? this.#shop; // what was said before is better than nothing
    this.#place.shows(this.#shop !== null);
    if (!this.#shop) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#asking.again(), this.#shop.askAgainAt - Date.now());
    this.#draw(this.#shop);
  }

  #draw(shop: Shop): void {
    const tag = tagOf(this.#place, WORDS);
    const words = WORDS[base(tag)] ?? en;
    this.#place.root.replaceChildren(this.#section(tag, words, shop, Date.now()));
  }

  #section(tag: string, words: Words, shop: Shop, now: number): HTMLElement {
    const { page } = this.#place;
    const write = make("button", { type: "button", part: "write" }, words.write);
    write.addEventListener("click", () => page.wish("open", undefined));
    return make(
      "section",
      { part: "contact", lang: tag, dir: words.dir, "aria-labelledby": "title" },
      make("h2", { part: "title", id: "title" }, words.title),
      make("p", { part: "state" }, stateOf(tag, words, shop, now)),
      drawWays(tag, words, shop.ways, now, (way: Way) => page.wish("open", { way: way.kind })),
      shop.ways.some(isHere) ? write : null,
    );
  }
}
