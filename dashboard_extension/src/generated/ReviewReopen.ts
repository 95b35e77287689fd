// Written by `npm run generate` from src/reviews/ReviewReopen.graphql. Do not edit.
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

export type ReviewReopenMutationVariables = Exact<{
  id: string | number;
}>;


export type ReviewReopenMutation = { readonly reviewReopen: { readonly review: { readonly id: string, readonly state: ReviewState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewReopen: StaffDocument<ReviewReopenMutation, ReviewReopenMutationVariables> = {
  operationName: "ReviewReopen",
  query: "mutation ReviewReopen($id:ID!){reviewReopen(id:$id){review{id state}errors{field message code}}}",
};
