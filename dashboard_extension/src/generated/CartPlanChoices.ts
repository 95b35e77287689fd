// Written by `npm run generate` from src/plans/CartPlanChoices.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartPlanChoiceKind =
  | 'PRODUCT'
  | 'CATEGORY';

export type CartPlanChoicesQueryVariables = Exact<{
  kind: CartPlanChoiceKind;
  search?: string | null | undefined;
  ids?: ReadonlyArray<string | number> | string | number | null | undefined;
}>;


export type CartPlanChoicesQuery = { readonly cartPlanChoices: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export const CartPlanChoices: StaffDocument<CartPlanChoicesQuery, CartPlanChoicesQueryVariables> = {
  operationName: "CartPlanChoices",
  query: "query CartPlanChoices($kind:CartPlanChoiceKind!$search:String$ids:[ID!]){cartPlanChoices(kind:$kind search:$search ids:$ids){id name}}",
};
