// Written by `npm run generate` from src/plans/CartPlanVersions.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartPlanVersionsQueryVariables = Exact<{
  channel?: string | null | undefined;
}>;


export type CartPlanVersionsQuery = { readonly cartPlanVersions: ReadonlyArray<{ readonly version: number, readonly madeAt: string, readonly madeBy: string, readonly plan: string | null }> };

export const CartPlanVersions: StaffDocument<CartPlanVersionsQuery, CartPlanVersionsQueryVariables> = {
  operationName: "CartPlanVersions",
  query: "query CartPlanVersions($channel:String){cartPlanVersions(channel:$channel){version madeAt madeBy plan}}",
};
