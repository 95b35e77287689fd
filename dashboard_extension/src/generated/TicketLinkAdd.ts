// Written by `npm run generate` from src/inbox/TicketLinkAdd.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TicketErrorCode =
  | 'NOT_FOUND'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'INVALID'
  | 'TAKEN'
  | 'NO_EMAIL'
  | 'LIVE'
  | 'MERGED'
  | 'ANOTHER_CUSTOMER'
  | 'ANSWERED'
  | 'CLOSED'
  | 'WINDOW_CLOSED'
  | 'UNREACHABLE';

export type TicketLinkAddMutationVariables = Exact<{
  id: string | number;
  to: string | number;
}>;


export type TicketLinkAddMutation = { readonly ticketLink: { readonly ticket: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketLinkAdd: StaffDocument<TicketLinkAddMutation, TicketLinkAddMutationVariables> = {
  operationName: "TicketLinkAdd",
  query: "mutation TicketLinkAdd($id:ID!$to:ID!){ticketLink(id:$id to:$to){ticket{id}errors{field message code}}}",
};
