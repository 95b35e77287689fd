// Written by `npm run generate` from src/inbox/ChatSeats.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ChatSeatsQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatSeatsQuery = { readonly chatWall: { readonly seats: ReadonlyArray<{ readonly id: string, readonly userId: string, readonly email: string, readonly name: string, readonly isThere: boolean, readonly busy: number, readonly maxConcurrent: number }> } };

export const ChatSeats: StaffDocument<ChatSeatsQuery, ChatSeatsQueryVariables> = {
  operationName: "ChatSeats",
  query: "query ChatSeats{chatWall{seats{id userId email name isThere busy maxConcurrent}}}",
};
