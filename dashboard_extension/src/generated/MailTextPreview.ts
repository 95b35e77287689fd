// Written by `npm run generate` from src/mails/MailTextPreview.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailErrorCode =
  | 'NOT_FOUND'
  | 'UNKNOWN'
  | 'REQUIRED'
  | 'INVALID'
  | 'TOO_LONG'
  | 'BROKEN'
  | 'UNKNOWN_VALUE'
  | 'CHANNEL_NOT_PERMITTED'
  | 'LIMITED';

export type MailTextInput = {
  readonly kind: string;
  /** Two letters: en or tr. */
  readonly language: string;
  /** A slug; none for every channel without texts of its own. */
  readonly channel?: string | null | undefined;
  /** By text, as an object; one that is left out stays ours. */
  readonly texts: string;
};

export type MailTextPreviewQueryVariables = Exact<{
  input: MailTextInput;
}>;


export type MailTextPreviewQuery = { readonly mailTextPreview: { readonly subject: string | null, readonly text: string | null, readonly html: string | null, readonly warnings: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }>, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }> } };

export const MailTextPreview: StaffDocument<MailTextPreviewQuery, MailTextPreviewQueryVariables> = {
  operationName: "MailTextPreview",
  query: "query MailTextPreview($input:MailTextInput!){mailTextPreview(input:$input){subject text html warnings{field message code}errors{field message code}}}",
};
