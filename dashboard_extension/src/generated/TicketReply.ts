// Written by `npm run generate` from src/tickets/TicketReply.graphql. Do not edit.
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

export type TicketReplyInput = {
  readonly id: string | number;
  /** Plain text of at most 5,000 characters. */
  readonly text: string;
  /** The sender's own name for this message: sent twice, it is kept once. */
  readonly key?: string | null | undefined;
  /** At most 5 pictures; with some there need not be words. */
  readonly photos?: ReadonlyArray<TicketPhotoInput> | null | undefined;
};

export type TicketPhotoInput = {
  /** As `POST /f` named it, sent with the ticket's `photoPermit`. */
  readonly file: string;
  /** What is in it, for who does not see it: at most 200 characters. */
  readonly alt?: string | null | undefined;
};

export type TicketReplyMutationVariables = Exact<{
  input: TicketReplyInput;
}>;


export type TicketReplyMutation = { readonly ticketReply: { readonly ticket: { readonly id: string, readonly state: TicketState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketReply: StaffDocument<TicketReplyMutation, TicketReplyMutationVariables> = {
  operationName: "TicketReply",
  query: "mutation TicketReply($input:TicketReplyInput!){ticketReply(input:$input){ticket{id state}errors{field message code}}}",
};
