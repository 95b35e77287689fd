export interface Money {
  /** Exact, such as "129.90". */
  readonly amount: string;
  readonly currency: string;
}

/** The tag for Intl and `lang`: English where we have no words for the language. */
export function knownTag(locale: string, words: Readonly<Record<string, unknown>>): string {
  try {
    const [tag = "en"] = Intl.getCanonicalLocales(locale.replace("_", "-"));
    return Object.hasOwn(words, base(tag)) ? tag : "en";
  } catch {
    return "en"; // not a language tag at all
  }
}

export function base(tag: string): string {
  return tag.split("-")[0] ?? tag;
}

export function money(tag: string, { amount, currency }: Money): string {
  // As text, not as a number: formatted to the last digit whatever the size. A shop's own currency has a short sign.
  const format = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** Days such as "2026-11-24", without the year: nobody waits so long. Days over a week apart are told without weekdays. */
export function days(tag: string, ...dates: readonly string[]): string[] {
  const instants = dates.map((date) => Date.parse(date));
  const isWide = Math.max(...instants) - Math.min(...instants) > WEEK_MS;
  const weekday = isWide ? {} : ({ weekday: "short" } as const);
  const format = new Intl.DateTimeFormat(tag, { ...weekday, day: "numeric", month: "short", timeZone: "UTC" });
  return instants.map((instant) => format.format(instant).replace(",", ""));
}

const WEEK_MS = 7 * 86_400_000;

/** A phrase for a number: the language's plural of it, with the number as written there in place of `{n}`. */
export function counted(tag: string, phrases: Readonly<Record<"one" | "other", string>>, n: number): string {
  const phrase = new Intl.PluralRules(tag).select(n) === "one" ? phrases.one : phrases.other;
  return phrase.replace("{n}", new Intl.NumberFormat(tag).format(n));
}
