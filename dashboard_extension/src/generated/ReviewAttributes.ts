// Written by `npm run generate` from src/settings/ReviewAttributes.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ReviewAttributesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewAttributesQuery = { readonly reviewAttributes: { readonly slugs: ReadonlyArray<string>, readonly exist: boolean | null } };

export const ReviewAttributes: StaffDocument<ReviewAttributesQuery, ReviewAttributesQueryVariables> = {
  operationName: "ReviewAttributes",
  query: "query ReviewAttributes{reviewAttributes{slugs exist}}",
};
