// A conversation that goes on is asked about often; one that waits for somebody, now and then.
const LIVELY_MS = 5_000;
const QUIET_MS = 15_000;
const CLOSED_MS = 60_000;
const QUIET_AFTER_MS = 180_000;

/** How long to wait between two rounds. `still` says for how long nothing has been said (milliseconds). */
export function pace(isShown: boolean, still: number, failures: number): number {
  if (!isShown) return CLOSED_MS;
  const wait = still < QUIET_AFTER_MS ? LIVELY_MS : QUIET_MS;
  return Math.min(wait * 2 ** failures, CLOSED_MS);
}

/** Does something again and again, as long as somebody looks at the page. */
export class Rounds {
  readonly #round: () => Promise<void>;
  readonly #wait: () => number;
  #last: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isUnderWay = false;
  #isGoing = false;

  /** `last`: when the last round was, maybe on another page; `wait`: milliseconds between two. */
  constructor(last: number, wait: () => number, round: () => Promise<void>) {
    this.#last = last;
    this.#wait = wait;
    this.#round = round;
  }

  get lastAt(): number {
    return this.#last;
  }

  readonly go = (): void => {
    if (!this.#isGoing) document.addEventListener("visibilitychange", this.go);
    this.#isGoing = true;
    clearTimeout(this.#timer);
    if (this.#isUnderWay || document.hidden) return;
    const left = this.#last + this.#wait() - Date.now();
    if (left <= 0) this.#do();
    else this.#timer = setTimeout(this.go, left);
  };

  stop(): void {
    document.removeEventListener("visibilitychange", this.go);
    clearTimeout(this.#timer);
    this.#isGoing = false;
  }

  /** A round now, whenever the last one was. */
  now(): void {
    this.#last = 0;
    this.go();
  }

  async #do(): Promise<void> {
    this.#isUnderWay = true;
    this.#last = Date.now();
    await this.#round();
    this.#isUnderWay = false;
    if (this.#isGoing) this.go();
  }
}
