// Written by `npm run generate` from src/popup/StaffSessionCreate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type StaffSessionCreateMutationVariables = Exact<{ [key: string]: never; }>;


export type StaffSessionCreateMutation = { readonly staffSessionCreate: { readonly session: { readonly token: string } } | null };

export const StaffSessionCreate: StaffDocument<StaffSessionCreateMutation, StaffSessionCreateMutationVariables> = {
  operationName: "StaffSessionCreate",
  query: "mutation StaffSessionCreate{staffSessionCreate{session{token}}}",
};
