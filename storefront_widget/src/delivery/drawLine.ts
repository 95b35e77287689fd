import { base, days, money } from "../language";
import { icon, make } from "../markup";
import type { Days, Option } from "./facts";
import { en, WORDS, type Words } from "./words";

const PARCEL =
  "M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7zM7.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z";
const CHEVRON = "m6 9 6 6 6-6";

/** The line for a page: the cheapest option in a sentence, and the others behind a button where there are any. */
export function drawLine(tag: string, options: readonly [Option, ...Option[]], isOpen: boolean): HTMLElement {
  const words = WORDS[base(tag)] ?? en;
  const line = make("div", { part: "line", class: "line" }, icon("icon", PARCEL), sentence(tag, words, options[0]));
  const drawn = make("div", { lang: tag, class: "delivery" }, line);
  if (options.length > 1) {
    const list = make("ul", { part: "options", id: "options" }, ...options.map((option) => row(tag, words, option)));
    line.append(disclosure(words, list, isOpen));
    drawn.append(list);
  }
  return drawn;
}

function sentence(tag: string, words: Words, { price, window }: Option): HTMLElement {
  const cost = costs(tag, price, window ? words.free : words.freeAlone, window ? words.shipping : words.shippingAlone);
  const said = make("bdi", { dir: words.dir });
  if (window) said.append(make("span", { part: "arrival" }, ...arrival(tag, words, window), ","), " ");
  said.append(make("span", { part: "price" }, cost));
  return make("p", { part: "text" }, said);
}

/** Each cell keeps to its own side; what is in it runs as its language does. */
function row(tag: string, words: Words, { name, price, window }: Option): HTMLElement {
  const { dir } = words;
  const cost = costs(tag, price, words.freeOption, "{price}");
  return make(
    "li",
    { part: "option" },
    make("span", { part: "option-name" }, make("bdi", {}, name)),
    make("span", { part: "option-price" }, make("bdi", { dir }, cost)),
    window && make("span", { part: "option-arrival" }, make("bdi", { dir }, ...arrival(tag, words, window))),
  );
}

function disclosure(words: Words, list: HTMLElement, isOpen: boolean): HTMLElement {
  const button = make(
    "button",
    { type: "button", part: "button", "aria-controls": list.id },
    make("span", {}, words.options),
    icon("chevron", CHEVRON),
  );
  const show = (open: boolean) => {
    button.setAttribute("aria-expanded", String(open));
    list.hidden = !open;
  };
  button.addEventListener("click", () => show(list.hidden !== false));
  show(isOpen);
  return button;
}

function arrival(tag: string, words: Words, { from, to }: Days): (Node | string)[] {
  const [first = "", last = ""] = days(tag, from, to);
  const shown = make("b", { part: "days" }, make("time", { datetime: from }, first));
  if (from !== to) shown.append(words.to, make("time", { datetime: to }, last));
  return [`${words.arrives} `, shown];
}

function costs(tag: string, price: Option["price"], free: string, phrase: string): string {
  return Number(price.amount) === 0 ? free : phrase.replace("{price}", () => money(tag, price));
}
