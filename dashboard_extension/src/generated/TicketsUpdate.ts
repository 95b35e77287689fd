// Written by `npm run generate` from src/inbox/TicketsUpdate.graphql. Do not edit.
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

export type TicketsUpdateInput = {
  readonly addTags?: ReadonlyArray<string> | null | undefined;
  readonly removeTags?: ReadonlyArray<string> | null | undefined;
  readonly state?: TicketState | null | undefined;
  readonly assignToMe?: boolean | null | undefined;
  /** The e-mail address of one of `ticketColleagues`, who is told of it. */
  readonly assignTo?: string | null | undefined;
  readonly unassign?: boolean | null | undefined;
  /** Until then they are in no list, or until their shopper writes. */
  readonly snoozeUntil?: string | null | undefined;
  /** They come back at once. */
  readonly wake?: boolean | null | undefined;
};

export type TicketsUpdateMutationVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
  input: TicketsUpdateInput;
}>;


export type TicketsUpdateMutation = { readonly ticketsUpdate: { readonly count: number, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketsUpdate: StaffDocument<TicketsUpdateMutation, TicketsUpdateMutationVariables> = {
  operationName: "TicketsUpdate",
  query: "mutation TicketsUpdate($ids:[ID!]!$input:TicketsUpdateInput!){ticketsUpdate(ids:$ids input:$input){count errors{field message code}}}",
};
