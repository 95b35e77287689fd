// Written by `npm run generate` from src/product/ProductCard.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ProductPart =
  | 'PICTURES'
  | 'PICTURE_TEXTS'
  | 'DESCRIPTION'
  | 'ATTRIBUTES'
  | 'MANUAL'
  | 'SAFETY_CONTACT'
  | 'REVIEWS';

export type ProductCardQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductCardQuery = { readonly productCard: { readonly name: string, readonly percent: number, readonly reviews: number, readonly average: number | null, readonly reviewsLately: number, readonly averageLately: number | null, readonly averageBefore: number | null, readonly openQuestions: number, readonly lastBad: ReadonlyArray<{ readonly id: string, readonly stars: number, readonly title: string, readonly text: string, readonly language: string, readonly createdAt: string }>, readonly checks: ReadonlyArray<{ readonly part: ProductPart, readonly isDone: boolean, readonly done: number, readonly wanted: number, readonly lacking: ReadonlyArray<string> }> } | null };

export const ProductCard: StaffDocument<ProductCardQuery, ProductCardQueryVariables> = {
  operationName: "ProductCard",
  query: "query ProductCard($id:ID!){productCard(id:$id){name percent reviews average reviewsLately averageLately averageBefore openQuestions lastBad{id stars title text language createdAt}checks{part isDone done wanted lacking}}}",
};
