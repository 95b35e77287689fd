// Written by `npm run generate` from src/inbox/Tickets.graphql. Do not edit.
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

export type TicketsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: TicketState | null | undefined;
  search?: string | null | undefined;
}>;


export type TicketsQuery = { readonly tickets: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: TicketRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TicketRowFragment = { readonly id: string, readonly number: number, readonly state: TicketState, readonly subject: string, readonly customerName: string, readonly customerEmail: string, readonly orderNumber: string | null, readonly updatedAt: string, readonly lastMessage: { readonly author: MessageAuthor, readonly event: MessageEvent | null, readonly text: string } | null };

export const Tickets: StaffDocument<TicketsQuery, TicketsQueryVariables> = {
  operationName: "Tickets",
  query: "query Tickets($first:Int!$after:String$state:TicketState$search:String){tickets(first:$first after:$after state:$state search:$search){edges{node{...TicketRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment TicketRow on Ticket{id number state subject customerName customerEmail orderNumber updatedAt lastMessage{author event text}}",
};
