// Written by `npm run generate` from src/acts/ActsWaiting.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An enumeration. */
export type ActKind =
  | 'REFUND'
  | 'CANCEL'
  | 'SUMMARY_AGAIN'
  | 'GIFT_CARD'
  | 'VOUCHER'
  | 'TRACKING'
  | 'ADDRESS'
  | 'REPLACEMENT'
  | 'RETURN'
  | 'GIFT_CARD_RESEND'
  | 'INVOICE';

/** An enumeration. */
export type ActState =
  | 'ASKED'
  | 'NEEDS_APPROVAL'
  | 'REJECTED'
  | 'RUNNING'
  | 'PENDING'
  | 'DONE'
  | 'FAILED'
  | 'IN_DOUBT';

/** What stands in the way of doing it alone. */
export type ActBound =
  | 'NO_LIMIT'
  | 'PERCENT_OF_ORDER'
  | 'PER_ORDER'
  | 'PER_DAY'
  | 'PER_CUSTOMER';

export type ActsWaitingQueryVariables = Exact<{
  first: number;
}>;


export type ActsWaitingQuery = { readonly actsWaiting: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: WaitingActFragment | null } | null> } };

export type WaitingActFragment = { readonly id: string, readonly number: number, readonly kind: ActKind, readonly state: ActState, readonly reason: string, readonly note: string, readonly byEmail: string, readonly groups: ReadonlyArray<string>, readonly passed: ReadonlyArray<ActBound>, readonly askedAt: string, readonly canDecide: boolean, readonly money: { readonly amount: string, readonly currency: string } | null, readonly order: { readonly id: string, readonly number: string, readonly total: { readonly amount: string, readonly currency: string } }, readonly ticket: { readonly id: string, readonly number: number, readonly subject: string, readonly customerName: string, readonly customerEmail: string } | null };

export const ActsWaiting: StaffDocument<ActsWaitingQuery, ActsWaitingQueryVariables> = {
  operationName: "ActsWaiting",
  query: "query ActsWaiting($first:Int!){actsWaiting(first:$first){edges{node{...WaitingAct}}totalCount}}fragment WaitingAct on OrderAct{id number kind state money{amount currency}reason note byEmail groups passed askedAt canDecide order{id number total{amount currency}}ticket{id number subject customerName customerEmail}}",
};
