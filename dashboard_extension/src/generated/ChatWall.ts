// Written by `npm run generate` from src/wall/ChatWall.graphql. Do not edit.
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

export type ChatWallQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatWallQuery = { readonly chatWall: { readonly waiting: number, readonly longestWaitSeconds: number | null, readonly chatting: number, readonly missedToday: number, readonly places: number, readonly free: number, readonly seats: ReadonlyArray<{ readonly id: string, readonly email: string, readonly name: string, readonly state: ChatPresence, readonly isThere: boolean, readonly busy: number, readonly maxConcurrent: number, readonly channels: ReadonlyArray<string> }> }, readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }> };

export const ChatWall: StaffDocument<ChatWallQuery, ChatWallQueryVariables> = {
  operationName: "ChatWall",
  query: "query ChatWall{chatWall{waiting longestWaitSeconds chatting missedToday places free seats{id email name state isThere busy maxConcurrent channels}}channels{slug name}}",
};
