// Written by `npm run generate` from src/macros/MacrosBegin.graphql. Do not edit.
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

export type MacrosBeginMutationVariables = Exact<{
  language: string;
}>;


export type MacrosBeginMutation = { readonly macrosBegin: { readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const MacrosBegin: StaffDocument<MacrosBeginMutation, MacrosBeginMutationVariables> = {
  operationName: "MacrosBegin",
  query: "mutation MacrosBegin($language:String!){macrosBegin(language:$language){errors{field message code}}}",
};
