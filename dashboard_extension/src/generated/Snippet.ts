// Written by `npm run generate` from src/setup/Snippet.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SnippetQueryVariables = Exact<{
  channel: string;
  locale?: string | null | undefined;
}>;


export type SnippetQuery = { readonly setup: { readonly snippet: string } };

export const Snippet: StaffDocument<SnippetQuery, SnippetQueryVariables> = {
  operationName: "Snippet",
  query: "query Snippet($channel:String!$locale:String){setup{snippet(channel:$channel locale:$locale)}}",
};
