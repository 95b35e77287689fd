// Written by `npm run generate` from src/inbox/ChatLeave.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a chat stands. */
export type ChatState =
  /** They wait for a seat. */
  | 'WAITING'
  /** Somebody chats with them. */
  | 'SEATED'
  /** They left before anybody came. */
  | 'LEFT'
  /** Nobody was there; they were told, and asked to leave a message. */
  | 'MISSED'
  /** The chat has ended. */
  | 'ENDED';

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

export type ChatLeaveMutationVariables = Exact<{
  id: string | number;
}>;


export type ChatLeaveMutation = { readonly chatLeave: { readonly chat: { readonly id: string, readonly state: ChatState } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ChatErrorCode }> } | null };

export const ChatLeave: StaffDocument<ChatLeaveMutation, ChatLeaveMutationVariables> = {
  operationName: "ChatLeave",
  query: "mutation ChatLeave($id:ID!){chatLeave(id:$id){chat{id state}errors{field message code}}}",
};
