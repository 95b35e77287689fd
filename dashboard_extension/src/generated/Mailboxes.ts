// Written by `npm run generate` from src/settings/Mailboxes.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailboxesQueryVariables = Exact<{ [key: string]: never; }>;


export type MailboxesQuery = { readonly mailboxes: ReadonlyArray<{ readonly configuration: string, readonly way: string, readonly host: string, readonly username: string, readonly hasPassword: boolean, readonly authservId: string, readonly address: string | null, readonly checkedAt: string | null, readonly problem: string }> };

export const Mailboxes: StaffDocument<MailboxesQuery, MailboxesQueryVariables> = {
  operationName: "Mailboxes",
  query: "query Mailboxes{mailboxes{configuration way host username hasPassword authservId address checkedAt problem}}",
};
