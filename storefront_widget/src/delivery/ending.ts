import { changesIn } from "./countdown";

// The answer ends at midnight for everybody at once; they need not all ask in the same second. At a cut-off they wait for it.
const SPREAD_MS = 30_000;
const CUTOFF_SPREAD_MS = 2_000;
// A shopper's clock may be wrong, and must not make the page ask without end.
const SOONEST_MS = 60_000;
const LATEST_MS = 86_400_000;
// Timers may ring a little before their time.
const EARLY_MS = 50;

interface Calls {
  /** The time left is to be said anew. */
  tick(leftMs: number): void;
  ask(): void;
}

/** How long an answer holds: asks anew when it has ended, and ticks with the minutes, if somebody looks at the page. */
export class Ending {
  readonly #calls: Calls;
  #ahead = 0;
  #cutoff: number | null = null;
  #askAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Until a cut-off, in milliseconds; null where there is none, or where it is over. */
  get left(): number | null {
    const left = (this.#cutoff ?? 0) - Date.now() - this.#ahead;
    return left > 0 ? left : null;
  }

  /** An answer has come that holds until these instants, by a clock that is so much ahead of ours (milliseconds). */
  begin(until: number, cutoff: number | null, ahead: number): void {
    this.#ahead = ahead;
    this.#cutoff = cutoff;
    const { left } = this;
    const atEnd = until - Date.now() - ahead + Math.random() * SPREAD_MS;
    const wait = left === null ? atEnd : Math.min(atEnd, left + Math.random() * CUTOFF_SPREAD_MS);
    this.#askAt = Date.now() + (wait > 0 ? Math.min(wait, LATEST_MS) : SOONEST_MS);
    this.watch();
  }

  watch(): void {
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.#look);
    clearTimeout(this.#timer);
  }

  /** There is no answer. */
  forget(): void {
    this.#askAt = null;
    this.stop();
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (this.#askAt === null || document.hidden) return;
    const wait = this.#askAt - Date.now();
    if (wait <= EARLY_MS) {
      this.#askAt = null;
      this.#calls.ask();
      return;
    }
    const { left } = this;
    if (left !== null) this.#calls.tick(left);
    this.#timer = setTimeout(this.#look, left === null ? wait : Math.min(wait, changesIn(left)));
  };
}
