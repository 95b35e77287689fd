import type { DeliveryGivenFragment } from "../generated/DeliveryRules";
import type { Shift } from "../settings/draft";

/** Working days, both inclusive. */
export interface Days {
  readonly least: number;
  readonly most: number;
}

export interface Closure {
  readonly first: string;
  readonly last: string;
  readonly name: string;
}

/** As the server names them; weeks have seven days, Monday first, and an empty one is the usual one. */
export interface WarehouseRules {
  readonly time_zone: string;
  readonly week: readonly boolean[];
  /** HH:MM, null on a day on which nothing leaves. */
  readonly cutoffs: readonly (string | null)[];
  readonly handling: Days;
  readonly holidays: boolean;
  readonly works_on: readonly string[];
  readonly half_day_until: string;
  readonly closures: readonly Closure[];
  readonly expected_on: string | null;
  readonly pickup_week: readonly (readonly Shift[])[] | null;
  readonly pickup_ready_hours: number;
}

export interface TransitRule {
  readonly method: string;
  readonly country: string;
  readonly postal_prefix: string;
  readonly days: Days;
  /** The carrier's; null is what is usual in the country. */
  readonly week: readonly boolean[] | null;
  readonly holidays: boolean;
}

export interface SlowRule {
  readonly attribute: string;
  readonly values: readonly string[];
  readonly extra_handling: Days;
}

export interface VendorRule {
  readonly vendor: string;
  readonly extra_handling: Days;
}

export interface StoreRules {
  readonly transit: readonly TransitRule[];
  readonly slow: readonly SlowRule[];
  readonly vendor_attribute: string;
  readonly vendors: readonly VendorRule[];
}

export interface ChannelRules {
  readonly returns_days: number | null;
  readonly returns_url: string;
  readonly wrong_url: string;
  readonly duties_note: string;
  readonly narrowest_days: number;
  readonly widen: boolean;
  readonly apologise: boolean;
}

/** What is usual at a warehouse where the merchant gave nothing. */
export type Usual = Pick<WarehouseRules, "week" | "cutoffs" | "time_zone">;

export interface Draft {
  readonly store: StoreRules;
  readonly warehouses: Readonly<Record<string, WarehouseRules>>;
  readonly channels: Readonly<Record<string, ChannelRules>>;
}

export function draftOf({ store, warehouses, channels }: DeliveryGivenFragment): Draft {
  return {
    store: JSON.parse(store) as StoreRules,
    warehouses: Object.fromEntries(warehouses.map(({ id, rules }) => [id, JSON.parse(rules) as WarehouseRules])),
    channels: Object.fromEntries(channels.map(({ slug, rules }) => [slug, JSON.parse(rules) as ChannelRules])),
  };
}

export interface Change {
  readonly warehouse: string | null;
  readonly channel: string | null;
  readonly data: string;
}

/** What the server is sent: the parts that are not as they were. */
export function changesOf(draft: Draft, saved: Draft): Change[] {
  const changes: Change[] = [];
  const add = (now: unknown, before: unknown, warehouse: string | null, channel: string | null) => {
    if (JSON.stringify(now) !== JSON.stringify(before)) changes.push({ warehouse, channel, data: JSON.stringify(now) });
  };
  add(draft.store, saved.store, null, null);
  for (const [id, rules] of Object.entries(draft.warehouses)) add(rules, saved.warehouses[id], id, null);
  for (const [slug, rules] of Object.entries(draft.channels)) add(rules, saved.channels[slug], null, slug);
  return changes;
}
