// Written by `npm run generate` from src/settings/MediumTest.graphql. Do not edit.
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

export type MediumTestMutationVariables = Exact<{
  medium: MessageMedium;
  to: string;
  channel?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type MediumTestMutation = { readonly mediumTest: { readonly sentTo: string | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: MailErrorCode }> } | null };

export const MediumTest: StaffDocument<MediumTestMutation, MediumTestMutationVariables> = {
  operationName: "MediumTest",
  query: "mutation MediumTest($medium:MessageMedium!$to:String!$channel:String$locale:String){mediumTest(medium:$medium to:$to channel:$channel locale:$locale){sentTo errors{field message code}}}",
};
