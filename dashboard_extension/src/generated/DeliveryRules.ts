// Written by `npm run generate` from src/delivery/DeliveryRules.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type DeliveryRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeliveryRulesQuery = { readonly deliveryRules: DeliveryGivenFragment, readonly setup: { readonly storeKey: string } };

export type DeliveryGivenFragment = { readonly store: string, readonly mayChangeAll: boolean, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly country: string, readonly place: string, readonly hasPickup: boolean, readonly rules: string, readonly usual: string, readonly holidays: ReadonlyArray<{ readonly on: string, readonly name: string, readonly halfUntil: string | null }> }>, readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly defaultCountry: string, readonly rules: string }>, readonly methods: ReadonlyArray<{ readonly id: string, readonly name: string, readonly zone: string, readonly countries: ReadonlyArray<string>, readonly minimumDays: number | null, readonly maximumDays: number | null }> };

export const DeliveryRules: StaffDocument<DeliveryRulesQuery, DeliveryRulesQueryVariables> = {
  operationName: "DeliveryRules",
  query: "query DeliveryRules{deliveryRules{...DeliveryGiven}setup{storeKey}}fragment DeliveryGiven on DeliveryRules{store mayChangeAll warehouses{id name country place hasPickup rules usual holidays{on name halfUntil}}channels{slug name defaultCountry rules}methods{id name zone countries minimumDays maximumDays}}",
};
