// Written by `npm run generate` from src/carts/CartCases.graphql. Do not edit.
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

/** Why a cart was left: docs/carts.md. */
export type CartCause =
  | 'PAYMENT_FAILED'
  | 'PAYMENT_PENDING'
  | 'STOCK_GONE'
  | 'STOCK_SHORT'
  | 'NOT_SERVED'
  | 'DELIVERY_GONE'
  | 'VOUCHER_REFUSED'
  | 'ACCOUNT_WALL'
  | 'PRICE_SHOCK'
  | 'SHIPPING_SHOCK'
  | 'DELIVERY_LATE'
  | 'PAYMENT_IDLE'
  | 'JUST_BROWSING'
  | 'NOT_KNOWN';

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

/** Who says so: docs/carts.md. */
export type CartCauseSource =
  | 'TRANSACTIONS'
  | 'PROBLEMS'
  | 'COMPARISON'
  | 'STOREFRONT'
  | 'SHOPPER'
  | 'NOBODY';

export type CartCasesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state: CartCaseState;
  search: string;
}>;


export type CartCasesQuery = { readonly cartStates: ReadonlyArray<{ readonly state: CartCaseState, readonly cases: number }>, readonly cartCases: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: CartCaseRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CartCaseRowFragment = { readonly id: string, readonly state: CartCaseState, readonly email: string | null, readonly changedAt: string, readonly cause: CartCause | null, readonly causeSource: CartCauseSource | null, readonly silence: CartSilence | null, readonly nextAt: string | null, readonly isHeldOut: boolean, readonly orderedAt: string | null, readonly value: { readonly amount: string, readonly currency: string }, readonly orderTotal: { readonly amount: string, readonly currency: string } | null, readonly cart: { readonly quantity: number, readonly lines: ReadonlyArray<{ readonly name: string, readonly thumbnailUrl: string | null }> } | null };

export const CartCases: StaffDocument<CartCasesQuery, CartCasesQueryVariables> = {
  operationName: "CartCases",
  query: "query CartCases($first:Int!$after:String$state:CartCaseState!$search:String!){cartStates(search:$search){state cases}cartCases(first:$first after:$after state:$state search:$search){edges{node{...CartCaseRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment CartCaseRow on CartCase{id state email value{amount currency}changedAt cause causeSource silence nextAt isHeldOut orderTotal{amount currency}orderedAt cart{quantity lines{name thumbnailUrl}}}",
};
