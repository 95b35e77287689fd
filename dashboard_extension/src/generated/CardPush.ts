// Written by `npm run generate` from src/beside/CardPush.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why not: docs/beside.md. */
export type BesideTrouble =
  | 'NOT_FOUND'
  | 'NOT_LIVE'
  | 'NOT_PERMITTED'
  | 'NO_CART'
  | 'GONE'
  | 'ANOTHERS'
  | 'NOT_IN_CART'
  | 'SHORT'
  | 'NOT_SOLD'
  | 'TOO_MANY'
  | 'CODE_REFUSED'
  | 'GIFT'
  | 'NO_LINK'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID'
  | 'REFUSED'
  | 'UNREACHABLE'
  | 'IN_DOUBT';

/** One of them: a product, a page of the shop, the way to the shopper's own checkout, or answers to choose from. */
export type CardInput = {
  /** Saleor's. */
  readonly product?: string | number | null | undefined;
  /** Saleor's, of that product; without it the product is shown at its lowest price. */
  readonly variant?: string | number | null | undefined;
  /** Of one of the channel's storefront origins. */
  readonly page?: string | null | undefined;
  /** The page's, at most 200 characters. */
  readonly title?: string | null | undefined;
  readonly checkout?: boolean | null | undefined;
  /** At most five of 40 characters. */
  readonly choices?: ReadonlyArray<string> | null | undefined;
};

export type CardPushMutationVariables = Exact<{
  ticket: string | number;
  input: CardInput;
  key: string;
}>;


export type CardPushMutation = { readonly cardPush: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: BesideTrouble }> } | null };

export const CardPush: StaffDocument<CardPushMutation, CardPushMutationVariables> = {
  operationName: "CardPush",
  query: "mutation CardPush($ticket:ID!$input:CardInput!$key:String!){cardPush(ticket:$ticket input:$input key:$key){errors{field message code}}}",
};
