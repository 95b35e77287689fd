// Written by `npm run generate` from src/beside/CartCodeAdd.graphql. Do not edit.
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

export type CartCodeAddMutationVariables = Exact<{
  ticket: string | number;
  code: string;
  key: string;
}>;


export type CartCodeAddMutation = { readonly cartCodeAdd: { readonly checkout: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: BesideTrouble }> } | null };

export const CartCodeAdd: StaffDocument<CartCodeAddMutation, CartCodeAddMutationVariables> = {
  operationName: "CartCodeAdd",
  query: "mutation CartCodeAdd($ticket:ID!$code:String!$key:String!){cartCodeAdd(ticket:$ticket code:$code key:$key){checkout{id}errors{field message code}}}",
};
