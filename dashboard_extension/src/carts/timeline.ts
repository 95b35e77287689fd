import type { CartCaseFactsFragment } from "../generated/CartCase";

type Step = CartCaseFactsFragment["steps"][number];
type Reason = CartCaseFactsFragment["reasons"][number];
type Voucher = NonNullable<CartCaseFactsFragment["voucher"]>;

/** One thing that happened to a case. */
export type Happening = { readonly at: string } & (
  | { readonly what: "opened" | "changed" | "abandoned" | "cameBack" | "ended" | "bought" }
  | { readonly what: "step"; readonly step: Step }
  | { readonly what: "said"; readonly reason: Reason }
  | { readonly what: "voucher"; readonly voucher: Voucher }
);

/** What happened to a case, the oldest first; of what happened in one moment, the cause. */
export function timelineOf(facts: CartCaseFactsFragment): readonly Happening[] {
  const { openedAt, changedAt, abandonedAt, cameBackAt, endedAt, orderedAt, orderId, voucher } = facts;
  const found: Happening[] = [
    { at: openedAt, what: "opened" },
    ...(changedAt === openedAt ? [] : [{ at: changedAt, what: "changed" } as const]),
    ...(abandonedAt === null ? [] : [{ at: abandonedAt, what: "abandoned" } as const]),
    ...facts.steps.map((step) => ({ at: step.at, what: "step", step }) as const),
    ...facts.reasons.map((reason) => ({ at: reason.at, what: "said", reason }) as const),
  ];
  if (cameBackAt !== null) found.push({ at: cameBackAt, what: "cameBack" });
  if (voucher !== null) found.push({ at: voucher.wantedAt, what: "voucher", voucher });
  if (orderedAt !== null) found.push({ at: orderedAt, what: "bought" });
  else if (endedAt !== null && orderId === null) found.push({ at: endedAt, what: "ended" });
  return found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
