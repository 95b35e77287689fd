import type { Money } from "../language";
import { instant, isRecord } from "../reading";

/** First and last day, both inclusive, such as "2026-11-24". */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A way to the shopper, as in the answer. */
export interface Option {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
  readonly tax: string;
  /** The worth of an order from which it is offered, where that may not be reached. */
  readonly needs: Money | null;
  /** Null where no day can be said; `reason` says why. */
  readonly window: Days | null;
  /** The instant until which its first day holds; null where the merchant gave no cut-off. */
  readonly cutoff: string | null;
  readonly reason: string | null;
}

/** What can be said until the instant `until` (milliseconds); the cheapest option first. */
export interface Facts {
  readonly options: readonly Option[];
  readonly cheapest: Option | null;
  readonly fastest: Option | null;
  readonly freeFrom: Money | null;
  /** Why there is no day. */
  readonly reason: string | null;
  /** The signed id of what is promised. */
  readonly promise: string | null;
  readonly until: number;
  /** How far the service's clock is before the shopper's (milliseconds). */
  readonly ahead: number;
  /** All of it: what is seen on demand is read on demand. */
  readonly body: Readonly<Record<string, unknown>>;
}

// What a CDN keeps is this old at most, and a shopper's clock may as well be.
const TOLERATED_MS = 60_000;
// What is wrong with a question stays so.
const NEVER = "9999-12-31T00:00:00Z";

/** Believe nothing that is not wholly as docs/storefront.md says: half an answer would be a wrong one. */
export function readFacts(answer: unknown, saidAt: number): Facts | null {
  if (!isRecord(answer)) return null;
  const body = isRecord(answer.error) ? { options: [], until: NEVER, reason: answer.error.code } : answer;
  const { options, freeFrom } = body as Readonly<Record<string, unknown>>;
  const until = instant(body.until);
  if (!(until > 0) || !Array.isArray(options) || !options.every(isOption)) return null;
  const named = (id: unknown) => options.find((option) => option.id === id) ?? null;
  const ahead = saidAt - Date.now();
  return {
    options,
    cheapest: named(body.cheapest),
    fastest: named(body.fastest),
    freeFrom: isMoney(freeFrom) ? freeFrom : null,
    reason: text(body.reason),
    promise: text(body.promise),
    until,
    ahead: Math.abs(ahead) > TOLERATED_MS ? ahead : 0,
    body,
  };
}

function isOption(value: unknown): value is Option {
  return (
    isRecord(value) &&
    [value.id, value.name].every((one) => typeof one === "string") &&
    isMoney(value.price) &&
    (value.needs === null || isMoney(value.needs)) &&
    (value.window === null || isDays(value.window)) &&
    (value.cutoff === null || instant(value.cutoff) > 0)
  );
}

function isMoney(value: unknown): value is Money {
  if (!isRecord(value)) return false;
  return is(value.amount, /^\d+(\.\d+)?$/) && is(value.currency, /^[A-Z]{3}$/);
}

export function isDays(value: unknown): value is Days {
  return isRecord(value) && isDay(value.from) && isDay(value.to);
}

export function isDay(value: unknown): value is string {
  return is(value, /^\d{4}-\d\d-\d\d$/) && !Number.isNaN(Date.parse(value));
}

export function is(value: unknown, kind: RegExp): value is string {
  return typeof value === "string" && kind.test(value);
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
