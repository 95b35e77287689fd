/** A phrase for a number: the language's plural of it, with the number as written there in place of `{n}`. */
export function counted(tag: string, phrases: Readonly<Record<"one" | "other", string>>, n: number): string {
  const phrase = new Intl.PluralRules(tag).select(n) === "one" ? phrases.one : phrases.other;
  return phrase.replace("{n}", new Intl.NumberFormat(tag).format(n));
}
