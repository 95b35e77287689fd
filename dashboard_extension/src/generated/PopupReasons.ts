// Written by `npm run generate` from src/popup/PopupReasons.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PopupReasonsQueryVariables = Exact<{
  channel: string;
}>;


export type PopupReasonsQuery = { readonly ticketReasons: ReadonlyArray<{ readonly slug: string, readonly name: { readonly en: string, readonly tr: string } }> };

export const PopupReasons: StaffDocument<PopupReasonsQuery, PopupReasonsQueryVariables> = {
  operationName: "PopupReasons",
  query: "query PopupReasons($channel:String!){ticketReasons(channel:$channel){slug name{en tr}}}",
};
