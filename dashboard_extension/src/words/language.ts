import { type Counted, en, type Words } from "./en";
import { tr } from "./tr";

const CATALOGUES: Readonly<Record<string, Words>> = { en, tr };
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** Words and formats of one language. */
export interface Language {
  /** BCP 47, for the `lang` attribute. */
  readonly tag: string;
  readonly words: Words;
  money(price: { readonly amount: string; readonly currency: string }): string;
  /** Date and time with the zone's name. */
  moment(instant: string): string;
  time(instant: string): string;
  /** The time of the day, with the date unless it is today's. */
  clock(instant: string, now: number): string;
  /** "3 days ago". A future instant, from a clock ahead of ours, is "now". */
  ago(instant: string, now: number): string;
  /** Days of a calendar, first and last: "Tue, Nov 24 – Wed, Nov 25". */
  days(first: string, last?: string): string;
  number(value: number): string;
  count(phrase: Counted, n: number): string;
  /** The country's name for a two-letter code; anything else as it is. */
  country(code: string): string;
  /** The language's name for a two-letter code; anything else as it is. */
  languageName(code: string): string;
}

/** The language for Dashboard's locale: English words and formats when we have no words for it. */
export function languageOf(locale: string): Language {
  const tag = knownTag(locale);
  const words = CATALOGUES[base(tag)] ?? en;
  const number = new Intl.NumberFormat(tag);
  return {
    tag,
    words,
    money: (price) => money(tag, price),
    moment: (instant) =>
      new Intl.DateTimeFormat(tag, { ...DAY, ...timeIn(tag), timeZoneName: "short" }).format(Date.parse(instant)),
    time: (instant) => new Intl.DateTimeFormat(tag, timeIn(tag)).format(Date.parse(instant)),
    clock: (instant, now) => clock(tag, Date.parse(instant), now),
    ago: (instant, now) => ago(tag, Date.parse(instant), now),
    days: (first, last = first) => dayFormat(tag).formatRange(Date.parse(first), Date.parse(last)),
    number: (value) => number.format(value),
    count: (phrase, n) => fill(phraseFor(tag, phrase, n), { n: number.format(n) }),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? nameOf(tag, "region", code) : code),
    languageName: (code) => (/^[a-z]{2}$/.test(code) ? nameOf(tag, "language", code) : code),
  };
}

/** Put values in the places `{name}`. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

const DAY = { year: "numeric", month: "short", day: "numeric" } as const;

/** A day has no zone: it is read and written in the same one. */
function dayFormat(tag: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
}

/** 9:05 PM, but 09:05. */
function timeIn(tag: string) {
  const { hour12 } = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions();
  return { hour: hour12 ? "numeric" : "2-digit", minute: "2-digit" } as const;
}

function knownTag(locale: string): string {
  try {
    const [tag = "en"] = Intl.getCanonicalLocales(locale.replace("_", "-"));
    return base(tag) in CATALOGUES ? tag : "en";
  } catch {
    return "en"; // not a language tag at all
  }
}

function base(tag: string): string {
  return tag.split("-")[0] ?? tag;
}

function money(tag: string, { amount, currency }: { readonly amount: string; readonly currency: string }): string {
  try {
    // As text, not as a number: formatted to the last digit whatever the size.
    return new Intl.NumberFormat(tag, { style: "currency", currency }).format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${amount} ${currency}`; // not a currency code
  }
}

function clock(tag: string, instant: number, now: number): string {
  const today = new Date(instant).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(tag, today ? timeIn(tag) : { ...DAY, ...timeIn(tag) }).format(instant);
}

function ago(tag: string, instant: number, now: number): string {
  const seconds = Math.max(0, (now - instant) / 1000);
  const format = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const unit = UNITS.find(([, length]) => seconds >= length);
  return unit ? format.format(-Math.floor(seconds / unit[1]), unit[0]) : format.format(0, "second");
}

function phraseFor(tag: string, phrase: Counted, n: number): string {
  return new Intl.PluralRules(tag).select(n) === "one" ? (phrase.one ?? phrase.other) : phrase.other;
}

function nameOf(tag: string, type: "region" | "language", code: string): string {
  return new Intl.DisplayNames(tag, { type }).of(code) ?? code;
}
