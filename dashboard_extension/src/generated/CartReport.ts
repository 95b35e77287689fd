// Written by `npm run generate` from src/carts/CartReport.graphql. Do not edit.
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

/** What the two groups show: docs/carts.md. */
export type CartLiftVerdict =
  /** A group is too small, or bought too seldom, to compare. */
  | 'NOT_ENOUGH_DATA'
  /** The interval holds nothing as well as something. */
  | 'NO_DIFFERENCE_SHOWN'
  /** Who may be written to spends more. */
  | 'GAIN'
  /** Who may be written to spends less. */
  | 'LOSS';

export type CartReportQueryVariables = Exact<{
  days: number;
  channel?: string | null | undefined;
}>;


export type CartReportQuery = { readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }>, readonly cartReport: { readonly days: number, readonly states: ReadonlyArray<{ readonly state: CartCaseState, readonly cases: number }>, readonly causes: ReadonlyArray<{ readonly cause: CartCause, readonly cases: number, readonly bought: number }>, readonly reasons: ReadonlyArray<{ readonly reason: CartReason, readonly answers: number, readonly products: ReadonlyArray<{ readonly id: string, readonly name: string, readonly answers: number }> }>, readonly answers: ReadonlyArray<{ readonly reason: CartReason, readonly text: string, readonly link: string | null, readonly at: string, readonly caseId: string }>, readonly steps: ReadonlyArray<{ readonly number: number, readonly due: number, readonly written: number, readonly sent: number }>, readonly silences: ReadonlyArray<{ readonly silence: CartSilence, readonly cases: number }>, readonly vouchers: ReadonlyArray<{ readonly currency: string, readonly made: number, readonly used: number, readonly cost: { readonly amount: string, readonly currency: string } }>, readonly lifts: ReadonlyArray<LiftFragment> } };

export type LiftFragment = { readonly channel: string, readonly since: string, readonly verdict: CartLiftVerdict, readonly written: { readonly people: number, readonly buyers: number }, readonly heldOut: { readonly people: number, readonly buyers: number }, readonly writtenRevenue: { readonly amount: string, readonly currency: string }, readonly heldOutRevenue: { readonly amount: string, readonly currency: string }, readonly leastAPerson: { readonly amount: string, readonly currency: string } | null, readonly mostAPerson: { readonly amount: string, readonly currency: string } | null, readonly leastBrought: { readonly amount: string, readonly currency: string } | null, readonly mostBrought: { readonly amount: string, readonly currency: string } | null };

export const CartReport: StaffDocument<CartReportQuery, CartReportQueryVariables> = {
  operationName: "CartReport",
  query: "query CartReport($days:Int!$channel:String){channels{slug name}cartReport(days:$days channel:$channel){days states{state cases}causes{cause cases bought}reasons{reason answers products{id name answers}}answers{reason text link at caseId}steps{number due written sent}silences{silence cases}vouchers{currency made used cost{amount currency}}lifts{...Lift}}}fragment Lift on CartLift{channel since verdict written{people buyers}heldOut{people buyers}writtenRevenue{amount currency}heldOutRevenue{amount currency}leastAPerson{amount currency}mostAPerson{amount currency}leastBrought{amount currency}mostBrought{amount currency}}",
};
