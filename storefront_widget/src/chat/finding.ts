import type { Money } from "../language";
import { addressOf, type Place } from "../place";
import { isRecord } from "../reading";
import { call } from "./door";

export interface Named {
  readonly key: string;
  readonly name: string;
}

/** Something to narrow by: with it, so many are left. */
export interface Choice extends Named {
  readonly count: number;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** Its page in the shop; empty where it has none. */
  readonly url: string;
  readonly price: Money;
  /** Others of its kind cost more. */
  readonly has_dearer: boolean;
}

/** As docs/self-help.md says it. */
export interface Finding {
  readonly count: number;
  readonly is_all: boolean;
  readonly products: readonly Product[];
  readonly categories: readonly Choice[];
  readonly attributes: readonly (Named & { readonly values: readonly Choice[] })[];
}

/** `on` is empty for a category, else an attribute. */
export interface Narrowing extends Named {
  readonly on: string;
}

const BUSY = 503;
const AGAIN_MS = 1_200;

/** What the shop has; null where it does not say. */
export async function find(
  place: Place,
  tag: string,
  text: string,
  narrowings: readonly Narrowing[],
): Promise<Finding | null> {
  const asked = new URLSearchParams({ q: text, lang: tag });
  for (const { on, key } of narrowings) asked.append(on ? "a" : "category", on ? `${on}:${key}` : key);
  const address = `${addressOf(place, "products")}?${asked}`;
  let [status, body] = await call(address);
  if (status === BUSY) {
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    [status, body] = await call(address);
  }
  return status === 200 && isRecord(body) ? (body as unknown as Finding) : null;
}
