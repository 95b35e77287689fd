// Written by `npm run generate` from src/seat/ChatSeat.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ChatSeatQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatSeatQuery = { readonly chatSeat: OwnSeatFragment | null };

export type OwnSeatFragment = { readonly id: string, readonly name: string, readonly photoUrl: string, readonly expertise: string, readonly languages: ReadonlyArray<string>, readonly categories: ReadonlyArray<string>, readonly channels: ReadonlyArray<string>, readonly maxConcurrent: number };

export const ChatSeat: StaffDocument<ChatSeatQuery, ChatSeatQueryVariables> = {
  operationName: "ChatSeat",
  query: "query ChatSeat{chatSeat{...OwnSeat}}fragment OwnSeat on ChatSeat{id name photoUrl expertise languages categories channels maxConcurrent}",
};
