// Written by `npm run generate` from src/delivery/DeliveryVariants.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type DeliveryVariantsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type DeliveryVariantsQuery = { readonly deliveryVariants: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export const DeliveryVariants: StaffDocument<DeliveryVariantsQuery, DeliveryVariantsQueryVariables> = {
  operationName: "DeliveryVariants",
  query: "query DeliveryVariants($search:String){deliveryVariants(search:$search){id name}}",
};
