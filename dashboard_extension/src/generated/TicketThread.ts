// Written by `npm run generate` from src/inbox/TicketThread.graphql. Do not edit.
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

export type TicketThreadQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type TicketThreadQuery = { readonly ticket: { readonly id: string, readonly number: number, readonly state: TicketState, readonly subject: string, readonly channel: string, readonly language: string, readonly customerEmail: string, readonly customerName: string, readonly emailConfirmedAt: string | null, readonly assignedEmail: string | null, readonly createdAt: string, readonly order: TicketOrderFragment | null, readonly messages: { readonly edges: ReadonlyArray<{ readonly node: SaidFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type SaidFragment = { readonly id: string, readonly author: MessageAuthor, readonly authorName: string, readonly event: MessageEvent | null, readonly text: string, readonly at: string };

export type TicketOrderFragment = { readonly id: string, readonly number: string, readonly created: string, readonly status: string, readonly paymentStatus: string, readonly chargeStatus: string, readonly deliveryMethodName: string, readonly shippingCity: string, readonly shippingCountry: string, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly productName: string, readonly variantName: string, readonly quantity: number } | null } | null> }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly trackingNumber: string }> };

export const TicketThread: StaffDocument<TicketThreadQuery, TicketThreadQueryVariables> = {
  operationName: "TicketThread",
  query: "query TicketThread($id:ID!$first:Int!$after:String){ticket(id:$id){id number state subject channel language customerEmail customerName emailConfirmedAt assignedEmail createdAt order{...TicketOrder}messages(first:$first after:$after){edges{node{...Said}}pageInfo{hasNextPage endCursor}}}}fragment Said on Message{id author authorName event text at}fragment TicketOrder on Order{id number created status paymentStatus chargeStatus total{amount currency}deliveryMethodName shippingCity shippingCountry lines(first:20){edges{node{id productName variantName quantity}}totalCount}fulfillments{id status trackingNumber}}",
};
