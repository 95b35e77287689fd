const IDLE_MS = 90_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll", "touchstart", "input", "visibilitychange"];

/** Calls back when nobody has done anything for long on a page that they look at. */
export class Idle {
  readonly #call: () => void;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended: AbortController | undefined;

  constructor(call: () => void) {
    this.#call = call;
  }

  watch(isWanted: boolean): void {
    if (!isWanted) this.#stop();
    else if (!this.#ended) this.#start();
  }

  #start(): void {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const options = { signal, capture: true, passive: true };
    for (const sign of SIGNS) addEventListener(sign, this.#note, options);
    this.#note();
    this.#timer = setTimeout(this.#look, IDLE_MS);
  }

  #stop(): void {
    this.#ended?.abort();
    this.#ended = undefined;
    clearTimeout(this.#timer);
  }

  readonly #note = (): void => {
    this.#last = Date.now();
  };

  readonly #look = (): void => {
    // What is typed into a provider's frame, a card's number say, is not ours to see: who is there may be at it.
    if (document.hidden || document.activeElement instanceof HTMLIFrameElement) this.#note();
    const left = this.#last + IDLE_MS - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(this.#look, left);
      return;
    }
    this.#stop();
    this.#call();
  };
}
