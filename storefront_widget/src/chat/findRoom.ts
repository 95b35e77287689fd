import { money } from "../language";
import { icon, make } from "../markup";
import type { Desk, Room } from "./desk";
import { Field, SendButton } from "./fields";
import { type Choice, type Finding, find, type Narrowing, type Product } from "./finding";
import { type FindWords, findWordsOf } from "./findWords";
import { askAbout } from "./here";

const CROSS = "M6 6l12 12M18 6L6 18";

/** Where a shopper looks for a product, and narrows it step by step. */
export function findRoom(desk: Desk): Room {
  const finder = new Finder(desk);
  return { element: finder.element, isHeld: true, focus: () => finder.focus(), fill: () => {} };
}

class Finder {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #words: FindWords;
  readonly #looked: Field;
  readonly #send: SendButton;
  readonly #said = make("p", { part: "hint", role: "status" });
  readonly #taken = make("div", { part: "choices" });
  readonly #choices = make("div", {});
  readonly #found = make("ul", { part: "found" });
  #narrowings: readonly Narrowing[] = [];
  /** Only the newest answer counts. */
  #turn = 0;

  constructor(desk: Desk) {
    const [tag, { back, find: title }] = desk.words();
    this.#desk = desk;
    this.#words = findWordsOf(tag);
    const box = make("input", { type: "search", maxlength: "100", autocomplete: "off", enterkeyhint: "search" });
    this.#looked = new Field("looked", this.#words.looking, box);
    this.#send = new SendButton(this.#words.search, this.#words.searching);
    const away = make("button", { type: "button", part: "undo" }, back);
    away.addEventListener("click", () => desk.goBack());
    const row = make("div", { class: "row" }, away, this.#send.element);
    const asking = [make("h3", {}, title), this.#looked.element, row];
    const parts = [...asking, this.#taken, this.#said, this.#choices, this.#found];
    this.element = make("form", { part: "form", role: "search", novalidate: "" }, ...parts);
    this.element.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      this.#narrow([]);
    });
    this.#narrow([]);
  }

  focus(): void {
    this.#looked.control.focus();
  }

  async #narrow(narrowings: readonly Narrowing[]): Promise<void> {
    this.#narrowings = narrowings;
    this.#drawTaken();
    this.#turn += 1;
    const turn = this.#turn;
    const { place } = this.#desk;
    const [tag, { failedAlone }] = this.#desk.words();
    const found = await this.#send.during(find(place, tag, this.#looked.text, narrowings));
    if (turn !== this.#turn) return;
    this.#said.textContent = found ? this.#count(found) : failedAlone;
    this.#choices.replaceChildren(...this.#drawChoices(found));
    this.#found.replaceChildren(...(found?.products ?? []).map((one) => this.#drawProduct(tag, one)));
  }

  #count({ count, is_all }: Finding): string {
    const { many, none, one, tooMany } = this.#words;
    if (!count) return none;
    return count === 1 ? one : (is_all ? many : tooMany).replace("{n}", String(count));
  }

  #drawTaken(): void {
    const taken = this.#narrowings.map((one) => {
      const label = this.#words.remove.replace("{name}", one.name);
      const button = make("button", { type: "button", part: "choice", "aria-label": label, class: "taken" });
      button.append(make("bdi", {}, one.name), icon("icon", CROSS));
      button.addEventListener("click", () => {
        this.#narrow(this.#narrowings.filter((other) => other !== one));
        this.focus();
      });
      return button;
    });
    this.#taken.replaceChildren(...taken);
  }

  #drawChoices(found: Finding | null): HTMLElement[] {
    const groups = [
      { key: "", name: this.#words.category, values: found?.categories ?? [] },
      ...(found?.attributes ?? []),
    ];
    return groups.filter(({ values }) => values.length).map(({ key, name, values }) => this.#group(key, name, values));
  }

  #group(on: string, name: string, values: readonly Choice[]): HTMLElement {
    const buttons = values.map(({ key, name, count }) => {
      const said = make("span", {}, make("bdi", {}, name), ` (${count})`);
      const button = make("button", { type: "button", part: "choice" }, said);
      button.addEventListener("click", () => {
        this.#narrow([...this.#narrowings, { on, key, name }]);
        // What was pressed is about to go; where it went takes its place.
        (this.#taken.lastElementChild as HTMLElement).focus();
      });
      return button;
    });
    return make(
      "div",
      { role: "group", "aria-label": name },
      make("p", { part: "hint" }, name),
      make("div", { part: "choices" }, ...buttons),
    );
  }

  #drawProduct(tag: string, { id, name, image, url, price, has_dearer }: Product): HTMLElement {
    const [, { showIt }] = this.#desk.words();
    const said = money(tag, price);
    const ask = make(
      "button",
      { type: "button", part: "choice", "aria-label": `${this.#words.ask}: ${name}` },
      this.#words.ask,
    );
    ask.addEventListener("click", () => {
      askAbout({ stage: "product", name, id });
      this.#desk.goBack();
    });
    const show = url ? make("a", { part: "choice", href: url, "aria-label": `${showIt}: ${name}` }, showIt) : null;
    const facts = make(
      "div",
      { class: "facts" },
      make("bdi", { part: "card-name" }, name),
      make("span", {}, has_dearer ? this.#words.from.replace("{price}", said) : said),
      make("div", { part: "choices" }, show, ask),
    );
    return make("li", { part: "found-product" }, image ? drawImage(image) : null, facts);
  }
}

/** A picture of the shop's; where its page does not let it in, the product does without. */
function drawImage(address: string): HTMLElement {
  const image = make("img", { part: "card-image", src: address, alt: "", loading: "lazy", width: "64", height: "64" });
  image.addEventListener("error", () => image.remove());
  return image;
}
