// Written by `npm run generate` from src/inbox/TicketNote.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom a ticket waits for. */
export type TicketState =
  /** It waits for staff. */
  | 'OPEN'
  /** It waits for the shopper. */
  | 'WAITING'
  /** It waits for nobody. */
  | 'CLOSED';

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

export type TicketNoteMutationVariables = Exact<{
  id: string | number;
  text: string;
  key: string;
}>;


export type TicketNoteMutation = { readonly ticketNote: { readonly ticket: { readonly id: string, readonly state: TicketState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketNote: StaffDocument<TicketNoteMutation, TicketNoteMutationVariables> = {
  operationName: "TicketNote",
  query: "mutation TicketNote($id:ID!$text:String!$key:String!){ticketNote(id:$id text:$text key:$key){ticket{id state}errors{field message code}}}",
};
