import type { SupportElement } from "./elements";
import { loadChunk } from "./load";
import type { Page } from "./page";
import type { Open, View } from "./place";
import { wear } from "./sheet";
import { afterPaint } from "./turn";

// A screen's half ahead of the shopper: the answer is there before the element is.
const NEAR = "400px";

type Load = (address: string) => Promise<{ open: Open }>;

/** The element itself: keeps its place on the page, and fetches what draws in it when the shopper comes near. */
export function shellOf({ css, chunk }: SupportElement, page: Page, load: Load = loadChunk): CustomElementConstructor {
  const rules = `:host{display:block;${css}}:host([hidden]){display:none}`;

  return class extends HTMLElement {
    readonly #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    readonly #internals = this.attachInternals?.();
    readonly #near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#open(), {
      rootMargin: NEAR,
    });
    #view: View | undefined;
    #isUpdateDue = false;

    /** Once for all that changes together, and after the tap that changed it was answered on the screen. */
    readonly #updateSoon = (): void => {
      if (this.#isUpdateDue) return;
      this.#isUpdateDue = true;
      afterPaint(() => {
        this.#isUpdateDue = false;
        if (this.isConnected) this.#view?.update();
      });
    };

    constructor() {
      super();
      this.#root.append(document.createElement("slot")); // what the shop's server wrote stands there until we know
      wear(this.#root, rules);
      new MutationObserver(this.#updateSoon).observe(this, { attributes: true });
    }

    /** May run more than once: frameworks move elements, and draw them anew. */
    connectedCallback(): void {
      page.watchers.add(this.#updateSoon);
      if (this.#view) this.#updateSoon();
      else this.#near.observe(this);
    }

    disconnectedCallback(): void {
      page.watchers.delete(this.#updateSoon);
      this.#near.disconnect();
      this.#view?.pause();
    }

    async #open(): Promise<void> {
      this.#near.disconnect();
      try {
        const { open } = typeof chunk === "string" ? await load(page.chunks + chunk) : { open: chunk };
        this.#view ??= open({ host: this, root: this.#root, page, shows: (something) => this.#shows(something) });
        if (this.isConnected) this.#view.update();
      } catch {
        this.#shows(false); // our server is down, or something between blocks it
      }
    }

    #shows(something: boolean): void {
      try {
        const { states } = this.#internals;
        states.delete(something ? "empty" : "filled");
        states.add(something ? "filled" : "empty");
      } catch {
        // Browsers of 2023 know no such states, or want other names: then the shop's style for them has no effect.
      }
    }
  };
}
