import type { Money } from "../language";
import { instant, isRecord } from "../reading";

/** First and last day a parcel can arrive, both inclusive, such as "2026-11-24". */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
  /** Null where the merchant gave no days. */
  readonly window: Days | null;
}

/** What can be said until the instant `until` (milliseconds); the cheapest option first. */
export interface Facts {
  readonly options: readonly Option[];
  readonly until: number;
}

/** Believe nothing that is not wholly as docs/storefront.md says: half an answer would be a wrong one. */
export function readFacts(body: unknown): Facts | null {
  if (!isRecord(body) || !Array.isArray(body.options)) return null;
  const until = instant(body.until);
  const options = body.options.map(readOption);
  if (Number.isNaN(until) || !options.every((option) => option !== null)) return null;
  return { options, until };
}

function readOption(value: unknown): Option | null {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.name !== "string") return null;
  const price = readMoney(value.price);
  if (!price) return null;
  if (value.window === null) return { id: value.id, name: value.name, price, window: null };
  const window = readDays(value.window);
  return window && { id: value.id, name: value.name, price, window };
}

function readMoney(value: unknown): Money | null {
  if (!isRecord(value)) return null;
  const { amount, currency } = value;
  if (typeof amount !== "string" || typeof currency !== "string") return null;
  return /^\d+(\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency) ? { amount, currency } : null;
}

function readDays(value: unknown): Days | null {
  return isRecord(value) && isDay(value.from) && isDay(value.to) ? { from: value.from, to: value.to } : null;
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
