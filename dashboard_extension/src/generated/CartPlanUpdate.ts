// Written by `npm run generate` from src/plans/CartPlanUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartPlanErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'UNKNOWN'
  | 'REQUIRED'
  | 'UNIQUE'
  | 'CHANGED'
  | 'CHANNEL_NOT_PERMITTED';

export type CartPlanUpdateMutationVariables = Exact<{
  channel?: string | null | undefined;
  plan?: string | null | undefined;
  version: number;
}>;


export type CartPlanUpdateMutation = { readonly cartPlanUpdate: { readonly cartPlan: { readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly field: string, readonly message: string, readonly code: CartPlanErrorCode }> } | null };

export const CartPlanUpdate: StaffDocument<CartPlanUpdateMutation, CartPlanUpdateMutationVariables> = {
  operationName: "CartPlanUpdate",
  query: "mutation CartPlanUpdate($channel:String$plan:JSONString$version:Int!){cartPlanUpdate(channel:$channel plan:$plan version:$version){cartPlan{version}errors{field message code}}}",
};
