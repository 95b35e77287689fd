// Written by `npm run generate` from src/reviews/Reviews.graphql. Do not edit.
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

export type ReviewsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state: ReviewState;
}>;


export type ReviewsQuery = { readonly reviews: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: ReviewRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReviewRowFragment = { readonly id: string, readonly stars: number, readonly title: string, readonly text: string, readonly authorName: string, readonly language: string, readonly state: ReviewState, readonly rejectReason: ReviewRejectReason | null, readonly moderatedBy: string | null, readonly moderatedAt: string | null, readonly createdAt: string, readonly productName: string | null, readonly orderLine: { readonly variantName: string } | null, readonly order: { readonly id: string, readonly number: string } };

export const Reviews: StaffDocument<ReviewsQuery, ReviewsQueryVariables> = {
  operationName: "Reviews",
  query: "query Reviews($first:Int!$after:String$state:ReviewState!){reviews(first:$first after:$after state:$state){edges{node{...ReviewRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment ReviewRow on Review{id stars title text authorName language state rejectReason moderatedBy moderatedAt createdAt productName orderLine{variantName}order{id number}}",
};
