import type { SupportElement } from "./elements";
import type { Page } from "./page";
import type { Open, View } from "./place";
import { wear } from "./sheet";

// A screen's half ahead of the shopper: the answer is there before the element is.
const NEAR = "400px";

type Load = (address: string) => Promise<{ open: Open }>;

/** The element itself: keeps its place on the page, and fetches what draws in it when the shopper comes near. */
export function shellOf(element: SupportElement, page: Page, load: Load = loadChunk): CustomElementConstructor {
  const css = `:host{${element.css}}:host([hidden]){display:none}`;

  return class extends HTMLElement {
    static readonly observedAttributes = [...element.attributes, "channel", "locale"];
    #root: ShadowRoot | undefined;
    #states: CustomStateSet | undefined;
    #view: View | undefined;
    #watched: IntersectionObserver | undefined;
    #forget: (() => void) | undefined;
    #isUpdateDue = false;

    /** May run more than once: frameworks move elements, and draw them anew. */
    connectedCallback(): void {
      this.#prepare();
      this.#forget ??= page.watch(() => this.#updateSoon());
      if (this.#view) this.#updateSoon();
      else this.#watch();
    }

    disconnectedCallback(): void {
      this.#forget?.();
      this.#forget = undefined;
      this.#watched?.disconnect();
      this.#watched = undefined;
      this.#view?.pause();
    }

    attributeChangedCallback(): void {
      this.#updateSoon();
    }

    #prepare(): void {
      if (this.#root) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.append(document.createElement("slot")); // what the shop's server wrote stands there until we know
      wear(root, css);
      this.#states = statesOf(this);
      this.#root = root;
    }

    #watch(): void {
      this.#watched ??= new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#open(), {
        rootMargin: NEAR,
      });
      this.#watched.observe(this);
    }

    async #open(): Promise<void> {
      this.#watched?.disconnect();
      this.#watched = undefined;
      const root = this.#root;
      try {
        const { chunk } = element;
        const { open } = typeof chunk === "string" ? await load(page.base + chunk) : { open: chunk };
        if (this.#view || !root) return;
        this.#view = open({ host: this, root, page, shows: (something) => this.#shows(something) });
        if (this.isConnected) this.#view.update();
      } catch {
        this.#shows(false); // our server is down, or something between blocks it
      }
    }

    /** Once for all attributes that change together. */
    #updateSoon(): void {
      if (this.#isUpdateDue) return;
      this.#isUpdateDue = true;
      queueMicrotask(() => {
        this.#isUpdateDue = false;
        if (this.isConnected) this.#view?.update();
      });
    }

    #shows(something: boolean): void {
      this.#states?.delete(something ? "empty" : "filled");
      this.#states?.add(something ? "filled" : "empty");
    }
  };
}

function loadChunk(address: string): Promise<{ open: Open }> {
  return import(/* @vite-ignore */ address);
}

/** Browsers of 2023 know no such states, or want other names: then the shop's style for them has no effect. */
function statesOf(host: HTMLElement): CustomStateSet | undefined {
  try {
    const { states } = host.attachInternals();
    states.add("empty");
    states.delete("empty");
    return states;
  } catch {
    return undefined;
  }
}
