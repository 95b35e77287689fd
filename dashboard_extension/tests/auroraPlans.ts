import type { CartPlanChoicesQuery } from "../src/generated/CartPlanChoices";
import type { CartPlanGivenFragment, CartPlansQuery } from "../src/generated/CartPlans";
import type { CartPlanVersionsQuery } from "../src/generated/CartPlanVersions";
import type { Trial } from "../src/plans/TrialPart";

export const ALWAYS = { is: "ALL", of: [] as unknown[] };
export const USUAL = {
  steps: [60, 1440, 4320].map((after_minutes) => ({ after_minutes, when: ALWAYS, voucher: false })),
  holdout_percent: 5,
  voucher: null as unknown,
  way_back: "REBUILD",
};

export function aPlan(changes: Partial<CartPlanGivenFragment> = {}, plan: object = {}): CartPlanGivenFragment {
  return {
    channel: null,
    name: null,
    currency: null,
    version: 0,
    isOwn: false,
    mayChange: true,
    mostEmailsAWeek: 2,
    plan: JSON.stringify({ ...USUAL, ...plan }),
    ...changes,
  };
}

export const HERE = { channel: "default-channel", name: "Aurora", currency: "TRY" };

/** What the shop aurora set about carts that were left: nothing yet. */
export function aPlanRoom(...plans: readonly CartPlanGivenFragment[]) {
  return {
    CartPlans: (): CartPlansQuery => ({ cartPlans: plans.length > 0 ? plans : [aPlan(), aPlan(HERE)] }),
    CartPlanVersions: (): CartPlanVersionsQuery => ({ cartPlanVersions: [] }),
    CartPlanChoices: (variables: unknown): CartPlanChoicesQuery => {
      const { ids } = variables as { ids: readonly string[] | null };
      const all = [
        { id: "UHJvZHVjdDox", name: "Lamp" },
        { id: "UHJvZHVjdDoy", name: "Vase" },
      ];
      return { cartPlanChoices: ids === null ? all : all.filter(({ id }) => ids.includes(id)) };
    },
  };
}

export function aTrial(changes: Partial<Trial> = {}): Trial {
  return {
    lookedAt: 52,
    isWhole: true,
    wouldWrite: 41,
    orderedWithinTheHour: 3,
    messages: [41, 30, 22],
    silences: [
      { silence: "NO_CONSENT", cases: 9 },
      { silence: "ORDERED", cases: 2 },
    ],
    examples: [
      {
        case: "Q2FydENhc2U6MQ==",
        changedAt: "2026-11-20T12:00:00+00:00",
        firstItem: "Lamp",
        items: 3,
        value: { amount: "320.00", currency: "TRY" },
        cause: "PAYMENT_FAILED",
        steps: [1, 2],
        silence: "CONDITIONS",
        why: ["VALUE_AT_LEAST:500.00 TRY:320.00 TRY"],
      },
    ],
    ...changes,
  };
}
