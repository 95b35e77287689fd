// Written by `npm run generate` from src/reviews/Reviews.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a review is from. */
export type ReviewOrigin =
  /** Asked for after the delivery; verified. */
  | 'REQUEST'
  /** From another tool's file; labelled. */
  | 'IMPORT';

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

/** Why a review is worth a look first; no signal hides anything. */
export type ReviewSignal =
  | 'PROFANITY'
  | 'LINK'
  | 'PHONE'
  | 'EMAIL'
  | 'REPEATED'
  | 'CAPITALS';

/** What was done to a review. */
export type ReviewChangeKind =
  | 'WRITTEN'
  | 'IMPORTED'
  | 'EDITED'
  | 'WITHDRAWN'
  | 'PUBLISHED'
  | 'REJECTED'
  | 'REOPENED'
  | 'REPLIED'
  | 'REPLY_EDITED'
  | 'REPLY_REMOVED'
  | 'ASKED_AUTHOR'
  | 'TICKET_OPENED'
  | 'PHOTO_HIDDEN'
  | 'PHOTO_SHOWN'
  | 'FEATURED'
  | 'NOT_FEATURED';

/** Which reviews to list; what is left out lets all through. */
export type ReviewFilter = {
  readonly state?: ReviewState | null | undefined;
  readonly stars?: ReadonlyArray<number> | null | undefined;
  /** Saleor's. */
  readonly productId?: string | number | null | undefined;
  /** Two letters. */
  readonly language?: string | null | undefined;
  readonly signal?: ReviewSignal | null | undefined;
  readonly withPhotos?: boolean | null | undefined;
  /** Those that the shop has not answered in public. */
  readonly unanswered?: boolean | null | undefined;
};

export type ReviewsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: ReviewFilter;
}>;


export type ReviewsQuery = { readonly reviews: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: ReviewRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReviewRowFragment = { readonly id: string, readonly origin: ReviewOrigin, readonly stars: number, readonly title: string, readonly text: string, readonly authorName: string, readonly isIncentivised: boolean, readonly language: string, readonly state: ReviewState, readonly rejectReason: ReviewRejectReason | null, readonly signals: ReadonlyArray<ReviewSignal>, readonly moderatedBy: string | null, readonly moderatedAt: string | null, readonly reply: string | null, readonly quote: string | null, readonly wasAsked: boolean, readonly canAsk: boolean, readonly ticketId: string | null, readonly ticketNumber: number | null, readonly createdAt: string, readonly editedAt: string | null, readonly productId: string | null, readonly productName: string | null, readonly variantName: string, readonly answers: ReadonlyArray<{ readonly question: string, readonly answer: string }>, readonly order: { readonly id: string, readonly number: string } | null, readonly photos: ReadonlyArray<{ readonly id: string, readonly thumbnailUrl: string, readonly url: string, readonly isHidden: boolean, readonly mayBeUsed: boolean }>, readonly changes: ReadonlyArray<{ readonly kind: ReviewChangeKind, readonly at: string, readonly by: string | null, readonly before: ReadonlyArray<{ readonly name: string, readonly value: string }> }> };

export const Reviews: StaffDocument<ReviewsQuery, ReviewsQueryVariables> = {
  operationName: "Reviews",
  query: "query Reviews($first:Int!$after:String$filter:ReviewFilter!){reviews(first:$first after:$after filter:$filter){edges{node{...ReviewRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment ReviewRow on Review{id origin stars title text answers{question answer}authorName isIncentivised language state rejectReason signals moderatedBy moderatedAt reply quote wasAsked canAsk ticketId ticketNumber createdAt editedAt productId productName variantName order{id number}photos{id thumbnailUrl url isHidden mayBeUsed}changes{kind at by before{name value}}}",
};
