// Written by `npm run generate` from src/inbox/TicketArticles.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TicketArticlesQueryVariables = Exact<{
  id: string | number;
}>;


export type TicketArticlesQuery = { readonly ticket: { readonly id: string, readonly articles: ReadonlyArray<{ readonly id: string, readonly title: string, readonly excerpt: string, readonly url: string }> } | null };

export const TicketArticles: StaffDocument<TicketArticlesQuery, TicketArticlesQueryVariables> = {
  operationName: "TicketArticles",
  query: "query TicketArticles($id:ID!){ticket(id:$id){id articles{id title excerpt url}}}",
};
