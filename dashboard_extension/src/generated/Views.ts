// Written by `npm run generate` from src/inbox/Views.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewsQuery = { readonly views: ReadonlyArray<ViewFragment> };

export type ViewFragment = { readonly id: string, readonly name: string, readonly isTeam: boolean, readonly filter: string, readonly count: number | null };

export const Views: StaffDocument<ViewsQuery, ViewsQueryVariables> = {
  operationName: "Views",
  query: "query Views{views{...View}}fragment View on View{id name isTeam filter count}",
};
