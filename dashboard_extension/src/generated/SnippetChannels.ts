// Written by `npm run generate` from src/setup/SnippetChannels.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SnippetChannelsQueryVariables = Exact<{ [key: string]: never; }>;


export type SnippetChannelsQuery = { readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }> };

export const SnippetChannels: StaffDocument<SnippetChannelsQuery, SnippetChannelsQueryVariables> = {
  operationName: "SnippetChannels",
  query: "query SnippetChannels{channels{slug name}}",
};
