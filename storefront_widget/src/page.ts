/** What opens and closes: the chat. */
export type Opener = (wish: "open" | "close", about: unknown) => void;

export interface Tracked {
  readonly name: string;
  readonly facts: unknown;
  /** Whether the shopper had agreed by then that what they do here is noticed. */
  readonly isAgreed: boolean;
}

// Enough for what a shopper did on one page; older ones are forgotten.
const MOST_TRACKED = 50;

/** What the script tag says, and what the page says later by its calls. All of it is kept in memory only. */
export class Page {
  /** Our address, with a slash at its end. */
  readonly base: string;
  /** Where the chunks are. */
  readonly chunks: string;
  readonly store: string;
  readonly channel: string;
  /** Of buying, at which this page is, where the script tag says it. */
  readonly stage: string;
  /** Whether the shopper agreed that something is remembered on this device. */
  consent = false;
  /** Whether they agreed that we notice where they are stuck. */
  behaviour = false;
  /** Saleor's token of a customer, or what the shop's server signed; never a bare e-mail. */
  identity: unknown = null;
  /** Whether all calls that waited were taken. */
  isReady = false;
  readonly tracked: Tracked[] = [];
  /** Called whenever the page said something new. */
  readonly watchers = new Set<() => void>();
  #locale: string;
  #opener: Opener | null = null;
  #wish: Parameters<Opener> | null = null;

  constructor(script: HTMLScriptElement) {
    this.base = new URL(".", script.src).href;
    this.chunks = `${this.base}static/storefront_widget/`;
    this.store = script.dataset.store ?? "";
    this.channel = script.dataset.channel ?? "";
    this.stage = script.dataset.stage ?? "";
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
    this.tracked.push({ name, facts, isAgreed: this.behaviour });
    this.tracked.splice(0, this.tracked.length - MOST_TRACKED);
    this.changed();
  }

  /** Open or close; the last wish waits for whoever can fulfil it. */
  wish(...wish: Parameters<Opener>): void {
    if (this.#opener) this.#opener(...wish);
    else this.#wish = wish;
  }

  /** Who opens and closes from now on. */
  answerWishes(opener: Opener): void {
    this.#opener = opener;
    const waiting = this.#wish;
    this.#wish = null;
    if (waiting) opener(...waiting);
  }

  ignoreWishes(opener: Opener): void {
    if (this.#opener === opener) this.#opener = null;
  }

  changed(): void {
    for (const call of this.watchers) call();
  }

  /** Tell the page by an event named `saleor-support:NAME`. False where the page forbids what is about to happen. */
  tell(name: string, detail: unknown, from: EventTarget = document): boolean {
    return from.dispatchEvent(
      new CustomEvent(`saleor-support:${name}`, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}
