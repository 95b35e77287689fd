// Written by `npm run generate` from src/carts/CartCase.graphql. Do not edit.
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

/** Why they left, by their own word. */
export type CartReason =
  | 'PRICE'
  | 'SHIPPING_COST'
  | 'DELIVERY_TIME'
  | 'PAYMENT_TROUBLE'
  | 'JUST_LOOKING'
  | 'FOUND_ELSEWHERE'
  | 'NEED_HELP'
  | 'OTHER';

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

/** What was found against a cart. */
export type CartProblemKind =
  | 'INSUFFICIENT_STOCK'
  | 'VARIANT_NOT_AVAILABLE'
  | 'DELIVERY_GONE'
  | 'NOT_SERVED';

/** What became of a payment. */
export type CartPaymentState =
  | 'FAILED'
  | 'PENDING'
  | 'CHARGED';

/** IN_DOUBT: it may have gone out, so it is never sent again. WITHHELD: it was not to go out. */
export type ContactState =
  | 'WAITING'
  | 'SENDING'
  | 'SENT'
  | 'FAILED'
  | 'IN_DOUBT'
  | 'WITHHELD';

/** Why a message did not go out, or waits: docs/contact-rules.md. */
export type ContactReason =
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

/** What became of a voucher. */
export type CartVoucherState =
  /** Its share of the budget is kept; Saleor has not made it yet. */
  | 'WANTED'
  /** Saleor has it. */
  | 'MADE'
  /** Saleor did not say whether it made it: never made again, its budget stays taken. */
  | 'IN_DOUBT'
  /** Saleor would not make it; its budget is free again. */
  | 'REFUSED'
  /** An order was placed with it. */
  | 'USED';

export type CartCaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CartCaseQuery = { readonly cartCase: CartCaseFactsFragment | null };

export type CartCaseFactsFragment = { readonly id: string, readonly state: CartCaseState, readonly channel: string, readonly language: string, readonly email: string | null, readonly personId: string, readonly openedAt: string, readonly changedAt: string, readonly abandonedAt: string | null, readonly endedAt: string | null, readonly cameBackAt: string | null, readonly cause: CartCause | null, readonly causeSource: CartCauseSource | null, readonly silence: CartSilence | null, readonly nextAt: string | null, readonly isHeldOut: boolean, readonly orderId: string | null, readonly orderedAt: string | null, readonly value: { readonly amount: string, readonly currency: string }, readonly nextStep: { readonly number: number, readonly of: number, readonly voucherPercent: number | null } | null, readonly orderTotal: { readonly amount: string, readonly currency: string } | null, readonly cart: { readonly id: string, readonly quantity: number } | null, readonly carts: ReadonlyArray<CartFactsFragment>, readonly steps: ReadonlyArray<{ readonly number: number, readonly at: string, readonly silence: CartSilence | null, readonly cause: CartCause | null, readonly why: ReadonlyArray<string>, readonly by: string | null, readonly message: { readonly id: string, readonly state: ContactState, readonly reason: ContactReason | null, readonly subject: string } | null }>, readonly reasons: ReadonlyArray<{ readonly reason: CartReason, readonly text: string, readonly link: string | null, readonly at: string, readonly ticketId: string | null }>, readonly voucher: { readonly state: CartVoucherState, readonly code: string, readonly percent: number, readonly wantedAt: string, readonly expiresAt: string, readonly error: string | null, readonly amount: { readonly amount: string, readonly currency: string } } | null };

export type CartFactsFragment = { readonly id: string, readonly quantity: number, readonly country: string | null, readonly methodName: string | null, readonly voucherCode: string | null, readonly updatedAt: string | null, readonly goneAt: string | null, readonly orderId: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly shipping: { readonly amount: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly name: string, readonly variantName: string, readonly quantity: number, readonly thumbnailUrl: string | null, readonly total: { readonly amount: string, readonly currency: string }, readonly unit: { readonly amount: string, readonly currency: string }, readonly unitBefore: { readonly amount: string, readonly currency: string } | null }>, readonly problems: ReadonlyArray<{ readonly problem: CartProblemKind, readonly source: CartCauseSource, readonly available: number | null }>, readonly payments: ReadonlyArray<{ readonly state: CartPaymentState, readonly at: string, readonly message: string }> };

export const CartCase: StaffDocument<CartCaseQuery, CartCaseQueryVariables> = {
  operationName: "CartCase",
  query: "query CartCase($id:ID!){cartCase(id:$id){...CartCaseFacts}}fragment CartCaseFacts on CartCase{id state channel language email personId value{amount currency}openedAt changedAt abandonedAt endedAt cameBackAt cause causeSource silence nextAt nextStep{number of voucherPercent}isHeldOut orderId orderTotal{amount currency}orderedAt cart{id quantity}carts{...CartFacts}steps{number at silence cause why by message{id state reason subject}}reasons{reason text link at ticketId}voucher{state code percent amount{amount currency}wantedAt expiresAt error}}fragment CartFacts on Cart{id quantity total{amount currency}shipping{amount currency}country methodName voucherCode updatedAt goneAt orderId lines{name variantName quantity total{amount currency}unit{amount currency}unitBefore{amount currency}thumbnailUrl}problems{problem source available}payments{state at message}}",
};
