// Written by `npm run generate` from src/order/OrderCard.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type OrderCardQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderCardQuery = { readonly order: { readonly number: string, readonly created: string, readonly status: string, readonly paymentStatus: string, readonly chargeStatus: string, readonly customerEmail: string, readonly customerName: string, readonly deliveryMethodName: string, readonly shippingCity: string, readonly shippingCountry: string, readonly asOf: string, readonly total: PriceFragment, readonly shippingPrice: PriceFragment | null, readonly lines: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: LineFragment | null } | null> }, readonly fulfillments: ReadonlyArray<ShipmentFragment> } | null };

export type PriceFragment = { readonly amount: string, readonly currency: string };

export type LineFragment = { readonly id: string, readonly productName: string, readonly variantName: string, readonly sku: string, readonly quantity: number, readonly quantityFulfilled: number, readonly thumbnailUrl: string | null, readonly total: PriceFragment | null };

export type ShipmentFragment = { readonly id: string, readonly status: string, readonly trackingNumber: string, readonly created: string, readonly quantity: number, readonly deliveredAt: string | null };

export const OrderCard: StaffDocument<OrderCardQuery, OrderCardQueryVariables> = {
  operationName: "OrderCard",
  query: "query OrderCard($id:ID!){order(id:$id){number created status paymentStatus chargeStatus customerEmail customerName total{...Price}shippingPrice{...Price}deliveryMethodName shippingCity shippingCountry lines(first:100){edges{node{...Line}}totalCount}fulfillments{...Shipment}asOf}}fragment Price on Money{amount currency}fragment Line on OrderLine{id productName variantName sku quantity quantityFulfilled total{...Price}thumbnailUrl}fragment Shipment on Fulfillment{id status trackingNumber created quantity deliveredAt}",
};
