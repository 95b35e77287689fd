// Written by `npm run generate` from src/inbox/TicketSplit.graphql. Do not edit.
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

export type TicketSplitMutationVariables = Exact<{
  id: string | number;
  messages: ReadonlyArray<number> | number;
  subject: string;
  key: string;
}>;


export type TicketSplitMutation = { readonly ticketSplit: { readonly ticket: { readonly id: string, readonly number: number } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketSplit: StaffDocument<TicketSplitMutation, TicketSplitMutationVariables> = {
  operationName: "TicketSplit",
  query: "mutation TicketSplit($id:ID!$messages:[Int!]!$subject:String!$key:String!){ticketSplit(id:$id messages:$messages subject:$subject key:$key){ticket{id number}errors{field message code}}}",
};
