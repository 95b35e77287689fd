import type { DeliveryWords } from "../words/delivery/en";

type Week = readonly boolean[] | null;

/** Weeks of carriers that can be chosen by name: seven signs, Monday first. */
const NAMED = { workdays: "1111100", saturday: "1111110", all: "1111111" } as const;

export const USUAL = "";

export function weekKey(week: Week): string {
  return week === null ? USUAL : week.map((works) => (works ? "1" : "0")).join("");
}

export function weekOf(key: string): Week {
  return key === USUAL ? null : [...key].map((sign) => sign === "1");
}

/** The weeks by name, and the chosen one whatever it is. */
export function weekOptions(words: DeliveryWords["transit"], chosen: string): { value: string; label: string }[] {
  const named = Object.entries(NAMED).map(([name, value]) => ({
    value: value as string,
    label: words.weeks[name as keyof typeof NAMED],
  }));
  const options = [{ value: USUAL, label: words.weeks.usual }, ...named];
  return options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: words.otherWeek }];
}
