// Written by `npm run generate` from src/settings/ConfigurationUpdate.graphql. Do not edit.
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

export type ConfigurationInput = {
  /** Which to change; none for a new one. */
  readonly id?: string | number | null | undefined;
  readonly name: string;
  /** Slugs. */
  readonly channels: ReadonlyArray<string>;
  /** True takes it from the one that had it. */
  readonly isDefault: boolean;
  /** An object; a setting that is left out has its default. */
  readonly data: string;
};

export type ConfigurationUpdateMutationVariables = Exact<{
  input: ConfigurationInput;
}>;


export type ConfigurationUpdateMutation = { readonly configurationUpdate: { readonly configuration: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ConfigurationErrorCode }> } | null };

export const ConfigurationUpdate: StaffDocument<ConfigurationUpdateMutation, ConfigurationUpdateMutationVariables> = {
  operationName: "ConfigurationUpdate",
  query: "mutation ConfigurationUpdate($input:ConfigurationInput!){configurationUpdate(input:$input){configuration{id}errors{field message code}}}",
};
