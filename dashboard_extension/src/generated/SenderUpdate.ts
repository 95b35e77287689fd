// Written by `npm run generate` from src/settings/SenderUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** By what a message reaches a person. */
export type MessageMedium =
  | 'EMAIL'
  | 'SMS'
  | 'WHATSAPP'
  | 'PUSH';

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

export type SenderInput = {
  readonly configuration: string | number;
  /** EMAIL where none is named. */
  readonly medium?: MessageMedium | null | undefined;
  /** One of the medium's mailProviders; none for the service's own way, which only mail has. */
  readonly provider?: string | null | undefined;
  /** By name, as an object; one that is left out stays as it was. */
  readonly credentials?: string | null | undefined;
};

export type SenderUpdateMutationVariables = Exact<{
  input: SenderInput;
}>;


export type SenderUpdateMutation = { readonly senderUpdate: { readonly sender: { readonly configuration: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }> } | null };

export const SenderUpdate: StaffDocument<SenderUpdateMutation, SenderUpdateMutationVariables> = {
  operationName: "SenderUpdate",
  query: "mutation SenderUpdate($input:SenderInput!){senderUpdate(input:$input){sender{configuration}errors{field message code}}}",
};
