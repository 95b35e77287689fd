// Written by `npm run generate` from src/contacts/OutboxPause.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type OutboxPauseMutationVariables = Exact<{
  paused: boolean;
}>;


export type OutboxPauseMutation = { readonly outboxPause: { readonly pausedAt: string | null } | null };

export const OutboxPause: StaffDocument<OutboxPauseMutation, OutboxPauseMutationVariables> = {
  operationName: "OutboxPause",
  query: "mutation OutboxPause($paused:Boolean!){outboxPause(paused:$paused){pausedAt}}",
};
