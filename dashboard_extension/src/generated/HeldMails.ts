// Written by `npm run generate` from src/held/HeldMails.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HeldMailsQueryVariables = Exact<{
  first: number;
}>;


export type HeldMailsQuery = { readonly receivedMails: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sender: string, readonly subject: string, readonly reason: string, readonly receivedAt: string, readonly ticketId: string | null, readonly ticketNumber: number | null } | null } | null> } };

export const HeldMails: StaffDocument<HeldMailsQuery, HeldMailsQueryVariables> = {
  operationName: "HeldMails",
  query: "query HeldMails($first:Int!){receivedMails(state:HELD first:$first){edges{node{id sender subject reason receivedAt ticketId ticketNumber}}totalCount}}",
};
