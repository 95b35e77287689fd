// Written by `npm run generate` from src/beside/BesideCart.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type BesideCartQueryVariables = Exact<{
  id: string | number;
}>;


export type BesideCartQuery = { readonly ticket: { readonly id: string, readonly channel: string, readonly beside: { readonly checkoutTrouble: BesideTrouble | null, readonly checkout: BesideCartFragment | null } } | null };

export type BesideCartFragment = { readonly id: string, readonly codes: ReadonlyArray<string>, readonly url: string | null, readonly lines: ReadonlyArray<BesideLineFragment>, readonly subtotal: { readonly amount: string, readonly currency: string }, readonly shipping: { readonly amount: string, readonly currency: string }, readonly discount: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } };

export type BesideLineFragment = { readonly id: string, readonly name: string, readonly quantity: number, readonly isGift: boolean, readonly thumbnailUrl: string, readonly isSold: boolean, readonly available: number | null, readonly unit: { readonly amount: string, readonly currency: string }, readonly total: { readonly amount: string, readonly currency: string } };

export const BesideCart: StaffDocument<BesideCartQuery, BesideCartQueryVariables> = {
  operationName: "BesideCart",
  query: "query BesideCart($id:ID!){ticket(id:$id){id channel beside{checkout{...BesideCart}checkoutTrouble}}}fragment BesideCart on BesideCheckout{id lines{...BesideLine}codes subtotal{amount currency}shipping{amount currency}discount{amount currency}total{amount currency}url}fragment BesideLine on BesideLine{id name quantity isGift unit{amount currency}total{amount currency}thumbnailUrl isSold available}",
};
