// Written by `npm run generate` from src/tickets/TicketCreate.graphql. Do not edit.
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

export type TicketCreateInput = {
  readonly orderId: string | number;
  readonly subject: string;
  /** Plain text of at most 5,000 characters, mailed to the customer. */
  readonly text: string;
  /** The sender's own name for this ticket: sent twice, it is opened once. */
  readonly key?: string | null | undefined;
};

export type TicketCreateMutationVariables = Exact<{
  input: TicketCreateInput;
}>;


export type TicketCreateMutation = { readonly ticketCreate: { readonly ticket: { readonly id: string, readonly number: number } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketCreate: StaffDocument<TicketCreateMutation, TicketCreateMutationVariables> = {
  operationName: "TicketCreate",
  query: "mutation TicketCreate($input:TicketCreateInput!){ticketCreate(input:$input){ticket{id number}errors{field message code}}}",
};
