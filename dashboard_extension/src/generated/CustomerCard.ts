// Written by `npm run generate` from src/customer/CustomerCard.graphql. Do not edit.
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

/** Why a ticket began more urgent. */
export type TicketBoost =
  /** It is about the first order of its customer. */
  | 'FIRST_ORDER'
  /** A parcel of its order is later than was promised. */
  | 'LATE_PARCEL';

/** What there is time for. */
export type TicketClockKind =
  /** Until somebody has answered for the first time. */
  | 'FIRST_REPLY'
  /** Until the matter is done. */
  | 'RESOLVE';

/** How a ticket's clock stands. */
export type TicketClockState =
  /** There is time. */
  | 'RUNNING'
  /** Three quarters of the time are over. */
  | 'AMBER'
  /** The time is over. */
  | 'BREACHED'
  /** It waits for the shopper; the clock does not run. */
  | 'STOPPED'
  /** There is no clock. */
  | 'NONE';

export type CustomerCardQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerCardQuery = { readonly customer: { readonly name: string, readonly email: string, readonly ordersCount: number, readonly openTickets: number, readonly lastStars: number | null, readonly spent: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly lastScore: { readonly score: number, readonly scale: number } | null, readonly owned: ReadonlyArray<{ readonly productName: string, readonly variantName: string, readonly pieces: number, readonly times: number }>, readonly orders: ReadonlyArray<{ readonly id: string, readonly number: string, readonly created: string, readonly status: string, readonly total: { readonly amount: string, readonly currency: string } }>, readonly tickets: ReadonlyArray<{ readonly id: string, readonly number: number, readonly state: TicketState, readonly subject: string, readonly priority: TicketPriority, readonly boosts: ReadonlyArray<TicketBoost>, readonly updatedAt: string, readonly clock: { readonly kind: TicketClockKind, readonly dueAt: string | null, readonly amberAt: string | null, readonly state: TicketClockState, readonly leftMinutes: number | null } | null }> } | null };

export const CustomerCard: StaffDocument<CustomerCardQuery, CustomerCardQueryVariables> = {
  operationName: "CustomerCard",
  query: "query CustomerCard($id:ID!){customer(id:$id){name email ordersCount spent{amount currency}openTickets lastStars lastScore{score scale}owned{productName variantName pieces times}orders{id number created status total{amount currency}}tickets{id number state subject priority boosts updatedAt clock{kind dueAt amberAt state leftMinutes}}}}",
};
