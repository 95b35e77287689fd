import type { OpenSignals } from "../chat/panelPlace";
import type { Tracked } from "../page";
import { addressOf, type Place, type View } from "../place";
import { isRecord } from "../reading";
import { afterPaint } from "../turn";
import { Bubble } from "./bubble";
import { Idle } from "./idle";
import type { Kind } from "./kinds";
import { forgetRaised } from "./memory";

/** What the page tells by `track`, and what it means. */
const HAPPENED: Readonly<Record<string, Kind>> = { coupon_failed: "VOUCHER_REFUSED", account_wall: "ACCOUNT_WALL" };

const opened = new WeakMap<HTMLElement, Signals>();

export const open: OpenSignals = (place) => {
  const signals = opened.get(place.host) ?? new Signals(place);
  opened.set(place.host, signals);
  signals.update();
  return signals;
};

/** Notices where a shopper is stuck in the checkout, tells the service, and raises the launcher. */
class Signals implements View {
  readonly #place: Place;
  readonly #bubble: Bubble;
  readonly #idle = new Idle(() => this.#signal("PAYMENT_IDLE", this.#checkout));
  readonly #seen = new WeakSet<Tracked>();
  readonly #told = new Set<string>();
  #checkout = "";
  #step = "";
  #ended: AbortController | undefined;
  readonly #updateSoon = () => afterPaint(() => this.update());

  constructor(place: Place) {
    this.#place = place;
    this.#bubble = new Bubble(place);
    place.host.addEventListener("saleor-support:open", () => this.#bubble.update());
  }

  update(): void {
    const { host, page } = this.#place;
    if (!host.isConnected) {
      this.pause();
      return;
    }
    page.watchers.add(this.#updateSoon);
    if (!page.behaviour) {
      this.#rest();
      forgetRaised(page);
      return;
    }
    this.#bubble.update();
    for (const tracked of page.tracked) this.#take(tracked);
    this.#idle.watch(this.#checkout !== "" && this.#step === "payment" && !this.#isTold("PAYMENT_IDLE"));
    if (!this.#ended) this.#watchLeaving();
  }

  pause(): void {
    this.#place.page.watchers.delete(this.#updateSoon);
    this.#rest();
  }

  #rest(): void {
    this.#idle.watch(false);
    this.#ended?.abort();
    this.#ended = undefined;
    this.#bubble.dismiss();
  }

  #take(tracked: Tracked): void {
    if (this.#seen.has(tracked)) return;
    this.#seen.add(tracked);
    const facts = isRecord(tracked.facts) ? tracked.facts : {};
    const kind = Object.hasOwn(HAPPENED, tracked.name) ? HAPPENED[tracked.name] : undefined;
    if (tracked.name === "checkout") {
      this.#checkout = idIn(facts.id);
      this.#step = String(facts.step ?? "");
    } else if (kind && tracked.isAgreed) this.#signal(kind, idIn(facts.checkout) || this.#checkout);
  }

  #watchLeaving(): void {
    this.#ended = new AbortController();
    const leaves = ({ clientY }: MouseEvent) => {
      // Out at the top, where the tabs and the address are; a finger has no such way.
      if (clientY <= 0 && matchMedia("(pointer: fine)").matches) this.#signal("EXIT_INTENT", this.#checkout);
    };
    document.documentElement.addEventListener("mouseleave", leaves, { signal: this.#ended.signal });
  }

  #isTold(kind: Kind): boolean {
    return this.#told.has(`${kind} ${this.#checkout}`);
  }

  /** Once for each checkout and kind on a page. */
  #signal(kind: Kind, checkout: string): void {
    const { host, page } = this.#place;
    if (!host.isConnected || !page.behaviour) return;
    const address = addressOf(this.#place, "signals");
    if (!address || !checkout || this.#told.has(`${kind} ${checkout}`)) return;
    this.#told.add(`${kind} ${checkout}`);
    tell(address, { checkout, kind, raised: this.#bubble.raise(kind) });
  }
}

function idIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** It leaves even with the page, and nobody waits for an answer. */
function tell(address: string, body: Readonly<Record<string, unknown>>): void {
  fetch(address, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    referrerPolicy: "no-referrer",
    keepalive: true,
  }).catch(() => undefined);
}
