// Written by `npm run generate` from src/order/FulfillmentMarkDelivered.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type FulfillmentErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SENT';

export type FulfillmentMarkDeliveredMutationVariables = Exact<{
  id: string | number;
}>;


export type FulfillmentMarkDeliveredMutation = { readonly fulfillmentMarkDelivered: { readonly fulfillment: { readonly id: string, readonly deliveredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: FulfillmentErrorCode }> } | null };

export const FulfillmentMarkDelivered: StaffDocument<FulfillmentMarkDeliveredMutation, FulfillmentMarkDeliveredMutationVariables> = {
  operationName: "FulfillmentMarkDelivered",
  query: "mutation FulfillmentMarkDelivered($id:ID!){fulfillmentMarkDelivered(id:$id){fulfillment{id deliveredAt}errors{field message code}}}",
};
