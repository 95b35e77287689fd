import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { instant, isRecord } from "../reading";
import { wear } from "../sheet";
import { AskingReviews } from "./askingReviews";
import { ALL, type Deeds, type Desk } from "./deeds";
import { drawReviews, wordsOf } from "./drawReviews";
import type { Reviews } from "./facts";
import { ReviewList } from "./reviewList";
import css from "./support-reviews.css?inline";
import { WORDS } from "./words";

// As many are read at first; the rest of the page came along.
const SHOWN_FIRST = 5;

export const open: Open = (place) => new ReviewsOfProduct(place);

class ReviewsOfProduct implements View {
  readonly #place: Place;
  readonly #asking = new AskingReviews((reviews) => {
    this.#take(reviews);
    this.#tell();
  });
  readonly #deeds: Deeds = {
    choose: (change) => this.#do(({ choose }, desk) => choose(desk, change)),
    next: () => this.#do(({ next }, desk) => next(desk)),
    look: (photos, at) => this.#do(({ look }, desk) => look(desk, photos, at)),
    vote: (review, button) => this.#do(({ vote }, desk) => vote(desk, review, button)),
  };
  #reviews: Reviews | null = null;
  #desk: Desk | null = null;
  #address = "";
  /** What the page gave as an answer, so that nobody has to ask. */
  #given: unknown;
  #drawn: HTMLElement | null = null;
  #tag = "";

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
    // Few pages have one: it is watched here, and not by the script that every page loads.
    new MutationObserver(() => this.update()).observe(place.host, { attributeFilter: ["order"] });
  }

  update(): void {
    const { host } = this.#place;
    if (host.hasAttribute("order")) import("./prompt").then(({ prompt }) => prompt(this.#place), noSuchChunk);
    const product = host.getAttribute("product");
    const address = product ? addressOf(this.#place, "reviews", product) : null;
    const { facts } = host as { facts?: unknown };
    if (address && this.#isAnswer(facts, product)) this.#asking.give(address, facts);
    this.#address = address ?? "";
    if (this.#asking.at(address)) {
      if (address === null) this.#take(null);
      else this.#drawn?.classList.add("old");
    } else if (!this.#asking.isUnderWay) this.#draw();
  }

  pause(): void {
    this.#asking.pause();
  }

  /** Whether the page has given an answer, made by its own server, for just this product and still true. */
  #isAnswer(facts: unknown, product: string | null): boolean {
    if (!isRecord(facts) || facts === this.#given) return false;
    this.#given = facts;
    return facts.product === product && instant(facts.until) > Date.now();
  }

  #take(reviews: Reviews | null): void {
    this.#reviews = reviews;
    this.#tag = "";
    this.#draw();
  }

  #draw(): void {
    const [tag, first] = [tagOf(this.#place, WORDS), this.#reviews];
    if (tag === this.#tag) return;
    this.#tag = tag;
    const drawn = first && this.#drawFirst(tag, first);
    this.#drawn?.remove();
    this.#place.root.querySelector("slot")?.remove();
    if (drawn) this.#place.root.prepend(drawn);
    this.#drawn = drawn;
    this.#place.shows(drawn !== null);
  }

  #drawFirst(tag: string, first: Reviews): HTMLElement {
    const words = wordsOf(tag);
    const list = new ReviewList(tag, words, first.aspects, this.#deeds);
    list.show(first, SHOWN_FIRST);
    const { address, place, deeds } = { address: this.#address, place: this.#place, deeds: this.#deeds };
    this.#desk = { place, tag, words, address, first, list, deeds, choice: ALL };
    return drawReviews(tag, first, this.#isOpen(), list, deeds);
  }

  /** What is seldom done is fetched when it is. Where that is out of reach, it can be done again. */
  #do(deed: (more: typeof import("./more"), desk: Desk) => void): void {
    const desk = this.#desk;
    if (desk) import("./more").then((more) => deed(more, desk), noSuchChunk);
  }

  /** Whether there is room: where the shopper sees what comes next on the page, that would be pushed away. */
  #isOpen(): boolean {
    const body = this.#drawn?.querySelector<HTMLElement>("#body");
    if (body) return !body.hidden;
    return this.#place.host.getBoundingClientRect().bottom >= window.innerHeight;
  }

  #tell(): void {
    const { host, page } = this.#place;
    const { count, average } = this.#reviews ?? { count: 0, average: null };
    page.tell("reviews", { product: host.getAttribute("product"), count, average }, host);
  }
}

function noSuchChunk(): void {}
