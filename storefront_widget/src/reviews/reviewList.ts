import { counted } from "../counting";
import { make } from "../markup";
import type { Deeds } from "./deeds";
import { drawReview } from "./drawReview";
import type { Aspect, List, Review } from "./facts";
import type { Words } from "./words";

const A_PAGE = 10;

/** The reviews that are read now, and the button for more. */
export class ReviewList {
  readonly element: HTMLElement;
  readonly button = make("button", { type: "button", part: "all" });
  readonly #draw: (review: Review) => HTMLElement;
  readonly #label: (n: number) => string;
  readonly #ids = new Set<string>();
  /** What has come and is not shown yet. */
  #waiting: readonly Review[] = [];
  #matching = 0;
  #after: string | null = null;

  constructor(tag: string, words: Words, aspects: readonly Aspect[], deeds: Deeds) {
    this.element = make("ul", { part: "list", "aria-label": words.list });
    this.#draw = (review) => drawReview(tag, words, aspects, review, deeds);
    this.#label = (n) => counted(tag, words.all, n);
    this.button.addEventListener("click", () => {
      if (this.#waiting.length) this.add({ reviews: [], matching: this.#matching, after: this.#after });
      else deeds.next();
    });
  }

  /** Where the next page begins; null at the end. */
  get after(): string | null {
    return this.#after;
  }

  /** Show these instead of all others; `first` of them at first. */
  show(list: List, first = list.reviews.length): void {
    this.element.replaceChildren();
    this.#ids.clear();
    this.#append(list.reviews.slice(0, first));
    this.#waiting = list.reviews.slice(first);
    this.#end(list);
  }

  /** Show these, too. Whoever pressed the button by keyboard reads on at the first of them. */
  add(list: List): void {
    const [begin] = this.#append([...this.#waiting, ...list.reviews]);
    this.#waiting = [];
    this.#end(list);
    begin?.setAttribute("tabindex", "-1");
    begin?.focus();
  }

  /** A review that moved between two pages, for somebody found it helpful, is shown once. */
  #append(reviews: readonly Review[]): HTMLElement[] {
    const fresh = reviews.filter(({ id }) => !id || !this.#ids.has(id));
    for (const { id } of fresh) this.#ids.add(id);
    const items = fresh.map(this.#draw);
    this.element.append(...items);
    return items;
  }

  #end({ matching, after }: List): void {
    this.#matching = matching;
    this.#after = after;
    const left = this.#waiting.length || Math.min(A_PAGE, matching - this.element.children.length);
    this.button.hidden = !this.#waiting.length && (after === null || left < 1);
    this.button.textContent = this.#label(left);
  }
}
