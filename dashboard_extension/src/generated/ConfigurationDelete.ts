// Written by `npm run generate` from src/settings/ConfigurationDelete.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ConfigurationErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'TOO_LOOSE'
  | 'UNKNOWN'
  | 'REQUIRED'
  | 'UNIQUE'
  | 'CHANNEL_TAKEN'
  | 'CHANNEL_NOT_PERMITTED';

export type ConfigurationDeleteMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfigurationDeleteMutation = { readonly configurationDelete: { readonly configuration: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ConfigurationErrorCode }> } | null };

export const ConfigurationDelete: StaffDocument<ConfigurationDeleteMutation, ConfigurationDeleteMutationVariables> = {
  operationName: "ConfigurationDelete",
  query: "mutation ConfigurationDelete($id:ID!){configurationDelete(id:$id){configuration{id}errors{field message code}}}",
};
