/** What opens and closes: the chat. */
export type Opener = (wish: "open" | "close", about: unknown) => void;

export interface Tracked {
  readonly name: string;
  readonly facts: unknown;
}

// Enough for what a shopper did on one page; older ones are forgotten.
const MOST_TRACKED = 50;

/** What the script tag says, and what the page says later by its calls. All of it is kept in memory only. */
export class Page {
  /** Our address, with a slash at its end. */
  readonly base: string;
  readonly store: string;
  readonly channel: string;
  /** Whether the shopper agreed that something is remembered on this device. */
  consent = false;
  /** A token made by the shop's server, never a bare e-mail. */
  identity: string | null = null;
  readonly tracked: Tracked[] = [];
  #locale: string;
  #opener: Opener | null = null;
  #wish: Parameters<Opener> | null = null;
  readonly #watching = new Set<() => void>();

  constructor(script: HTMLScriptElement) {
    this.base = new URL(".", script.src).href;
    this.store = script.dataset.store ?? "";
    this.channel = script.dataset.channel ?? "";
    this.#locale = script.dataset.locale ?? "";
  }

  get locale(): string {
    return this.#locale || document.documentElement.lang || "en";
  }

  setLocale(locale: string): void {
    this.#locale = locale;
    this.changed();
  }

  track(name: string, facts: unknown): void {
    this.tracked.push({ name, facts });
    if (this.tracked.length > MOST_TRACKED) this.tracked.shift();
    this.changed();
  }

  /** Open or close; the last wish waits for whoever can fulfil it. */
  wish(...wish: Parameters<Opener>): void {
    if (this.#opener) this.#opener(...wish);
    else this.#wish = wish;
  }

  /** Who opens and closes from now on; returns what ends it. */
  answerWishes(opener: Opener): () => void {
    this.#opener = opener;
    const waiting = this.#wish;
    this.#wish = null;
    if (waiting) opener(...waiting);
    return () => {
      if (this.#opener === opener) this.#opener = null;
    };
  }

  /** Call back whenever the page said something new; returns what ends it. */
  watch(call: () => void): () => void {
    this.#watching.add(call);
    return () => this.#watching.delete(call);
  }

  changed(): void {
    for (const call of this.#watching) call();
  }

  /** Tell the page by an event named `saleor-support:NAME`. */
  tell(name: string, detail: unknown, from: EventTarget = document): void {
    from.dispatchEvent(new CustomEvent(`saleor-support:${name}`, { detail, bubbles: true, composed: true }));
  }
}
