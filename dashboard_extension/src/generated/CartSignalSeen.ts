// Written by `npm run generate` from src/carts/CartSignalSeen.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CartErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SENT';

export type CartSignalSeenMutationVariables = Exact<{
  id: string | number;
}>;


export type CartSignalSeenMutation = { readonly cartSignalSeen: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: CartErrorCode }> } | null };

export const CartSignalSeen: StaffDocument<CartSignalSeenMutation, CartSignalSeenMutationVariables> = {
  operationName: "CartSignalSeen",
  query: "mutation CartSignalSeen($id:ID!){cartSignalSeen(id:$id){errors{field message code}}}",
};
