// Written by `npm run generate` from src/beside/Catalogue.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CatalogueQueryVariables = Exact<{
  channel: string;
  search: string;
}>;


export type CatalogueQuery = { readonly catalogue: ReadonlyArray<CatalogueRowFragment> };

export type CatalogueRowFragment = { readonly id: string, readonly name: string, readonly turkishName: string | null, readonly thumbnailUrl: string, readonly isInStock: boolean, readonly variants: ReadonlyArray<{ readonly id: string, readonly name: string, readonly turkishName: string | null, readonly available: number | null, readonly isInStock: boolean, readonly price: { readonly amount: string, readonly currency: string } }> };

export const Catalogue: StaffDocument<CatalogueQuery, CatalogueQueryVariables> = {
  operationName: "Catalogue",
  query: "query Catalogue($channel:String!$search:String!){catalogue(channel:$channel search:$search first:12){...CatalogueRow}}fragment CatalogueRow on CatalogueProduct{id name turkishName thumbnailUrl isInStock variants{id name turkishName price{amount currency}available isInStock}}",
};
