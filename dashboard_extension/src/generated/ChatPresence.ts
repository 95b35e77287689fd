// Written by `npm run generate` from src/inbox/ChatPresence.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether somebody takes chats. */
export type ChatPresence =
  /** They take chats while their page is open. */
  | 'ONLINE'
  /** They are back soon; chats go to others. */
  | 'AWAY'
  /** They do not chat. */
  | 'OFFLINE';

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

export type ChatPresenceMutationVariables = Exact<{
  state: ChatPresence;
}>;


export type ChatPresenceMutation = { readonly chatPresence: { readonly seat: { readonly id: string, readonly state: ChatPresence } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ChatErrorCode }> } | null };

export const ChatPresence: StaffDocument<ChatPresenceMutation, ChatPresenceMutationVariables> = {
  operationName: "ChatPresence",
  query: "mutation ChatPresence($state:ChatPresence!){chatPresence(state:$state){seat{id state}errors{field message code}}}",
};
