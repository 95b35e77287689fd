// Written by `npm run generate` from src/mails/MailTextVersions.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailPlaceInput = {
  readonly kind: string;
  /** Two letters: en or tr. */
  readonly language: string;
  /** A slug; none for every channel without texts of its own. */
  readonly channel?: string | null | undefined;
};

export type MailTextVersionsQueryVariables = Exact<{
  of: MailPlaceInput;
}>;


export type MailTextVersionsQuery = { readonly mailTextVersions: ReadonlyArray<{ readonly version: number, readonly texts: string, readonly author: string, readonly createdAt: string }> };

export const MailTextVersions: StaffDocument<MailTextVersionsQuery, MailTextVersionsQueryVariables> = {
  operationName: "MailTextVersions",
  query: "query MailTextVersions($of:MailPlaceInput!){mailTextVersions(of:$of){version texts author createdAt}}",
};
