// Written by `npm run generate` from src/inbox/TicketMerge.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TicketErrorCode =
  | 'NOT_FOUND'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'INVALID'
  | 'TAKEN'
  | 'NO_EMAIL'
  | 'LIVE'
  | 'MERGED'
  | 'ANOTHER_CUSTOMER'
  | 'ANSWERED'
  | 'CLOSED'
  | 'WINDOW_CLOSED'
  | 'UNREACHABLE';

export type TicketMergeMutationVariables = Exact<{
  into: string | number;
  ids: ReadonlyArray<string | number> | string | number;
  key: string;
  force?: boolean | null | undefined;
  why?: string | null | undefined;
}>;


export type TicketMergeMutation = { readonly ticketMerge: { readonly ticket: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const TicketMerge: StaffDocument<TicketMergeMutation, TicketMergeMutationVariables> = {
  operationName: "TicketMerge",
  query: "mutation TicketMerge($into:ID!$ids:[ID!]!$key:String!$force:Boolean$why:String){ticketMerge(into:$into ids:$ids key:$key force:$force why:$why){ticket{id}errors{field message code}}}",
};
