// Written by `npm run generate` from src/product/ProductTickets.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ProductTicketsQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductTicketsQuery = { readonly tickets: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: number, readonly subject: string } | null } | null> } };

export const ProductTickets: StaffDocument<ProductTicketsQuery, ProductTicketsQueryVariables> = {
  operationName: "ProductTickets",
  query: "query ProductTickets($id:ID!){tickets(filter:{product:$id isClosed:false}first:3 sort:DUE){totalCount edges{node{id number subject}}}}",
};
