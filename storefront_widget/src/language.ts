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
  // As text, not as a number: formatted to the last digit whatever the size.
  return inCurrency(tag, currency).format(amount as Intl.StringNumericLiteral);
}

/** Days such as "2026-11-24", without the year: nobody waits so long. Days over a week apart are told without weekdays. */
export function days(tag: string, ...dates: readonly string[]): string[] {
  const instants = dates.map((date) => Date.parse(date));
  const isWide = Math.max(...instants) - Math.min(...instants) > WEEK_MS;
  const format = isWide ? dayOfMonth(tag) : dayOfWeek(tag);
  return instants.map((instant) => format.format(instant).replace(",", ""));
}

// The first format of a page costs a slow phone a tenth of a second, so each is made once, and when it is needed.
// A shop's own currency has a short sign.
const inCurrency = once(
  (tag, currency) => new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
);
const DAY = { day: "numeric", month: "short", timeZone: "UTC" } as const;
const dayOfMonth = once((tag) => new Intl.DateTimeFormat(tag, DAY));
const dayOfWeek = once((tag) => new Intl.DateTimeFormat(tag, { ...DAY, weekday: "short" }));

function once<Made>(make: (tag: string, about: string) => Made): (tag: string, about?: string) => Made {
  const made = new Map<string, Made>();
  return (tag, about = "") => {
    const key = `${tag} ${about}`;
    const there = made.get(key) ?? make(tag, about);
    made.set(key, there);
    return there;
  };
}

const WEEK_MS = 7 * 86_400_000;
