// Written by `npm run generate` from src/mails/MailTexts.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailTextsQueryVariables = Exact<{
  channel?: string | null | undefined;
}>;


export type MailTextsQuery = { readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }>, readonly mailTexts: ReadonlyArray<MailTextFragment> };

export type MailTextFragment = { readonly kind: string, readonly language: string, readonly channel: string, readonly name: string, readonly values: ReadonlyArray<string>, readonly ours: string, readonly texts: string, readonly newest: { readonly version: number, readonly failedAt: string | null } | null };

export const MailTexts: StaffDocument<MailTextsQuery, MailTextsQueryVariables> = {
  operationName: "MailTexts",
  query: "query MailTexts($channel:String){channels{slug name}mailTexts(channel:$channel){...MailText}}fragment MailText on MailText{kind language channel name values ours texts newest{version failedAt}}",
};
