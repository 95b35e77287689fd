import { icon, make } from "../markup";
import type { Context } from "./here";
import type { Words } from "./words";

const CROSS = "M6 6l12 12M18 6L6 18";

/** What a message will say that it is about, until the shopper takes it away. */
export class Chip {
  readonly element: HTMLElement;
  context: Context | null;

  constructor(words: Words, context: Context | null, removed = () => {}) {
    this.context = context;
    this.element = make("p", { part: "about" });
    if (!context) return;
    const { about, checkout } = context;
    const name = [about?.name || about?.id, checkout && words.yourCart].filter(Boolean).join(", ");
    const label = words.aboutRemove.replace("{name}", name);
    const remove = make(
      "button",
      { type: "button", part: "about-remove", "aria-label": label },
      icon("close-icon", CROSS),
    );
    remove.addEventListener("click", () => {
      this.context = null;
      const next = this.element.closest("form")?.querySelector<HTMLElement>("textarea, input, select");
      this.element.replaceChildren();
      removed();
      next?.focus();
    });
    this.element.append(make("span", {}, words.about, " ", make("bdi", {}, name)), remove);
  }
}
