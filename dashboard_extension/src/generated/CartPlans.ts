// Written by `npm run generate` from src/plans/CartPlans.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type CartPlansQuery = { readonly cartPlans: ReadonlyArray<CartPlanGivenFragment> };

export type CartPlanGivenFragment = { readonly channel: string | null, readonly name: string | null, readonly currency: string | null, readonly version: number, readonly isOwn: boolean, readonly mayChange: boolean, readonly mostEmailsAWeek: number, readonly plan: string };

export const CartPlans: StaffDocument<CartPlansQuery, CartPlansQueryVariables> = {
  operationName: "CartPlans",
  query: "query CartPlans{cartPlans{...CartPlanGiven}}fragment CartPlanGiven on CartPlan{channel name currency version isOwn mayChange mostEmailsAWeek plan}",
};
