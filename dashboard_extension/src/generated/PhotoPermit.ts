// Written by `npm run generate` from src/tickets/PhotoPermit.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PhotoPermitQueryVariables = Exact<{
  id: string | number;
}>;


export type PhotoPermitQuery = { readonly ticket: { readonly photoPermit: string } | null };

export const PhotoPermit: StaffDocument<PhotoPermitQuery, PhotoPermitQueryVariables> = {
  operationName: "PhotoPermit",
  query: "query PhotoPermit($id:ID!){ticket(id:$id){photoPermit}}",
};
