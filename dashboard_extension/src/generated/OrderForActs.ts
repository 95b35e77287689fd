// Written by `npm run generate` from src/order/acts/OrderForActs.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type OrderForActsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderForActsQuery = { readonly order: TicketOrderFragment | null };

export type TicketOrderFragment = { readonly id: string, readonly number: string, readonly created: string, readonly status: string, readonly paymentStatus: string, readonly chargeStatus: string, readonly deliveryMethodName: string, readonly shippingCity: string, readonly shippingCountry: string, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly productName: string, readonly variantName: string, readonly quantity: number } | null } | null> }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly trackingNumber: string }> };

export const OrderForActs: StaffDocument<OrderForActsQuery, OrderForActsQueryVariables> = {
  operationName: "OrderForActs",
  query: "query OrderForActs($id:ID!){order(id:$id){...TicketOrder}}fragment TicketOrder on Order{id number created status paymentStatus chargeStatus total{amount currency}deliveryMethodName shippingCity shippingCountry lines(first:20){edges{node{id productName variantName quantity}}totalCount}fulfillments{id status trackingNumber}}",
};
