// Written by `npm run generate` from src/acts/OrderActs.graphql. Do not edit.
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

/** Why an act cannot be done, or was not. */
export type ActProblemCode =
  | 'INVALID'
  | 'REQUIRED'
  | 'NOT_FOUND'
  | 'PERMISSION_MISSING'
  | 'APP_PERMISSION_MISSING'
  | 'NOTHING_CHARGED'
  | 'CHOOSE_TRANSACTION'
  | 'OLD_PAYMENT'
  | 'MORE_THAN_CHARGED'
  | 'NO_EMAIL'
  | 'CANNOT_CANCEL'
  | 'ALREADY_SENT'
  | 'TOO_MANY_PIECES'
  | 'NO_INVOICE'
  | 'NO_PAYMENT_APP'
  | 'PAYMENT_APP_REFUSED'
  | 'NO_INVOICE_APP'
  | 'NOT_RECEIVED'
  | 'SALEOR_REFUSED'
  | 'SALEOR_UNREACHABLE'
  | 'OWN_REQUEST'
  | 'NO_ROOM'
  | 'WRONG_STATE'
  | 'ANOTHER_ACT';

export type OrderActsQueryVariables = Exact<{
  order: string | number;
  first: number;
  language: string;
}>;


export type OrderActsQuery = { readonly orderActs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: ActFragment | null } | null> } };

export type ActFragment = { readonly id: string, readonly number: number, readonly kind: ActKind, readonly state: ActState, readonly reason: string, readonly note: string, readonly byEmail: string, readonly askedAt: string, readonly decidedByEmail: string, readonly decisionNote: string, readonly code: string | null, readonly canDecide: boolean, readonly canRetry: boolean, readonly money: { readonly amount: string, readonly currency: string } | null, readonly problem: { readonly code: ActProblemCode, readonly text: string } | null };

export const OrderActs: StaffDocument<OrderActsQuery, OrderActsQueryVariables> = {
  operationName: "OrderActs",
  query: "query OrderActs($order:ID!$first:Int!$language:String!){orderActs(order:$order first:$first){edges{node{...Act}}totalCount}}fragment Act on OrderAct{id number kind state money{amount currency}reason note byEmail problem(language:$language){code text}askedAt decidedByEmail decisionNote code canDecide canRetry}",
};
