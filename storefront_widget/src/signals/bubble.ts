import { base } from "../language";
import { icon, make } from "../markup";
import { type Place, tagOf } from "../place";
import { wear } from "../sheet";
import css from "./bubble.css?inline";
import { isDialogOpen, isOverFocus } from "./covering";
import type { Kind } from "./kinds";
import { isDone, rememberRaised, rememberUnwanted } from "./memory";
import { en, WORDS, type Words } from "./words";

const CROSS = "M6 6l12 12M18 6L6 18";

/** A question above the launcher, at most once a session. It takes no focus, and gives way to what has it. */
export class Bubble {
  readonly #place: Place;
  // In the page from the start: what is put there later is read out when the screen reader has a moment.
  readonly #text = make("p", { part: "bubble-text", dir: "auto", "aria-live": "polite" });
  readonly #help = make("button", { type: "button", part: "bubble-help" });
  readonly #cheaper = make("button", { type: "button", part: "bubble-cheaper" });
  readonly #notAgain = make("button", { type: "button", part: "bubble-not-again" });
  readonly #close = make("button", { type: "button", part: "bubble-close" }, icon("bubble-cross", CROSS));
  readonly #element: HTMLElement;
  #kind: Kind | null = null;
  #ended: AbortController | undefined;

  constructor(place: Place) {
    this.#place = place;
    const buttons = make("div", { part: "bubble-buttons" }, this.#help, this.#cheaper, this.#notAgain);
    this.#element = make("div", { part: "bubble" }, this.#text, buttons, this.#close);
    this.#help.addEventListener("click", () => place.page.wish("open", undefined));
    this.#cheaper.addEventListener("click", () => place.page.wish("open", { text: this.#words().cheaperText }));
    this.#close.addEventListener("click", () => this.dismiss());
    this.#notAgain.addEventListener("click", () => {
      rememberUnwanted(place.page);
      this.dismiss();
    });
    wear(place.root, css);
    place.root.append(this.#element);
  }

  /** Ask about this; false where it is not the moment. */
  raise(kind: Kind): boolean {
    const { host, page } = this.#place;
    if (this.#kind || isDone(page) || this.#isOpen() || document.hidden || isDialogOpen()) return false;
    this.#kind = kind;
    this.update();
    this.#element.classList.add("raised");
    if (isOverFocus(this.#element)) {
      this.#lower();
      return false;
    }
    rememberRaised(page);
    this.#watch();
    page.tell("raise", { kind }, host);
    return true;
  }

  /** The page's language may have changed, or the panel is open. */
  update(): void {
    if (!this.#kind) return;
    if (this.#isOpen()) {
      this.#lower();
      return;
    }
    const words = this.#words();
    this.#element.lang = tagOf(this.#place, WORDS);
    this.#text.textContent = words.asks[this.#kind];
    this.#help.textContent = words.help;
    this.#cheaper.textContent = words.cheaper;
    this.#cheaper.hidden = this.#kind !== "EXIT_INTENT";
    this.#notAgain.textContent = words.notAgain;
    this.#close.setAttribute("aria-label", words.dismiss);
  }

  #words(): Words {
    return WORDS[base(tagOf(this.#place, WORDS))] ?? en;
  }

  dismiss(): void {
    const hadFocus = this.#element.contains(this.#place.root.activeElement);
    this.#lower();
    if (hadFocus) this.#launcher()?.focus();
  }

  #launcher(): HTMLElement | null {
    return this.#place.root.querySelector("[part=launcher]");
  }

  /** The panel, that is. */
  #isOpen(): boolean {
    return this.#launcher()?.getAttribute("aria-expanded") === "true";
  }

  #watch(): void {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const giveWay = () => {
      if (isDialogOpen() || isOverFocus(this.#element)) this.#lower();
    };
    for (const name of ["focusin", "scroll", "resize"]) addEventListener(name, giveWay, { signal, passive: true });
    addEventListener("keydown", ({ key, isComposing }) => key === "Escape" && !isComposing && this.dismiss(), {
      signal,
    });
  }

  #lower(): void {
    this.#ended?.abort();
    this.#kind = null;
    this.#element.classList.remove("raised");
    this.#text.textContent = "";
  }
}
