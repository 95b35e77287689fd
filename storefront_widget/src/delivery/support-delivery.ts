import { base } from "../language";
import { addressOf, type Open, type Place, tagOf, type View } from "../place";
import { instant, isRecord } from "../reading";
import { wear } from "../sheet";
import { turn } from "../turn";
import { AskingFacts } from "./askingFacts";
import { LONGEST_MS } from "./countdown";
import { type Destination, destinationOf, regionOf } from "./destination";
import { drawLine, type Line, sentence, spokenOf } from "./drawLine";
import { Ending } from "./ending";
import { type Facts, text } from "./facts";
import { drawCost, drawPlace } from "./fillLine";
import css from "./support-delivery.css?inline";
import { en, WORDS, type Words } from "./words";

export const open: Open = (place) => new Delivery(place);

class Delivery implements View {
  readonly #place: Place;
  readonly #asking = new AskingFacts((facts) => {
    this.#take(facts);
    this.#tell();
  });
  readonly #ending = new Ending({ tick: (left) => this.#tick(left), ask: () => this.#asking.again() });
  #facts: Facts | null = null;
  #to: Destination | null = null;
  /** What the page gave as an answer, so that nobody has to ask. */
  #given: unknown;
  #line: Line | null = null;
  #isOpen = false;
  /** What the line was drawn for; each drawing has a number, and a newer one ends it. */
  #drawnFor = "";
  #drawing = 0;
  #tag = "";
  /** Where the shopper may be; null while nobody asked. */
  #region: string | null = null;

  constructor(place: Place) {
    this.#place = place;
    wear(place.root, css);
  }

  update(): void {
    const { host } = this.#place;
    const { facts } = host as { facts?: unknown };
    this.#to = destinationOf(this.#place, (isRecord(facts) && text(facts.country)) || this.#region || "");
    if (!this.#to && host.getAttribute("variant")) this.#guess();
    const address = this.#addressFor(this.#to);
    if (address && this.#isAnswer(facts)) this.#asking.give(address, facts);
    if (this.#asking.at(address)) {
      if (address === null) this.#take(null);
      else this.#wait();
    } else if (!this.#asking.isUnderWay) {
      this.#draw();
      this.#ending.watch();
    }
  }

  pause(): void {
    this.#ending.stop();
    this.#asking.pause();
  }

  /** Where to ask; null while the page has not said for what, and nobody knows whither. */
  #addressFor(to: Destination | null): string | null {
    const said = (name: string) => this.#place.host.getAttribute(name)?.trim() ?? "";
    const variant = said("variant");
    if (!variant || !to) return null;
    const steps = [variant, to.country, to.postalCode].filter(Boolean);
    const address = addressOf(this.#place, "delivery", ...steps);
    const asked = new URLSearchParams();
    if (said("quantity") && said("quantity") !== "1") asked.set("quantity", said("quantity"));
    if (said("subtotal")) asked.set("subtotal", said("subtotal"));
    return address && (`${asked}` ? `${address}?${asked}` : address);
  }

  /** Whether the page has given an answer, made by its own server, for just this place and still true. */
  #isAnswer(facts: unknown): boolean {
    if (!isRecord(facts) || facts === this.#given) return false;
    this.#given = facts;
    const { country, postalCode } = this.#to ?? {};
    const isThere = facts.country === country && (facts.postalCode ?? "") === postalCode;
    return isThere && instant(facts.until) > Date.now();
  }

  async #guess(): Promise<void> {
    if (this.#region !== null) return;
    this.#region = "";
    this.#region = await regionOf(this.#place);
    if (this.#place.host.isConnected) this.update();
  }

  #wait(): void {
    this.#ending.stop();
    this.#line?.element.classList.add("old");
  }

  #take(facts: Facts | null): void {
    this.#facts = facts;
    this.#drawnFor = "";
    const cutoff = facts && spokenOf(facts)?.cutoff;
    if (facts) this.#ending.begin(facts.until, cutoff ? instant(cutoff) : null, facts.ahead);
    else this.#ending.forget();
    this.#draw();
  }

  /** The first row as soon as it can be read, then the others: no step holds the page for long. */
  async #draw(): Promise<void> {
    const tag = tagOf(this.#place, WORDS);
    const drawnFor = `${tag} ${this.#to?.city}`;
    if (drawnFor === this.#drawnFor) return;
    this.#drawnFor = drawnFor;
    this.#tag = tag;
    this.#drawing += 1;
    const facts = this.#facts;
    if (!facts || !this.#to || !(facts.reason || spokenOf(facts))) this.#show(null);
    else await this.#drawFacts(facts, this.#to, this.#drawing);
  }

  async #drawFacts(facts: Facts, to: Destination, drawing: number): Promise<void> {
    const [tag, words, option] = [this.#tag, this.#words, spokenOf(facts)];
    const isOver = async () => {
      await turn();
      return drawing !== this.#drawing;
    };
    if (await isOver()) return;
    const reason = option?.window ? "" : await this.#reason(option?.reason ?? facts.reason);
    const { left } = this.#ending;
    const line = drawLine(tag, words, facts, left !== null && left <= LONGEST_MS ? left : null, reason);
    if (!this.#line) this.#show(line);
    if (await isOver()) return;
    const subtotal = this.#place.host.getAttribute("subtotal") ?? "";
    if (option) line.cost.append(...drawCost(tag, words, facts, option, subtotal));
    if (await isOver()) return;
    line.place.append(...drawPlace(tag, words, to));
    if (this.#isOpen) await this.#unfold(line);
    if (drawing !== this.#drawing) return;
    this.#listen(line);
    this.#show(line);
  }

  /** Why there is no day. What is seldom said is fetched when it is. */
  async #reason(code: string | null): Promise<string> {
    const { noDay } = this.#words;
    if (!code || code === "NO_DAYS") return noDay;
    return more().then(
      ({ reasonOf }) => reasonOf(this.#tag, code) ?? noDay,
      () => noDay,
    );
  }

  #listen(line: Line): void {
    line.button?.addEventListener("click", () => this.#toggle(line));
    line.place.querySelector("button")?.addEventListener("click", () => this.#askWhere());
    // Whoever points at it may press it.
    line.element.addEventListener("pointerover", () => more().catch(() => {}), { once: true });
  }

  #show(line: Line | null): void {
    if (line && line === this.#line) return;
    const { root } = this.#place;
    const part = root.activeElement?.getAttribute("part");
    this.#line?.element.remove();
    root.querySelector("slot")?.remove();
    if (line) root.prepend(line.element);
    if (part) line?.element.querySelector<HTMLElement>(`[part="${part}"]`)?.focus();
    this.#line = line;
    this.#place.shows(line !== null);
  }

  #toggle(line: Line): void {
    this.#isOpen = !this.#isOpen;
    if (this.#isOpen) this.#unfold(line);
    else {
      line.button?.setAttribute("aria-expanded", "false");
      line.element.querySelector("#details")?.remove();
    }
  }

  async #unfold({ element, button }: Line): Promise<void> {
    const facts = this.#facts;
    if (!facts) return;
    button?.setAttribute("aria-expanded", "true");
    try {
      const { drawDetails } = await more();
      if (this.#isOpen && !element.querySelector("#details"))
        element.append(drawDetails(this.#place, this.#tag, this.#words, facts));
    } catch {
      this.#isOpen = false; // out of reach: the button can be pressed again
      button?.setAttribute("aria-expanded", "false");
    }
  }

  async #askWhere(): Promise<void> {
    const to = this.#to;
    const there = await more().catch(() => null);
    if (!to) return;
    there?.askWhere(this.#place, this.#tag, to, {
      addressFor: (chosen) => this.#addressFor(chosen),
      go: (address, body) => {
        this.#asking.give(address, body);
        this.#place.page.changed(); // every element goes where the shopper is
      },
    });
  }

  #tick(left: number): void {
    if (!this.#line || !this.#facts || left > LONGEST_MS) return;
    this.#line.said.replaceChildren(...sentence(this.#tag, this.#words, this.#facts, left, ""));
  }

  get #words(): Words {
    return WORDS[base(this.#tag)] ?? en;
  }

  #tell(): void {
    const { host, page } = this.#place;
    const [variant, quantity] = ["variant", "quantity"].map((name) => host.getAttribute(name));
    const { promise = null, cheapest = null, fastest = null, options = [] } = this.#facts ?? {};
    const { country, postalCode } = this.#to ?? {};
    page.tell("delivery", { variant, country, postalCode, cheapest, fastest, options }, host);
    page.tell("promise", { variant, quantity: Number(quantity ?? 1), promise }, host);
  }
}

/** What is seen on demand is fetched on demand. */
function more() {
  return import("./more");
}
