// Written by `npm run generate` from src/settings/AlertAccountUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AlertErrorCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'UNSAID';

export type AlertAccountUpdateMutationVariables = Exact<{
  address: string;
}>;


export type AlertAccountUpdateMutation = { readonly alertAccountUpdate: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: AlertErrorCode }> } | null };

export const AlertAccountUpdate: StaffDocument<AlertAccountUpdateMutation, AlertAccountUpdateMutationVariables> = {
  operationName: "AlertAccountUpdate",
  query: "mutation AlertAccountUpdate($address:String!){alertAccountUpdate(address:$address){errors{field message code}}}",
};
