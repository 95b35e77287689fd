// Written by `npm run generate` from src/timeline/PersonTimeline.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where something is known from. */
export type MomentSource =
  /** Placed; `code` is its state now, `text` its total. */
  | 'ORDER'
  /** The order's history in Saleor; `code` is of its OrderEventsEnum. */
  | 'SALEOR_EVENT'
  /** Somebody spoke; `code` is of MessageAuthor, in small letters. */
  | 'MESSAGE'
  /** Something happened in a ticket; `code` is of MessageEvent, in small letters. */
  | 'EVENT'
  /** A day was promised: `text` is the first and the last of them; `code` why none was. */
  | 'PROMISE'
  /** A parcel was seen: `code` is where, `who` from whom it is known. */
  | 'PARCEL'
  /** An act on the order: `code` is its kind and its state, `text` the money. */
  | 'ACT'
  /** A review was asked for. */
  | 'REVIEW_REQUEST'
  /** A review came: `code` is its stars. */
  | 'REVIEW'
  /** A survey was answered: `code` is the score and the best one. */
  | 'SURVEY'
  /** A message went out: `code` is its kind, `who` the medium. */
  | 'MAIL'
  /** A cart was left: `code` is what became of it, `who` the cause. */
  | 'CART'
  /** Staff did something in the cart. */
  | 'CART_ACT'
  /** They said whether they may be written to: `text` is medium and purpose, `who` where it was said. */
  | 'CONSENT'
  /** They asked something about a product. */
  | 'QUESTION';

export type PersonTimelineQueryVariables = Exact<{
  email: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonTimelineQuery = { readonly customer: { readonly timeline: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: MomentFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type MomentFragment = { readonly id: string, readonly source: MomentSource, readonly at: string, readonly code: string, readonly who: string, readonly text: string, readonly orderNumber: string | null, readonly ticketId: string | null };

export const PersonTimeline: StaffDocument<PersonTimelineQuery, PersonTimelineQueryVariables> = {
  operationName: "PersonTimeline",
  query: "query PersonTimeline($email:String!$first:Int!$after:String){customer(email:$email){timeline(first:$first after:$after){edges{node{...Moment}}pageInfo{hasNextPage endCursor}totalCount}}}fragment Moment on Moment{id source at code who text orderNumber ticketId}",
};
