import type { CartPlanGivenFragment } from "../generated/CartPlans";
import { type Condition, type Conditions, conditionsOf, whenOf } from "./conditions";

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export interface Step {
  readonly after_minutes: number;
  readonly when: Conditions;
  readonly voucher: boolean;
}

export interface Voucher {
  readonly percent: number;
  readonly budget_per_day: readonly Money[];
  readonly minimum_margin_percent: number;
  readonly once_in_days: number;
  readonly valid_days: number;
  readonly min_spend: Money | null;
}

/** As the server names it, with each step's conditions as the form shows them. */
export interface Draft {
  readonly steps: readonly Step[];
  readonly holdout_percent: number;
  readonly voucher: Voucher | null;
  readonly way_back: "REBUILD" | "PAGE";
}

interface Kept extends Omit<Draft, "steps"> {
  readonly steps: readonly (Omit<Step, "when"> & { readonly when: Condition })[];
}

export const MOST_STEPS = 10;
const A_DAY = 24 * 60;
const A_WEEK = 7 * A_DAY;

export function draftOf(plan: string): Draft {
  const kept = JSON.parse(plan) as Kept;
  return { ...kept, steps: kept.steps.map((step) => ({ ...step, when: conditionsOf(step.when) })) };
}

export function planOf(draft: Draft): string {
  return JSON.stringify({ ...draft, steps: draft.steps.map((step) => ({ ...step, when: whenOf(step.when) })) });
}

export function newVoucher(currency: string): Voucher {
  return {
    percent: 10,
    budget_per_day: [{ amount: "1000", currency }],
    minimum_margin_percent: 20,
    once_in_days: 90,
    valid_days: 7,
    min_spend: null,
  };
}

/** Whether the messages before one of a plan use up what a person gets in seven days, where all of them go. */
export function isOver(steps: readonly Step[], index: number, mostAWeek: number): boolean {
  const at = steps[index]?.after_minutes ?? 0;
  return steps.slice(0, index).filter(({ after_minutes }) => at - after_minutes < A_WEEK).length >= mostAWeek;
}

export function withStep(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1)?.after_minutes ?? 0;
  return [...steps, { after_minutes: last === 0 ? 60 : last + A_DAY, when: { mode: "ALL", rows: [] }, voucher: false }];
}

/** Exchange what two messages say; their times stay, for these go up from message to message. */
export function exchanged(steps: readonly Step[], one: number, other: number): readonly Step[] {
  const said = (index: number) => steps[index === one ? other : index === other ? one : index] as Step;
  return steps.map((step, index) => {
    const { when, voucher } = said(index);
    return { ...step, when, voucher: index > 0 && voucher };
  });
}

/** A voucher is never in the first message, whichever becomes that. */
export function without(steps: readonly Step[], gone: number): readonly Step[] {
  return steps
    .filter((_, index) => index !== gone)
    .map((step, index) => (index === 0 ? { ...step, voucher: false } : step));
}

export function currencyOf(plans: readonly CartPlanGivenFragment[], channel: string | null): string {
  const here = plans.find((one) => one.channel === channel)?.currency;
  return here ?? plans.find((one) => one.currency !== null)?.currency ?? "TRY";
}
