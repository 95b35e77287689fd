// Written by `npm run generate` from src/mails/MailTextReset.graphql. Do not edit.
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

export type MailTextResetMutationVariables = Exact<{
  of: MailPlaceInput;
}>;


export type MailTextResetMutation = { readonly mailTextReset: { readonly mailText: { readonly kind: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }> } | null };

export const MailTextReset: StaffDocument<MailTextResetMutation, MailTextResetMutationVariables> = {
  operationName: "MailTextReset",
  query: "mutation MailTextReset($of:MailPlaceInput!){mailTextReset(of:$of){mailText{kind}errors{field message code}}}",
};
