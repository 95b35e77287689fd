// Written by `npm run generate` from src/reviews/ReviewPublish.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What was decided about a review. */
export type ReviewState =
  /** Nobody has decided about it. */
  | 'PENDING'
  /** Everybody may read it. */
  | 'PUBLISHED'
  /** It is not shown; `rejectReason` says why. */
  | 'REJECTED';

export type ReviewErrorCode =
  | 'NOT_FOUND';

export type ReviewPublishMutationVariables = Exact<{
  id: string | number;
}>;


export type ReviewPublishMutation = { readonly reviewPublish: { readonly review: { readonly id: string, readonly state: ReviewState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewPublish: StaffDocument<ReviewPublishMutation, ReviewPublishMutationVariables> = {
  operationName: "ReviewPublish",
  query: "mutation ReviewPublish($id:ID!){reviewPublish(id:$id){review{id state}errors{field message code}}}",
};
