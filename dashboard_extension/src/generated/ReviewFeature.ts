// Written by `npm run generate` from src/reviews/ReviewFeature.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ReviewErrorCode =
  | 'NOT_FOUND'
  | 'WITHDRAWN'
  | 'TOO_MANY'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NO_EMAIL'
  | 'ALREADY_ASKED'
  | 'NOT_PUBLISHED'
  | 'NOT_THEIR_WORDS';

export type ReviewFeatureMutationVariables = Exact<{
  id: string | number;
  quote: string;
}>;


export type ReviewFeatureMutation = { readonly reviewFeature: { readonly review: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewFeature: StaffDocument<ReviewFeatureMutation, ReviewFeatureMutationVariables> = {
  operationName: "ReviewFeature",
  query: "mutation ReviewFeature($id:ID!$quote:String!){reviewFeature(id:$id quote:$quote){review{id}errors{field message code}}}",
};
