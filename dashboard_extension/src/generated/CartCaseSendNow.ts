// Written by `npm run generate` from src/carts/CartCaseSendNow.graphql. Do not edit.
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

/** Why nothing is sent, or not yet: docs/carts.md, docs/contact-rules.md. */
export type CartSilence =
  | 'SWITCHED_OFF'
  | 'NO_ADDRESS'
  | 'NO_CONSENT'
  | 'EMPTY'
  | 'GONE'
  | 'ORDERED'
  | 'BOUGHT_ELSEWHERE'
  | 'PAID'
  | 'PAYING'
  | 'ANOTHER_SERIES'
  | 'TOO_LATE'
  | 'NO_LINK'
  | 'STILL_SHOPPING'
  | 'OUT_OF_DATE'
  | 'UNREACHABLE'
  | 'CONDITIONS'
  | 'HELD_OUT'
  | 'NO_STEP_LEFT'
  | 'STOPPED'
  | 'STORE_REMOVED'
  | 'STORE_INACTIVE'
  | 'STORE_PAUSED'
  | 'EXPIRED'
  | 'BOUNCED'
  | 'COMPLAINED'
  | 'UNSUBSCRIBED'
  | 'NO_BASIS'
  | 'OVER_BUDGET'
  | 'QUIET_HOURS'
  | 'NOT_RIGHT_ANY_MORE'
  | 'NOT_RIGHT_YET'
  | 'NO_SENDER'
  | 'WAY_CLOSED'
  | 'REFUSED'
  | 'IN_DOUBT';

export type CartErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SENT';

export type CartCaseSendNowMutationVariables = Exact<{
  id: string | number;
}>;


export type CartCaseSendNowMutation = { readonly cartCaseSendNow: { readonly silence: CartSilence | null, readonly cartCase: { readonly id: string, readonly state: CartCaseState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: CartErrorCode }> } | null };

export const CartCaseSendNow: StaffDocument<CartCaseSendNowMutation, CartCaseSendNowMutationVariables> = {
  operationName: "CartCaseSendNow",
  query: "mutation CartCaseSendNow($id:ID!){cartCaseSendNow(id:$id){cartCase{id state}silence errors{field message code}}}",
};
