// Written by `npm run generate` from src/reviews/ReviewReply.graphql. Do not edit.
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

export type ReviewReplyMutationVariables = Exact<{
  id: string | number;
  text: string;
}>;


export type ReviewReplyMutation = { readonly reviewReply: { readonly review: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ReviewErrorCode }> } | null };

export const ReviewReply: StaffDocument<ReviewReplyMutation, ReviewReplyMutationVariables> = {
  operationName: "ReviewReply",
  query: "mutation ReviewReply($id:ID!$text:String!){reviewReply(id:$id text:$text){review{id}errors{field message code}}}",
};
