// Written by `npm run generate` from src/home/HomeQueue.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HomeQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQueueQuery = { readonly ticketCounts: { readonly mine: number, readonly breached: number, readonly amber: number, readonly waitingChats: number }, readonly actsWaiting: { readonly totalCount: number } };

export const HomeQueue: StaffDocument<HomeQueueQuery, HomeQueueQueryVariables> = {
  operationName: "HomeQueue",
  query: "query HomeQueue{ticketCounts{mine breached amber waitingChats}actsWaiting(first:0){totalCount}}",
};
