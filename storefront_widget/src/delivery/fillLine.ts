import { money } from "../language";
import { make } from "../markup";
import type { Destination } from "./destination";
import { drawDays } from "./drawDays";
import type { Facts, Option } from "./facts";
import { phrase } from "./phrase";
import type { Words } from "./words";

/** The second row: what it costs, and as much as fits of what else speaks for buying here. */
export function drawCost(tag: string, words: Words, facts: Facts, option: Option, subtotal: string): HTMLElement[] {
  const { fastest, freeFrom } = facts;
  const { duties } = (facts.body.region ?? {}) as { duties?: unknown };
  const pieces: [string, (Node | string)[]][] = [["price", [price(tag, words, option, facts.body.country)]]];
  if (duties === true) pieces.push(["duties", [words.duties]]);
  if (option.needs) pieces.push(["needs", [words.needs.replace("{price}", money(tag, option.needs))]]);
  if (freeFrom && Number(option.price.amount)) {
    const missing = (Number(freeFrom.amount) - Number(subtotal)).toFixed(DECIMALS);
    const said = subtotal ? words.more : words.freeFrom;
    pieces.push(["free-from", [said.replace("{price}", money(tag, { ...freeFrom, amount: missing }))]]);
  }
  if (fastest?.window) {
    const days = [drawDays(tag, words, fastest.window)];
    pieces.push(["fastest", phrase(words.faster, { days, price: [money(tag, fastest.price)] })]);
  }
  return pieces.map(([part, shown]) => make("bdi", { part, dir: words.dir }, ...shown));
}

// Of no currency are there smaller parts; its own format says how many are shown.
const DECIMALS = 3;

function price(tag: string, words: Words, option: Option, country: unknown): string {
  if (Number(option.price.amount) === 0) return words.free;
  return `${words.shipping.replace("{price}", money(tag, option.price))} ${taxOf(words, option, country)}`;
}

/** Whether there is tax in it. Over the ocean there is no VAT. */
export function taxOf(words: Words, { tax }: Option, country: unknown): string {
  const said = words[tax as "INCLUDED"] ?? "";
  return country === "US" || country === "CA" ? said.replace("VAT", "tax") : said;
}

/** The third row: where to, and the button by which that is changed. */
export function drawPlace(tag: string, words: Words, { country, postalCode, city }: Destination): (Node | string)[] {
  const name = city || new Intl.DisplayNames(tag, { type: "region" }).of(country) || country;
  const place = make("bdi", { part: "destination" }, [name, postalCode].filter(Boolean).join(" "));
  const attributes = { type: "button", part: "change", "aria-label": words.changeName };
  const change = make("button", attributes, words.change);
  return [make("bdi", { dir: words.dir }, ...phrase(words.to, { place: [place] })), change];
}
