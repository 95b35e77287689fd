import type { CartCause } from "../generated/CartPlanTry";

export type Profile = "GUEST" | "NEW" | "RETURNING";

/** One fact that a condition asks for, as the server has it. */
export type Leaf =
  | { readonly is: "VALUE_AT_LEAST" | "VALUE_BELOW"; readonly amount: string; readonly currency: string }
  | { readonly is: "CAUSE"; readonly of: readonly CartCause[] }
  | { readonly is: "PROFILE"; readonly of: readonly Profile[] }
  | { readonly is: "PRODUCT" | "CATEGORY"; readonly of: readonly string[] }
  | { readonly is: "QUANTITY_AT_LEAST"; readonly pieces: number }
  | { readonly is: "SHIPPING_SHARE_AT_LEAST"; readonly percent: number };
export type Kind = Leaf["is"];

export type Condition =
  | Leaf
  | { readonly is: "ALL" | "ANY"; readonly of: readonly Condition[] }
  | { readonly is: "NOT"; readonly that: Condition };

export interface Row {
  readonly not: boolean;
  readonly leaf: Leaf;
}

/** What the form shows: rows of which all or any hold. Other programs may set more: that is kept as it is. */
export type Conditions =
  | { readonly mode: "ALL" | "ANY"; readonly rows: readonly Row[] }
  | { readonly mode: "OTHER"; readonly when: Condition };

export const KINDS: readonly Kind[] = [
  "VALUE_AT_LEAST",
  "VALUE_BELOW",
  "CAUSE",
  "PROFILE",
  "PRODUCT",
  "CATEGORY",
  "QUANTITY_AT_LEAST",
  "SHIPPING_SHARE_AT_LEAST",
];
export const PROFILES: readonly Profile[] = ["GUEST", "NEW", "RETURNING"];

export function newLeaf(kind: Kind, currency: string): Leaf {
  switch (kind) {
    case "VALUE_AT_LEAST":
    case "VALUE_BELOW":
      return { is: kind, amount: "", currency };
    case "QUANTITY_AT_LEAST":
      return { is: kind, pieces: 2 };
    case "SHIPPING_SHARE_AT_LEAST":
      return { is: kind, percent: 25 };
    default:
      return { is: kind, of: [] };
  }
}

export function conditionsOf(when: Condition): Conditions {
  const single = rowOf(when);
  if (single !== null) return { mode: "ALL", rows: [single] };
  if (when.is !== "ALL" && when.is !== "ANY") return { mode: "OTHER", when };
  const rows = (when.of as readonly Condition[]).map(rowOf);
  return rows.some((row) => row === null) ? { mode: "OTHER", when } : { mode: when.is, rows: rows as Row[] };
}

export function whenOf(conditions: Conditions): Condition {
  if (conditions.mode === "OTHER") return conditions.when;
  const { mode, rows } = conditions;
  const of = rows.map(({ not, leaf }): Condition => (not ? { is: "NOT", that: leaf } : leaf));
  return { is: of.length === 0 ? "ALL" : mode, of };
}

function rowOf(when: Condition): Row | null {
  const not = when.is === "NOT";
  const leaf = not ? when.that : when;
  return isLeaf(leaf) ? { not, leaf } : null;
}

function isLeaf(when: Condition): when is Leaf {
  return when.is !== "ALL" && when.is !== "ANY" && when.is !== "NOT";
}
