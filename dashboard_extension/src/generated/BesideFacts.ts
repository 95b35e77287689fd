// Written by `npm run generate` from src/beside/BesideFacts.graphql. Do not edit.
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

/** Why not: docs/beside.md. */
export type BesideTrouble =
  | 'NOT_FOUND'
  | 'NOT_LIVE'
  | 'NOT_PERMITTED'
  | 'NO_CART'
  | 'GONE'
  | 'ANOTHERS'
  | 'NOT_IN_CART'
  | 'SHORT'
  | 'NOT_SOLD'
  | 'TOO_MANY'
  | 'CODE_REFUSED'
  | 'GIFT'
  | 'NO_LINK'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID'
  | 'REFUSED'
  | 'UNREACHABLE'
  | 'IN_DOUBT';

/** What staff did in a cart. */
export type CartDeed =
  /** Pieces were put in. */
  | 'ADDED'
  /** There are more or fewer of it. */
  | 'CHANGED'
  /** A line was taken out. */
  | 'REMOVED'
  /** A code was put in. */
  | 'CODE_APPLIED'
  /** A code was taken out. */
  | 'CODE_REMOVED';

/** What became of it. */
export type CartActResult =
  /** Nobody knows whether it reached the cart. */
  | 'BEGUN'
  /** It is in the cart, and both sides were told. */
  | 'DONE'
  /** Saleor said no. */
  | 'REFUSED';

export type BesideFactsQueryVariables = Exact<{
  id: string | number;
}>;


export type BesideFactsQuery = { readonly ticket: { readonly id: string, readonly beside: { readonly customer: { readonly ordersCount: number, readonly reviewsCount: number, readonly spent: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly owned: ReadonlyArray<{ readonly productName: string, readonly variantName: string, readonly pieces: number, readonly times: number }>, readonly orders: ReadonlyArray<{ readonly id: string, readonly number: string, readonly created: string, readonly status: string, readonly total: { readonly amount: string, readonly currency: string } }>, readonly tickets: ReadonlyArray<{ readonly id: string, readonly number: number, readonly subject: string, readonly state: TicketState, readonly updatedAt: string }>, readonly reviews: ReadonlyArray<{ readonly id: string, readonly stars: number, readonly title: string, readonly text: string, readonly createdAt: string }> }, readonly here: { readonly url: string, readonly title: string, readonly at: string | null, readonly product: { readonly id: string, readonly name: string } | null } | null, readonly acts: ReadonlyArray<{ readonly deed: CartDeed, readonly byEmail: string, readonly name: string, readonly quantity: number | null, readonly result: CartActResult, readonly trouble: BesideTrouble | null, readonly at: string }> } } | null };

export const BesideFacts: StaffDocument<BesideFactsQuery, BesideFactsQueryVariables> = {
  operationName: "BesideFacts",
  query: "query BesideFacts($id:ID!){ticket(id:$id){id beside{customer{ordersCount spent{amount currency}owned{productName variantName pieces times}orders{id number created status total{amount currency}}tickets{id number subject state updatedAt}reviewsCount reviews{id stars title text createdAt}}here{url title at product{id name}}acts{deed byEmail name quantity result trouble at}}}}",
};
