// Written by `npm run generate` from src/carts/CartCaseStop.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What became of a case. */
export type CartCaseState =
  /** The shopper may still be at it. */
  | 'WATCHED'
  /** Quiet for as long as the merchant waits: written to, or to be, or not for a reason. */
  | 'ABANDONED'
  /** Bought before it was abandoned. */
  | 'ORDERED'
  /** Bought after it was abandoned. */
  | 'RECOVERED'
  /** Nothing will come of it any more: emptied, too old, every step taken. */
  | 'ENDED'
  /** A member of staff wants nothing sent. */
  | 'STOPPED';

export type CartErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SENT';

export type CartCaseStopMutationVariables = Exact<{
  id: string | number;
}>;


export type CartCaseStopMutation = { readonly cartCaseStop: { readonly cartCase: { readonly id: string, readonly state: CartCaseState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: CartErrorCode }> } | null };

export const CartCaseStop: StaffDocument<CartCaseStopMutation, CartCaseStopMutationVariables> = {
  operationName: "CartCaseStop",
  query: "mutation CartCaseStop($id:ID!){cartCaseStop(id:$id){cartCase{id state}errors{field message code}}}",
};
