// Written by `npm run generate` from src/order/tickets/OrderTickets.graphql. Do not edit.
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

/** An enumeration. */
export type MessageAuthor =
  | 'SHOPPER'
  | 'STAFF'
  | 'SYSTEM';

/** What happened, unspoken. */
export type MessageEvent =
  /** `authorName` closed the ticket. */
  | 'CLOSED'
  /** It was opened again. */
  | 'REOPENED'
  /** The shopper named an order, `text`, that is not under their e-mail. */
  | 'ORDER_NOT_FOUND';

export type OrderTicketsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderTicketsQuery = { readonly order: { readonly number: string, readonly customerEmail: string, readonly tickets: ReadonlyArray<OrderTicketFragment> } | null };

export type OrderTicketFragment = { readonly id: string, readonly number: number, readonly state: TicketState, readonly subject: string, readonly emailConfirmedAt: string | null, readonly updatedAt: string, readonly lastMessage: { readonly author: MessageAuthor, readonly authorName: string, readonly event: MessageEvent | null, readonly text: string, readonly at: string } | null };

export const OrderTickets: StaffDocument<OrderTicketsQuery, OrderTicketsQueryVariables> = {
  operationName: "OrderTickets",
  query: "query OrderTickets($id:ID!){order(id:$id){number customerEmail tickets{...OrderTicket}}}fragment OrderTicket on Ticket{id number state subject emailConfirmedAt updatedAt lastMessage{author authorName event text at}}",
};
