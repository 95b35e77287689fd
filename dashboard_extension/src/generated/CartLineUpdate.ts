// Written by `npm run generate` from src/beside/CartLineUpdate.graphql. Do not edit.
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

export type CartLineUpdateMutationVariables = Exact<{
  ticket: string | number;
  line: string | number;
  quantity: number;
  key: string;
}>;


export type CartLineUpdateMutation = { readonly cartLineUpdate: { readonly checkout: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: BesideTrouble }> } | null };

export const CartLineUpdate: StaffDocument<CartLineUpdateMutation, CartLineUpdateMutationVariables> = {
  operationName: "CartLineUpdate",
  query: "mutation CartLineUpdate($ticket:ID!$line:ID!$quantity:Int!$key:String!){cartLineUpdate(ticket:$ticket line:$line quantity:$quantity key:$key){checkout{id}errors{field message code}}}",
};
