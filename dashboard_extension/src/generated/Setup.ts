// Written by `npm run generate` from src/setup/Setup.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An enumeration. */
export type ContactStage =
  | 'BROWSE'
  | 'PRODUCT'
  | 'CART'
  | 'CHECKOUT'
  | 'ORDER'
  | 'LEFT_CART';

export type SetupQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQuery = { readonly setup: { readonly originsSet: boolean, readonly snippetSeenAt: string | null, readonly hoursSet: boolean, readonly senderTested: boolean, readonly firstTestMessage: boolean, readonly leaversAsked: boolean, readonly parkedAt: string | null, readonly missingPermissions: ReadonlyArray<string>, readonly ways: ReadonlyArray<string>, readonly coverage: ReadonlyArray<{ readonly stage: ContactStage, readonly seenAt: string | null, readonly ways: ReadonlyArray<string> }> } };

export const Setup: StaffDocument<SetupQuery, SetupQueryVariables> = {
  operationName: "Setup",
  query: "query Setup{setup{originsSet snippetSeenAt hoursSet senderTested firstTestMessage leaversAsked parkedAt missingPermissions ways coverage{stage seenAt ways}}}",
};
