// Written by `npm run generate` from src/setup/SenderTest.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SetupErrorCode =
  | 'LIMITED';

export type SenderTestMutationVariables = Exact<{
  channel?: string | null | undefined;
}>;


export type SenderTestMutation = { readonly senderTest: { readonly sentTo: string | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: SetupErrorCode }> } | null };

export const SenderTest: StaffDocument<SenderTestMutation, SenderTestMutationVariables> = {
  operationName: "SenderTest",
  query: "mutation SenderTest($channel:String){senderTest(channel:$channel){sentTo errors{field message code}}}",
};
