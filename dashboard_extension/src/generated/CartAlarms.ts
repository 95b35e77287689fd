// Written by `npm run generate` from src/carts/CartAlarms.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What only the shop's page can know. */
export type CartSignalKind =
  | 'VOUCHER_REFUSED'
  | 'ACCOUNT_WALL'
  | 'PAYMENT_IDLE'
  | 'EXIT_INTENT';

export type CartAlarmsQueryVariables = Exact<{ [key: string]: never; }>;


export type CartAlarmsQuery = { readonly needingHelp: ReadonlyArray<{ readonly cart: AlarmCartFragment, readonly signals: ReadonlyArray<{ readonly kind: CartSignalKind, readonly at: string, readonly raisedAt: string | null }> }>, readonly stuckCheckouts: ReadonlyArray<(
    { readonly paidAt: string | null }
    & AlarmCartFragment
  )> };

export type AlarmCartFragment = { readonly id: string, readonly caseId: string | null, readonly email: string | null, readonly quantity: number, readonly total: { readonly amount: string, readonly currency: string } };

export const CartAlarms: StaffDocument<CartAlarmsQuery, CartAlarmsQueryVariables> = {
  operationName: "CartAlarms",
  query: "query CartAlarms{needingHelp{cart{...AlarmCart}signals{kind at raisedAt}}stuckCheckouts{...AlarmCart paidAt}}fragment AlarmCart on Cart{id caseId email quantity total{amount currency}}",
};
