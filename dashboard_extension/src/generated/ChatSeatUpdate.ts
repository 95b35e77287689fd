// Written by `npm run generate` from src/seat/ChatSeatUpdate.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ChatErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TAKEN'
  | 'FULL'
  | 'AWAY'
  | 'CHANNEL'
  | 'BUSY'
  | 'ENDED';

export type ChatSeatInput = {
  readonly id: string | number;
  /** At most 100 characters; empty: the shop speaks. */
  readonly name?: string | null | undefined;
  readonly photoUrl?: string | null | undefined;
  /** At most 100 characters. */
  readonly expertise?: string | null | undefined;
  /** 1 to 20. Only who manages settings sets it. */
  readonly maxConcurrent?: number | null | undefined;
  /** Only who manages settings sets them. */
  readonly channels?: ReadonlyArray<string> | null | undefined;
  /** Two letters each. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  readonly categories?: ReadonlyArray<string> | null | undefined;
};

export type ChatSeatUpdateMutationVariables = Exact<{
  input: ChatSeatInput;
}>;


export type ChatSeatUpdateMutation = { readonly chatSeatUpdate: { readonly seat: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ChatErrorCode }> } | null };

export const ChatSeatUpdate: StaffDocument<ChatSeatUpdateMutation, ChatSeatUpdateMutationVariables> = {
  operationName: "ChatSeatUpdate",
  query: "mutation ChatSeatUpdate($input:ChatSeatInput!){chatSeatUpdate(input:$input){seat{id}errors{field message code}}}",
};
