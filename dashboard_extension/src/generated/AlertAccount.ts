// Written by `npm run generate` from src/settings/AlertAccount.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AlertAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertAccountQuery = { readonly alertAccount: { readonly kind: string, readonly problem: string } | null };

export const AlertAccount: StaffDocument<AlertAccountQuery, AlertAccountQueryVariables> = {
  operationName: "AlertAccount",
  query: "query AlertAccount{alertAccount{kind problem}}",
};
