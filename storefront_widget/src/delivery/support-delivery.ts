import { knownTag } from "../language";
import type { Open, Place, View } from "../place";
import { drawLine } from "./drawLine";
import { askFacts, type Facts, type Option } from "./facts";
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

let shared: CSSStyleSheet | undefined;

function sheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}

class Delivery implements View {
  readonly #place: Place;
  #question: string | null = null;
  #asking: AbortController | null = null;
  #facts: Facts | null = null;
  #askAgainAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn: HTMLElement | null = null;
  #tag = "";

  constructor(place: Place) {
    this.#place = place;
    place.root.adoptedStyleSheets = [...place.root.adoptedStyleSheets, sheet()];
  }

  update(): void {
    document.addEventListener("visibilitychange", this.#askWhenOld);
    const question = this.#address();
    if (question !== this.#question) {
      this.#question = question;
      this.#ask();
    } else if (!this.#asking) {
      this.#draw();
      this.#askInTime();
    }
  }

  pause(): void {
    document.removeEventListener("visibilitychange", this.#askWhenOld);
    clearTimeout(this.#timer);
    if (!this.#asking) return;
    this.#asking.abort();
    this.#asking = null;
    this.#question = null; // asked anew when the element is back
  }

  /** Where to ask; null while the page has not said for what and whither. */
  #address(): string | null {
    const { host, page } = this.#place;
    const variant = host.getAttribute("variant");
    const country = host.getAttribute("country") ?? "";
    const channel = host.getAttribute("channel") || page.channel;
    if (!page.store || !channel || !variant || !/^[a-z]{2}$/i.test(country)) return null;
    const steps = [page.store, channel, "delivery", variant, country.toUpperCase()].map(encodeURIComponent);
    return `${page.base}s/${steps.join("/")}`;
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    this.#asking = null;
    clearTimeout(this.#timer);
    if (this.#question === null) return this.#take(null);
    this.#drawn?.classList.add("old");
    const asking = new AbortController();
    this.#asking = asking;
    const facts = await askFacts(this.#question, asking);
    if (this.#asking !== asking) return; // another variant was chosen meanwhile
    this.#asking = null;
    this.#take(facts);
    this.#tell();
  }

  #take(facts: Facts | null): void {
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
    if (this.#facts && !this.#asking && !document.hidden && isOld) this.#ask();
  };

  #draw(): void {
    const tag = knownTag(this.#place.host.getAttribute("locale") || this.#place.page.locale, WORDS);
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
