// Written by `npm run generate` from src/settings/MailboxTry.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailboxErrorCode =
  | 'CHANNEL_NOT_PERMITTED'
  | 'INVALID'
  | 'LIMITED'
  | 'LOGIN_REFUSED'
  | 'NOT_FOUND'
  | 'NOT_IMAP'
  | 'NOT_READABLE'
  | 'NOT_SECURE'
  | 'NO_SENDER'
  | 'REQUIRED'
  | 'UNREACHABLE';

export type MailboxTryMutationVariables = Exact<{
  configuration: string | number;
}>;


export type MailboxTryMutation = { readonly mailboxTry: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailboxErrorCode }> } | null };

export const MailboxTry: StaffDocument<MailboxTryMutation, MailboxTryMutationVariables> = {
  operationName: "MailboxTry",
  query: "mutation MailboxTry($configuration:ID!){mailboxTry(configuration:$configuration){errors{field message code}}}",
};
