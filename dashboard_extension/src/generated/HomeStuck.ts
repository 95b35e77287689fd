// Written by `npm run generate` from src/home/HomeStuck.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HomeStuckQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeStuckQuery = { readonly stuckCheckouts: ReadonlyArray<{ readonly id: string }> };

export const HomeStuck: StaffDocument<HomeStuckQuery, HomeStuckQueryVariables> = {
  operationName: "HomeStuck",
  query: "query HomeStuck{stuckCheckouts{id}}",
};
