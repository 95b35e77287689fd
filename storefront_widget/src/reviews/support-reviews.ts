import { Asking } from "../asking";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import { drawReviews } from "./drawReviews";
import { type Reviews, readReviews } from "./facts";
import css from "./support-reviews.css?inline";
import { WORDS } from "./words";

export const open: Open = (place) => new ReviewsOfProduct(place);

class ReviewsOfProduct implements View {
  readonly #place: Place;
  readonly #asking = new Asking(readReviews, (reviews) => {
    this.#take(reviews);
    this.#tell();
  });
  #reviews: Reviews | null = null;
  #drawn: HTMLElement | null = null;
  #tag = "";

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
  }

  update(): void {
    const product = this.#place.host.getAttribute("product");
    const address = product ? addressOf(this.#place, "reviews", product) : null;
    if (this.#asking.at(address)) {
      if (address === null) this.#take(null);
      else this.#drawn?.classList.add("old");
    } else if (!this.#asking.isUnderWay) this.#draw();
  }

  pause(): void {
    this.#asking.pause();
  }

  #take(reviews: Reviews | null): void {
    this.#reviews = reviews;
    this.#tag = "";
    this.#draw();
  }

  #draw(): void {
    const tag = tagOf(this.#place, WORDS);
    if (tag === this.#tag) return;
    this.#tag = tag;
    const drawn = this.#reviews && drawReviews(tag, this.#reviews, this.#isOpen());
    this.#place.root.replaceChildren(...(drawn ? [drawn] : []));
    this.#drawn = drawn;
    this.#place.shows(drawn !== null);
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
