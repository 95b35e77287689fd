// Written by `npm run generate` from src/popup/PopupOrder.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PopupOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type PopupOrderQuery = { readonly order: { readonly number: string, readonly channel: string, readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly productName: string, readonly variantName: string, readonly quantity: number } | null } | null> } } | null };

export const PopupOrder: StaffDocument<PopupOrderQuery, PopupOrderQueryVariables> = {
  operationName: "PopupOrder",
  query: "query PopupOrder($id:ID!){order(id:$id){number channel lines(first:100){edges{node{id productName variantName quantity}}}}}",
};
