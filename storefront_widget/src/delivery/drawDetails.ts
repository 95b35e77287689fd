import { counted } from "../counting";
import { base, money } from "../language";
import { icon, make } from "../markup";
import { recall, remember } from "../memory";
import type { Place } from "../place";
import { drawDays } from "./drawDays";
import { spokenOf } from "./drawLine";
import { drawPickup } from "./drawPickups";
import { drawSteps } from "./drawSteps";
import type { Facts, Option } from "./facts";
import { taxOf } from "./fillLine";
import { dutiesOf, pickupsOf, returnsOf, stepsOf, wrongOf } from "./moreFacts";
import { en, MORE_WORDS, type MoreWords } from "./moreWords";
import type { Words } from "./words";

const CROSS = "M6 6l12 12M18 6L6 18";
const DISMISSED = "duties-seen";

/** Everything there is to know: the ways and how their dates came about, pick-up, returns, and what to pay besides. */
export function drawDetails(place: Place, tag: string, words: Words, facts: Facts): HTMLElement {
  const more = MORE_WORDS[base(tag)] ?? en;
  const { body, options } = facts;
  return make(
    "div",
    { part: "details", id: "details", dir: words.dir },
    notice(place, more, body),
    options.length ? listOf(more.list, ...options.map((option) => row(tag, words, more, facts, option))) : null,
    facts.freeFrom && make("p", { part: "note" }, more.free.replace("{price}", money(tag, facts.freeFrom))),
    ...pickups(tag, more, body),
    links(tag, more, body),
  );
}

function listOf(name: string, ...rows: HTMLElement[]): HTMLElement {
  return make("ul", { part: "options", "aria-label": name }, ...rows);
}

function row(tag: string, words: Words, more: MoreWords, facts: Facts, option: Option): HTMLElement {
  const { id, name, price, window } = option;
  const mark =
    id === facts.fastest?.id ? more.fastest : id === spokenOf(facts)?.id && facts.fastest ? more.cheapest : "";
  const isFree = Number(price.amount) === 0;
  const cost = isFree ? more.freeOption : `${money(tag, price)} ${taxOf(words, option, facts.body.country)}`;
  return make(
    "li",
    { part: "option" },
    make("span", { part: "option-name" }, make("bdi", {}, name), mark && make("span", { part: "mark" }, mark)),
    make("span", { part: "option-price" }, cost),
    option.needs && make("span", { part: "note" }, more.needs.replace("{price}", money(tag, option.needs))),
    window
      ? arrival(tag, words, more, option, window)
      : make("span", { part: "option-arrival" }, reasonOf(tag, option.reason) ?? words.noDay),
  );
}

/** Why there is no day, in a sentence; undefined where nobody said how long it takes. */
export function reasonOf(tag: string, code: string | null): string | undefined {
  return (MORE_WORDS[base(tag)] ?? en).reasons[code ?? ""];
}

function arrival(tag: string, words: Words, more: MoreWords, option: Option, window: NonNullable<Option["window"]>) {
  const shown = make("span", { part: "option-arrival" }, drawDays(tag, words, window));
  const steps = drawSteps(tag, more, stepsOf(option));
  if (!steps.childElementCount) return shown;
  const summary = make("summary", { part: "why" }, shown, " ", make("u", {}, more.why));
  return make("details", {}, summary, steps);
}

function notice(place: Place, more: MoreWords, body: Facts["body"]): HTMLElement | null {
  const note = dutiesOf(body);
  if (note === null || recall(place, DISMISSED)) return null;
  const dismiss = make("button", { type: "button", part: "dismiss", "aria-label": more.dismiss }, icon("cross", CROSS));
  const shown = make("div", { part: "notice" }, make("p", {}, make("bdi", {}, note || more.abroad)), dismiss);
  dismiss.addEventListener("click", () => {
    remember(place, DISMISSED, "1");
    const next = shown.parentElement;
    shown.remove();
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  });
  return shown;
}

function pickups(tag: string, more: MoreWords, body: Facts["body"]): HTMLElement[] {
  const rows = pickupsOf(body).map((pickup) => drawPickup(tag, more, pickup));
  if (!rows.length) return [];
  return [
    make("p", { part: "title" }, more.pickup),
    make("ul", { part: "pickups", "aria-label": more.pickup }, ...rows),
  ];
}

function links(tag: string, more: MoreWords, body: Facts["body"]): HTMLElement | null {
  const [returns, wrong] = [returnsOf(body), wrongOf(body)];
  const said = [
    returns && link(returns.url, "returns", counted(tag, { one: more.returns, other: more.returns }, returns.days)),
    wrong && link(wrong.url, "wrong", more.wrong),
  ].filter((one) => one !== null);
  return said.length ? make("p", { part: "links" }, ...said) : null;
}

function link(href: string, part: string, said: string): HTMLElement {
  return href ? make("a", { href, part }, said) : make("span", { part }, said);
}
