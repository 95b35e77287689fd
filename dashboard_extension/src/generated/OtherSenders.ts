// Written by `npm run generate` from src/settings/OtherSenders.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type OtherSendersQueryVariables = Exact<{ [key: string]: never; }>;


export type OtherSendersQuery = { readonly otherSenders: ReadonlyArray<{ readonly identifier: string, readonly name: string, readonly off: ReadonlyArray<string> }> };

export const OtherSenders: StaffDocument<OtherSendersQuery, OtherSendersQueryVariables> = {
  operationName: "OtherSenders",
  query: "query OtherSenders{otherSenders{identifier name off}}",
};
