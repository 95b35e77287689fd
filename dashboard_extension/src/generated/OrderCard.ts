// Written by `npm run generate` from src/order/OrderCard.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a parcel is; forward only. */
export type ParcelState =
  | 'UNKNOWN'
  | 'HANDED_OVER'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERED'
  | 'RETURNED';

/** Who said so. */
export type ParcelSource =
  /** A member of staff. */
  | 'STAFF'
  /** The shopper, by the link in a mail. */
  | 'SHOPPER'
  /** The carrier, by a tracking service. */
  | 'CARRIER'
  /** A file of the merchant's. */
  | 'CSV'
  /** Nobody: by now, parcels like it had arrived. Nothing is scored by it. */
  | 'ESTIMATE';

/** How an order stands to its promise. */
export type Standing =
  /** It is on its way, and nothing speaks against the last day. */
  | 'ON_TIME'
  /** It did not leave when it should have, or does not move. */
  | 'AT_RISK'
  /** The last day is over, and it has not arrived. */
  | 'LATE'
  /** The last day is over, and nobody tells of this parcel. */
  | 'UNHEARD'
  /** It arrived on the last day or before. */
  | 'ARRIVED_ON_TIME'
  /** It arrived after the last day. */
  | 'ARRIVED_LATE';

export type OrderCardQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderCardQuery = { readonly order: { readonly number: string, readonly created: string, readonly status: string, readonly paymentStatus: string, readonly chargeStatus: string, readonly customerEmail: string, readonly customerName: string, readonly deliveryMethodName: string, readonly shippingCity: string, readonly shippingCountry: string, readonly asOf: string, readonly total: PriceFragment, readonly shippingPrice: PriceFragment | null, readonly lines: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: LineFragment | null } | null> }, readonly promise: PromisedFragment | null, readonly fulfillments: ReadonlyArray<ShipmentFragment> } | null };

export type PriceFragment = { readonly amount: string, readonly currency: string };

export type LineFragment = { readonly id: string, readonly productName: string, readonly variantName: string, readonly sku: string, readonly quantity: number, readonly quantityFulfilled: number, readonly thumbnailUrl: string | null, readonly total: PriceFragment | null };

export type ShipmentFragment = { readonly id: string, readonly status: string, readonly trackingNumber: string, readonly created: string, readonly quantity: number, readonly deliveredAt: string | null, readonly state: ParcelState, readonly carrier: string | null, readonly trackingUrl: string | null, readonly steps: ReadonlyArray<{ readonly state: ParcelState, readonly source: ParcelSource, readonly at: string }> };

export type PromisedFragment = { readonly first: string | null, readonly last: string | null, readonly reason: string | null, readonly standing: Standing | null, readonly pageFirst: string | null, readonly pageLast: string | null, readonly arrivedOn: string | null, readonly apologisedAt: string | null, readonly steps: ReadonlyArray<{ readonly code: string, readonly on: string | null, readonly at: string | null, readonly name: string, readonly days: { readonly from: number, readonly to: number } | null }> };

export const OrderCard: StaffDocument<OrderCardQuery, OrderCardQueryVariables> = {
  operationName: "OrderCard",
  query: "query OrderCard($id:ID!){order(id:$id){number created status paymentStatus chargeStatus customerEmail customerName total{...Price}shippingPrice{...Price}deliveryMethodName shippingCity shippingCountry lines(first:100){edges{node{...Line}}totalCount}promise{...Promised}fulfillments{...Shipment}asOf}}fragment Price on Money{amount currency}fragment Line on OrderLine{id productName variantName sku quantity quantityFulfilled total{...Price}thumbnailUrl}fragment Shipment on Fulfillment{id status trackingNumber created quantity deliveredAt state carrier trackingUrl steps{state source at}}fragment Promised on OrderPromise{first last reason standing pageFirst pageLast arrivedOn apologisedAt steps{code on at days{from to}name}}",
};
