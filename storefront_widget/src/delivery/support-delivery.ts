import { Asking } from "../asking";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { wear } from "../sheet";
import { drawLine } from "./drawLine";
import { type Facts, type Option, readFacts } from "./facts";
import css from "./support-delivery.css?inline";
import { WORDS } from "./words";

// The answer ends at midnight for everybody at once; they need not all ask in the same second.
const SPREAD_MS = 30_000;
// A shopper's clock may be wrong by a day, and must not make the page ask without end.
const SOONEST_MS = 300_000;
const LATEST_MS = 86_400_000;
// Timers may ring a little before their time.
const EARLY_MS = 1_000;

export const open: Open = (place) => new Delivery(place);

class Delivery implements View {
  readonly #place: Place;
  readonly #asking = new Asking(readFacts, (facts) => {
    this.#take(facts);
    this.#tell();
  });
  #facts: Facts | null = null;
  #askAgainAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn: HTMLElement | null = null;
  #tag = "";

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
  }

  update(): void {
    document.addEventListener("visibilitychange", this.#askWhenOld);
    const address = this.#address();
    if (this.#asking.at(address)) {
      if (address === null) this.#take(null);
      else this.#wait();
    } else if (!this.#asking.isUnderWay) {
      this.#draw();
      this.#askInTime();
    }
  }

  pause(): void {
    document.removeEventListener("visibilitychange", this.#askWhenOld);
    clearTimeout(this.#timer);
    this.#asking.pause();
  }

  /** Where to ask; null while the page has not said for what and whither. */
  #address(): string | null {
    const { host } = this.#place;
    const variant = host.getAttribute("variant");
    const country = host.getAttribute("country") ?? "";
    if (!variant || !/^[a-z]{2}$/i.test(country)) return null;
    return addressOf(this.#place, "delivery", variant, country.toUpperCase());
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#drawn?.classList.add("old");
  }

  #take(facts: Facts | null): void {
    clearTimeout(this.#timer);
    this.#facts = facts;
    this.#tag = "";
    this.#draw();
    if (!facts) return;
    const left = facts.until - Date.now() + Math.random() * SPREAD_MS;
    this.#askAgainAt = Date.now() + Math.min(Math.max(left, SOONEST_MS), LATEST_MS);
    this.#askInTime();
  }

  #askInTime(): void {
    clearTimeout(this.#timer);
    if (this.#facts) this.#timer = setTimeout(this.#askWhenOld, Math.max(this.#askAgainAt - Date.now(), 0));
  }

  /** Nobody asks for a page that is not looked at; it asks when it is looked at again. */
  readonly #askWhenOld = (): void => {
    const isOld = Date.now() + EARLY_MS >= this.#askAgainAt;
    if (!this.#facts || this.#asking.isUnderWay || document.hidden || !isOld) return;
    this.#wait();
    this.#asking.again();
  };

  #draw(): void {
    const tag = tagOf(this.#place, WORDS);
    if (tag === this.#tag) return;
    this.#tag = tag;
    const [cheapest, ...others] = this.#facts?.options ?? [];
    this.#replace(cheapest ? [cheapest, ...others] : null);
  }

  #replace(options: [Option, ...Option[]] | null): void {
    const { root } = this.#place;
    const button = this.#drawn?.querySelector("button");
    const hadFocus = button !== null && root.activeElement === button;
    const drawn = options && drawLine(this.#tag, options, button?.getAttribute("aria-expanded") === "true");
    root.replaceChildren(...(drawn ? [drawn] : []));
    if (hadFocus) drawn?.querySelector("button")?.focus();
    this.#drawn = drawn;
    this.#place.shows(drawn !== null);
  }

  #tell(): void {
    const { host, page } = this.#place;
    const options = this.#facts?.options ?? [];
    const [variant, country] = ["variant", "country"].map((name) => host.getAttribute(name));
    page.tell("delivery", { variant, country, cheapest: options[0] ?? null, options }, host);
  }
}
