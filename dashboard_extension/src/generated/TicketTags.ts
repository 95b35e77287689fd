// Written by `npm run generate` from src/inbox/TicketTags.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TicketTagsQueryVariables = Exact<{ [key: string]: never; }>;


export type TicketTagsQuery = { readonly ticketTags: ReadonlyArray<string> };

export const TicketTags: StaffDocument<TicketTagsQuery, TicketTagsQueryVariables> = {
  operationName: "TicketTags",
  query: "query TicketTags{ticketTags}",
};
