import type { DeliveryRulesQuery } from "../src/generated/DeliveryRules";
import type { DeliveryVariantsQuery } from "../src/generated/DeliveryVariants";
import type { PromisesQuery, TallyFragment } from "../src/generated/Promises";

type Warehouse = DeliveryRulesQuery["deliveryRules"]["warehouses"][number];

export const WAREHOUSE_RULES = {
  time_zone: "",
  week: [] as boolean[],
  cutoffs: [] as (string | null)[],
  handling: { least: 0, most: 1 },
  holidays: true,
  works_on: [] as string[],
  half_day_until: "13:00",
  closures: [] as unknown[],
  expected_on: null,
  pickup_week: null,
  pickup_ready_hours: 2,
};
export const STORE_RULES = { transit: [] as unknown[], slow: [], vendor_attribute: "", vendors: [] };
export const CHANNEL_RULES = {
  returns_days: null as number | null,
  returns_url: "",
  wrong_url: "",
  duties_note: "",
  narrowest_days: 1,
  widen: true,
  apologise: true,
};
export const WEEK = [true, true, true, true, true, false, false];
export const CUTOFFS = ["15:00", "15:00", "15:00", "15:00", "15:00", null, null];

export function aWarehouse(changes: Partial<Warehouse> = {}): Warehouse {
  return {
    id: "V2FyZWhvdXNlOjE=",
    name: "Tuzla",
    country: "TR",
    place: "İstanbul",
    hasPickup: false,
    rules: JSON.stringify(WAREHOUSE_RULES),
    usual: JSON.stringify({ week: WEEK, cutoffs: CUTOFFS, time_zone: "Europe/Istanbul" }),
    holidays: [
      { on: "2026-10-28", name: "Cumhuriyet Bayramı", halfUntil: "13:00:00" },
      { on: "2026-10-29", name: "Cumhuriyet Bayramı", halfUntil: null },
    ],
    ...changes,
  };
}

/** What the shop aurora set about delivery: nothing yet. */
export function aDeliveryRoom(changes: Partial<DeliveryRulesQuery["deliveryRules"]> = {}) {
  return {
    DeliveryRules: (): DeliveryRulesQuery => ({
      deliveryRules: {
        store: JSON.stringify(STORE_RULES),
        mayChangeAll: true,
        warehouses: [aWarehouse()],
        channels: [
          { slug: "default-channel", name: "Aurora", defaultCountry: "TR", rules: JSON.stringify(CHANNEL_RULES) },
        ],
        methods: [
          { id: "U006MQ==", name: "Standard", zone: "Türkiye", countries: ["TR"], minimumDays: 2, maximumDays: 4 },
          { id: "U006Mg==", name: "Courier", zone: "Türkiye", countries: ["TR"], minimumDays: null, maximumDays: null },
        ],
        ...changes,
      },
      setup: { storeKey: "aurora-key" },
    }),
    DeliveryVariants: (): DeliveryVariantsQuery => ({ deliveryVariants: [{ id: "UHY6MQ==", name: "Lamp · Blue" }] }),
  };
}

export function aTally(changes: Partial<TallyFragment> = {}): TallyFragment {
  return { id: "", name: "", made: 40, known: 30, kept: 27, share: 0.9, ...changes };
}

export function aScore(changes: Partial<PromisesQuery["promises"]> = {}): PromisesQuery {
  return {
    promises: {
      days: 90,
      atRisk: 2,
      late: 1,
      all: aTally({ made: 60, known: 50, kept: 46, share: 0.92 }),
      methods: [
        aTally({ id: "U006MQ==", name: "Standard" }),
        aTally({ id: "U006Mg==", name: "Courier", made: 20, known: 19, kept: 19, share: null }),
      ],
      regions: [aTally({ id: "TR" }), aTally({ id: "TR-34", share: 0.899, kept: 26 })],
      warehouses: [aTally({ id: "V2FyZWhvdXNlOjE=", name: "Tuzla" })],
      weeks: [
        { monday: "2026-11-02", tally: aTally({ id: "2026-11-02" }) },
        { monday: "2026-11-09", tally: aTally({ id: "2026-11-09", known: 3, kept: 1, share: null }) },
      ],
      ...changes,
    },
  };
}
