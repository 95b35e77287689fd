// Written by `npm run generate` from src/inbox/TicketColleagues.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TicketColleaguesQueryVariables = Exact<{ [key: string]: never; }>;


export type TicketColleaguesQuery = { readonly ticketColleagues: ReadonlyArray<{ readonly email: string, readonly name: string, readonly isThere: boolean }> };

export const TicketColleagues: StaffDocument<TicketColleaguesQuery, TicketColleaguesQueryVariables> = {
  operationName: "TicketColleagues",
  query: "query TicketColleagues{ticketColleagues{email name isThere}}",
};
