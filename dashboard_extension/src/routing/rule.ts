import type { RuleFragment } from "../generated/RoutingRules";
import type { RoutingRuleInput } from "../generated/RoutingRuleUpdate";
import type { Money } from "../plans/draft";

/** What must hold of a new ticket, as the service names it; what is not there asks nothing. */
export interface Conditions {
  readonly late?: boolean;
  readonly first_order?: boolean;
  readonly value_at_least?: Money;
  readonly products?: readonly string[];
  readonly categories?: readonly string[];
  readonly channels?: readonly string[];
  readonly languages?: readonly string[];
  readonly reasons?: readonly string[];
  readonly kinds?: readonly string[];
  readonly words?: readonly string[];
}

/** What is settled then. */
export interface Effects {
  readonly reason?: string;
  readonly priority?: string;
  readonly tags?: readonly string[];
  readonly department?: string;
  readonly assignee?: string;
  readonly fair?: boolean;
}

export interface RuleDraft {
  readonly id: string | null;
  readonly name: string;
  readonly isOn: boolean;
  readonly conditions: Conditions;
  readonly effects: Effects;
}

export const NEW_RULE: RuleDraft = { id: null, name: "", isOn: true, conditions: {}, effects: {} };

export function draftOf({ id, name, isOn, conditions, effects }: RuleFragment): RuleDraft {
  return { id, name, isOn, conditions: JSON.parse(conditions), effects: JSON.parse(effects) };
}

export function inputOf({ id, name, isOn, conditions, effects }: RuleDraft): RoutingRuleInput {
  return { id, name: name.trim(), isOn, conditions: written(conditions), effects: written(effects) };
}

/** As JSON, without what is empty: an empty list would hold for nothing. */
export function written(given: Conditions | Effects): string {
  const filled = Object.entries(given).filter(([, value]) => isSaid(value));
  return JSON.stringify(Object.fromEntries(filled));
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null && "amount" in value) return value.amount !== "";
  return true;
}
