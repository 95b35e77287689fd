// Written by `npm run generate` from src/plans/CartPlanTry.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type CartPlanErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'UNKNOWN'
  | 'REQUIRED'
  | 'UNIQUE'
  | 'CHANGED'
  | 'CHANNEL_NOT_PERMITTED';

export type CartPlanTryMutationVariables = Exact<{
  channel?: string | null | undefined;
  plan: string;
}>;


export type CartPlanTryMutation = { readonly cartPlanTry: { readonly trial: { readonly lookedAt: number, readonly isWhole: boolean, readonly wouldWrite: number, readonly orderedWithinTheHour: number, readonly messages: ReadonlyArray<number>, readonly silences: ReadonlyArray<{ readonly silence: CartSilence, readonly cases: number }>, readonly examples: ReadonlyArray<{ readonly case: string, readonly changedAt: string, readonly firstItem: string, readonly items: number, readonly cause: CartCause, readonly steps: ReadonlyArray<number>, readonly silence: CartSilence | null, readonly why: ReadonlyArray<string>, readonly value: { readonly amount: string, readonly currency: string } }> } | null, readonly errors: ReadonlyArray<{ readonly field: string, readonly message: string, readonly code: CartPlanErrorCode }> } | null };

export const CartPlanTry: StaffDocument<CartPlanTryMutation, CartPlanTryMutationVariables> = {
  operationName: "CartPlanTry",
  query: "mutation CartPlanTry($channel:String$plan:JSONString!){cartPlanTry(channel:$channel plan:$plan){trial{lookedAt isWhole wouldWrite orderedWithinTheHour messages silences{silence cases}examples{case changedAt firstItem items value{amount currency}cause steps silence why}}errors{field message code}}}",
};
