// Written by `npm run generate` from src/settings/ReviewAttributesCreate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ReviewAttributesErrorCode =
  | 'ATTRIBUTE_UNFIT'
  | 'PERMISSION_MISSING'
  | 'SALEOR';

export type ReviewAttributesCreateMutationVariables = Exact<{ [key: string]: never; }>;


export type ReviewAttributesCreateMutation = { readonly reviewAttributesCreate: { readonly types: number | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewAttributesErrorCode }> } | null };

export const ReviewAttributesCreate: StaffDocument<ReviewAttributesCreateMutation, ReviewAttributesCreateMutationVariables> = {
  operationName: "ReviewAttributesCreate",
  query: "mutation ReviewAttributesCreate{reviewAttributesCreate{types errors{field message code}}}",
};
