// Written by `npm run generate` from src/reviews/ReviewChoices.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What too many bad reviews are about. */
export type ReviewCrisisKind =
  | 'PRODUCT'
  | 'CARRIER'
  | 'WAREHOUSE';

export type ReviewChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewChoicesQuery = { readonly reviewLanguages: ReadonlyArray<string>, readonly reviewCrises: ReadonlyArray<{ readonly kind: ReviewCrisisKind, readonly about: string, readonly name: string, readonly negative: number, readonly expected: number, readonly beganAt: string }> };

export const ReviewChoices: StaffDocument<ReviewChoicesQuery, ReviewChoicesQueryVariables> = {
  operationName: "ReviewChoices",
  query: "query ReviewChoices{reviewLanguages reviewCrises{kind about name negative expected beganAt}}",
};
