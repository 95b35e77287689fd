// Written by `npm run generate` from src/settings/AlertAccountTry.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AlertErrorCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'UNSAID';

export type AlertAccountTryMutationVariables = Exact<{ [key: string]: never; }>;


export type AlertAccountTryMutation = { readonly alertAccountTry: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: AlertErrorCode }> } | null };

export const AlertAccountTry: StaffDocument<AlertAccountTryMutation, AlertAccountTryMutationVariables> = {
  operationName: "AlertAccountTry",
  query: "mutation AlertAccountTry{alertAccountTry{errors{field message code}}}",
};
