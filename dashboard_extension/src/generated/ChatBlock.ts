// Written by `npm run generate` from src/inbox/ChatBlock.graphql. Do not edit.
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

export type ChatBlockMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type ChatBlockMutation = { readonly chatBlock: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: ChatErrorCode }> } | null };

export const ChatBlock: StaffDocument<ChatBlockMutation, ChatBlockMutationVariables> = {
  operationName: "ChatBlock",
  query: "mutation ChatBlock($id:ID!$reason:String!){chatBlock(id:$id reason:$reason){errors{field message code}}}",
};
