// Written by `npm run generate` from src/mails/MailTextTest.graphql. Do not edit.
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

export type MailTextTestMutationVariables = Exact<{
  input: MailTextInput;
}>;


export type MailTextTestMutation = { readonly mailTextTest: { readonly sentTo: string | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }> } | null };

export const MailTextTest: StaffDocument<MailTextTestMutation, MailTextTestMutationVariables> = {
  operationName: "MailTextTest",
  query: "mutation MailTextTest($input:MailTextInput!){mailTextTest(input:$input){sentTo errors{field message code}}}",
};
