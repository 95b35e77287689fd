// Written by `npm run generate` from src/inbox/TicketUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How urgent a ticket is. */
export type TicketPriority =
  /** It may wait. */
  | 'LOW'
  /** As most are. */
  | 'NORMAL'
  /** It comes before others. */
  | 'HIGH'
  /** It comes first. */
  | 'URGENT';

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

/** What is left out stays as it is; null or nothing takes it away. */
export type TicketUpdateInput = {
  readonly subject?: string | null | undefined;
  /** A reason's slug. Brings its department, its priority and its times along. */
  readonly reason?: string | null | undefined;
  readonly priority?: TicketPriority | null | undefined;
  readonly department?: string | null | undefined;
  /** Of the member of staff whose it is. */
  readonly assignedEmail?: string | null | undefined;
  /** Saleor's. Another order takes the lines away. */
  readonly orderId?: string | number | null | undefined;
  /** Saleor's. */
  readonly productId?: string | number | null | undefined;
  /** All of them. */
  readonly lines?: ReadonlyArray<TicketLineInput> | null | undefined;
};

export type TicketLineInput = {
  /** Saleor's, of the ticket's order. */
  readonly orderLineId: string | number;
  readonly quantity: number;
};

export type TicketUpdateMutationVariables = Exact<{
  id: string | number;
  input: TicketUpdateInput;
}>;


export type TicketUpdateMutation = { readonly ticketUpdate: { readonly ticket: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketUpdate: StaffDocument<TicketUpdateMutation, TicketUpdateMutationVariables> = {
  operationName: "TicketUpdate",
  query: "mutation TicketUpdate($id:ID!$input:TicketUpdateInput!){ticketUpdate(id:$id input:$input){ticket{id}errors{field message code}}}",
};
