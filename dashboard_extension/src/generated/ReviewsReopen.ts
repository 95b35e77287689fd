// Written by `npm run generate` from src/reviews/ReviewsReopen.graphql. Do not edit.
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
  | 'REJECTED'
  /** Its author took it back. */
  | 'WITHDRAWN';

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

export type ReviewsReopenMutationVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;


export type ReviewsReopenMutation = { readonly reviewsReopen: { readonly reviews: ReadonlyArray<{ readonly id: string, readonly state: ReviewState }>, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewsReopen: StaffDocument<ReviewsReopenMutation, ReviewsReopenMutationVariables> = {
  operationName: "ReviewsReopen",
  query: "mutation ReviewsReopen($ids:[ID!]!){reviewsReopen(ids:$ids){reviews{id state}errors{field message code}}}",
};
