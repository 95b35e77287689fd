// Written by `npm run generate` from src/setup/Setup.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SetupQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQuery = { readonly setup: { readonly originsSet: boolean, readonly snippetSeenAt: string | null, readonly hoursSet: boolean, readonly senderTested: boolean, readonly firstTestMessage: boolean, readonly parkedAt: string | null, readonly missingPermissions: ReadonlyArray<string> } };

export const Setup: StaffDocument<SetupQuery, SetupQueryVariables> = {
  operationName: "Setup",
  query: "query Setup{setup{originsSet snippetSeenAt hoursSet senderTested firstTestMessage parkedAt missingPermissions}}",
};
