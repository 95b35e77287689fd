import { amountOf } from "../acts/actDraft";
import type { LimitFragment } from "../generated/Authority";
import type { AuthorityLimitInput } from "../generated/AuthorityUpdate";

/** One line of the table while it is typed; an empty bound is none. */
export interface LimitDraft {
  readonly group: string;
  readonly reason: string;
  readonly currency: string;
  readonly percent: string;
  readonly perOrder: string;
  readonly perDay: string;
  readonly perCustomer: string;
}

export function draftOf({ group, reason, currency, ...bounds }: LimitFragment): LimitDraft {
  const { percentOfOrder: percent, perOrder, perDay, perCustomer } = bounds;
  return {
    group,
    reason,
    currency,
    percent: percent === null ? "" : String(percent),
    perOrder: perOrder ?? "",
    perDay: perDay ?? "",
    perCustomer: perCustomer ?? "",
  };
}

export function newLimit(currency: string): LimitDraft {
  return { group: "", reason: "", currency, percent: "", perOrder: "", perDay: "", perCustomer: "" };
}

export function inputOf({ group, reason, currency, percent, ...sums }: LimitDraft): AuthorityLimitInput {
  return {
    group: group.trim(),
    reason,
    currency: currency.trim().toUpperCase(),
    percentOfOrder: percent.trim() === "" ? null : Number(percent),
    perOrder: amountOf(sums.perOrder),
    perDay: amountOf(sums.perDay),
    perCustomer: amountOf(sums.perCustomer),
  };
}
