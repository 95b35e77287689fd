// Written by `npm run generate` from src/reviews/ReviewsReject.graphql. Do not edit.
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

/** Why a review is not shown; how many stars it gives is none. */
export type ReviewRejectReason =
  /** It advertises, or repeats itself. */
  | 'SPAM'
  /** It insults or threatens somebody, or breaks the law. */
  | 'OFFENSIVE'
  /** It tells something private about a person. */
  | 'PERSONAL_DATA'
  /** It says nothing about the product. */
  | 'NOT_ABOUT_THE_PRODUCT';

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

export type ReviewsRejectMutationVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
  reason: ReviewRejectReason;
}>;


export type ReviewsRejectMutation = { readonly reviewsReject: { readonly reviews: ReadonlyArray<{ readonly id: string, readonly state: ReviewState }>, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewsReject: StaffDocument<ReviewsRejectMutation, ReviewsRejectMutationVariables> = {
  operationName: "ReviewsReject",
  query: "mutation ReviewsReject($ids:[ID!]!$reason:ReviewRejectReason!){reviewsReject(ids:$ids reason:$reason){reviews{id state}errors{field message code}}}",
};
