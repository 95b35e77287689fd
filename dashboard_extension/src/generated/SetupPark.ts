// Written by `npm run generate` from src/setup/SetupPark.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SetupErrorCode =
  | 'LIMITED';

export type SetupParkMutationVariables = Exact<{
  parked: boolean;
}>;


export type SetupParkMutation = { readonly setupPark: { readonly setup: { readonly parkedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: SetupErrorCode }> } | null };

export const SetupPark: StaffDocument<SetupParkMutation, SetupParkMutationVariables> = {
  operationName: "SetupPark",
  query: "mutation SetupPark($parked:Boolean!){setupPark(parked:$parked){setup{parkedAt}errors{field message code}}}",
};
