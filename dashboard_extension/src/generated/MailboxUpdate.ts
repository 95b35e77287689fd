// Written by `npm run generate` from src/settings/MailboxUpdate.graphql. Do not edit.
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

export type MailboxInput = {
  readonly configuration: string | number;
  /** `imap` or a provider's name; none to take no mails in any more. */
  readonly way?: string | null | undefined;
  /** Of IMAP, which is spoken by TLS at port 993. */
  readonly host?: string | null | undefined;
  readonly username?: string | null | undefined;
  /** One that is left out stays as it was, where server and name do. */
  readonly password?: string | null | undefined;
  /** The server whose Authentication-Results count, as it names itself there; none trusts nobody's. */
  readonly authservId?: string | null | undefined;
};

export type MailboxUpdateMutationVariables = Exact<{
  input: MailboxInput;
}>;


export type MailboxUpdateMutation = { readonly mailboxUpdate: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailboxErrorCode }> } | null };

export const MailboxUpdate: StaffDocument<MailboxUpdateMutation, MailboxUpdateMutationVariables> = {
  operationName: "MailboxUpdate",
  query: "mutation MailboxUpdate($input:MailboxInput!){mailboxUpdate(input:$input){errors{field message code}}}",
};
