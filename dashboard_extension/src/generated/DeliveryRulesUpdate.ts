// Written by `npm run generate` from src/delivery/DeliveryRulesUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type DeliveryRulesErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'UNKNOWN'
  | 'REQUIRED'
  | 'UNIQUE'
  | 'CHANNEL_NOT_PERMITTED';

export type DeliveryRulesInput = {
  /** Saleor's, for the rules of a warehouse. */
  readonly warehouse?: string | number | null | undefined;
  /** A slug, for those of a channel; neither for those of the store. */
  readonly channel?: string | null | undefined;
  /** An object; a setting that is left out has its default. */
  readonly data: string;
};

export type DeliveryRulesUpdateMutationVariables = Exact<{
  input: ReadonlyArray<DeliveryRulesInput> | DeliveryRulesInput;
}>;


export type DeliveryRulesUpdateMutation = { readonly deliveryRulesUpdate: { readonly deliveryRules: { readonly mayChangeAll: boolean } | null, readonly errors: ReadonlyArray<{ readonly warehouse: string | null, readonly channel: string | null, readonly field: string, readonly message: string, readonly code: DeliveryRulesErrorCode }> } | null };

export const DeliveryRulesUpdate: StaffDocument<DeliveryRulesUpdateMutation, DeliveryRulesUpdateMutationVariables> = {
  operationName: "DeliveryRulesUpdate",
  query: "mutation DeliveryRulesUpdate($input:[DeliveryRulesInput!]!){deliveryRulesUpdate(input:$input){deliveryRules{mayChangeAll}errors{warehouse channel field message code}}}",
};
