// Written by `npm run generate` from src/acts/OrderActApprove.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type OrderActApproveMutationVariables = Exact<{
  id: string | number;
  note?: string | null | undefined;
  language: string;
}>;


export type OrderActApproveMutation = { readonly orderActApprove: { readonly act: { readonly id: string, readonly state: ActState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly code: ActProblemCode, readonly message: string }> } | null };

export const OrderActApprove: StaffDocument<OrderActApproveMutation, OrderActApproveMutationVariables> = {
  operationName: "OrderActApprove",
  query: "mutation OrderActApprove($id:ID!$note:String$language:String!){orderActApprove(id:$id note:$note language:$language){act{id state}errors{field message:text code}}}",
};
