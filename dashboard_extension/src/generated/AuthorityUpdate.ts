// Written by `npm run generate` from src/authority/AuthorityUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type AuthorityLimitInput = {
  readonly group: string;
  readonly reason?: string | null | undefined;
  readonly currency: string;
  readonly percentOfOrder?: number | null | undefined;
  readonly perOrder?: string | null | undefined;
  readonly perDay?: string | null | undefined;
  readonly perCustomer?: string | null | undefined;
};

export type AuthorityUpdateMutationVariables = Exact<{
  limits: ReadonlyArray<AuthorityLimitInput> | AuthorityLimitInput;
  language: string;
}>;


export type AuthorityUpdateMutation = { readonly authorityUpdate: { readonly limits: ReadonlyArray<LimitFragment> | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly code: ActProblemCode, readonly message: string }> } | null };

export type LimitFragment = { readonly group: string, readonly reason: string, readonly currency: string, readonly percentOfOrder: number | null, readonly perOrder: string | null, readonly perDay: string | null, readonly perCustomer: string | null };

export const AuthorityUpdate: StaffDocument<AuthorityUpdateMutation, AuthorityUpdateMutationVariables> = {
  operationName: "AuthorityUpdate",
  query: "mutation AuthorityUpdate($limits:[AuthorityLimitInput!]!$language:String!){authorityUpdate(limits:$limits language:$language){limits{...Limit}errors{field message:text code}}}fragment Limit on AuthorityLimit{group reason currency percentOfOrder perOrder perDay perCustomer}",
};
