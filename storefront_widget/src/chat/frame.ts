import { icon, make } from "../markup";
import type { Shop } from "./shop";
import { when } from "./when";
import type { Words } from "./words";

const CROSS = "M6 6l12 12M18 6L6 18";

/** The panel without what is in it: the shop's name, whether somebody is there, what just happened, a way out. */
export class Frame {
  readonly element: HTMLElement;
  readonly #name = make("h2", { part: "name", id: "name" });
  readonly #state = make("p", { part: "state", id: "state" });
  readonly #notice = make("div", { part: "notice", role: "status" });
  readonly #ways = make("div", {});
  readonly #body = make("div", { class: "body" });
  readonly #content = make("div", { part: "content" }, this.#notice, this.#ways, this.#body);
  readonly #inner: HTMLElement;
  readonly #close: HTMLButtonElement;

  constructor(close: () => void) {
    this.#close = make("button", { type: "button", part: "close" }, icon("close-icon", CROSS));
    this.#close.addEventListener("click", close);
    const title = make("div", { class: "title" }, this.#name, this.#state);
    const header = make("header", { part: "header" }, title, this.#close);
    // Where it stands is the page's direction, how it reads is its language's.
    this.#inner = make("div", { class: "inner" }, header, this.#content);
    const named = { "aria-labelledby": "name", "aria-describedby": "state" };
    this.element = make("div", { part: "panel", id: "panel", role: "dialog", tabindex: "-1", ...named }, this.#inner);
    this.element.hidden = true;
  }

  head(tag: string, words: Words, shop: Shop, now: number): void {
    this.#inner.lang = tag;
    this.#inner.dir = words.dir;
    this.#close.setAttribute("aria-label", words.close);
    this.#name.textContent = shop.name;
    this.#state.textContent = stateOf(tag, words, shop, now);
    this.#state.classList.toggle("is-open", shop.isOpen);
  }

  notice(...parts: (Node | string)[]): void {
    this.#notice.replaceChildren(...parts);
  }

  ways(ways: HTMLElement | null): void {
    this.#ways.replaceChildren(...(ways ? [ways] : []));
  }

  fill(body: HTMLElement | null, isConversation: boolean): void {
    this.#content.classList.toggle("talking", isConversation);
    this.#body.replaceChildren(...(body ? [body] : []));
  }
}

/** Whether somebody is there, and when somebody will be: no time is made up. */
function stateOf(tag: string, words: Words, { isOpen, opensAt }: Shop, now: number): string {
  if (isOpen) return words.open;
  if (opensAt === null || opensAt <= now) return words.closed;
  return words.closedUntil.replace("{when}", when(tag, words, opensAt, now));
}
