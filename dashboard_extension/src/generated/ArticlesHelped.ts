// Written by `npm run generate` from src/report/ArticlesHelped.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ArticlesHelpedQueryVariables = Exact<{
  days: number;
  channel?: string | null | undefined;
}>;


export type ArticlesHelpedQuery = { readonly articlesHelped: ReadonlyArray<{ readonly title: string, readonly times: number }> };

export const ArticlesHelped: StaffDocument<ArticlesHelpedQuery, ArticlesHelpedQueryVariables> = {
  operationName: "ArticlesHelped",
  query: "query ArticlesHelped($days:Int!$channel:String){articlesHelped(days:$days channel:$channel){title times}}",
};
