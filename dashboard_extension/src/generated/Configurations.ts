// Written by `npm run generate` from src/settings/Configurations.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ConfigurationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConfigurationsQuery = { readonly configurationDefaults: string, readonly configurations: ReadonlyArray<ConfigurationFragment>, readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly currency: string }> };

export type ConfigurationFragment = { readonly id: string, readonly name: string, readonly channels: ReadonlyArray<string>, readonly isDefault: boolean, readonly effective: string, readonly updatedAt: string };

export const Configurations: StaffDocument<ConfigurationsQuery, ConfigurationsQueryVariables> = {
  operationName: "Configurations",
  query: "query Configurations{configurations{...Configuration}configurationDefaults channels{slug name currency}}fragment Configuration on NamedConfiguration{id name channels isDefault effective updatedAt}",
};
