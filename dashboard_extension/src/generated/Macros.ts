// Written by `npm run generate` from src/inbox/Macros.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom a ticket waits for. */
export type TicketState =
  /** It waits for staff. */
  | 'OPEN'
  /** It waits for the shopper. */
  | 'WAITING'
  /** It waits for nobody. */
  | 'CLOSED';

export type MacrosQueryVariables = Exact<{ [key: string]: never; }>;


export type MacrosQuery = { readonly macros: ReadonlyArray<MacroFragment> };

export type MacroFragment = { readonly id: string, readonly name: string, readonly tags: ReadonlyArray<string>, readonly state: TicketState | null, readonly assignToMe: boolean, readonly text: { readonly en: string, readonly tr: string }, readonly proposes: { readonly kind: string, readonly values: string } | null };

export const Macros: StaffDocument<MacrosQuery, MacrosQueryVariables> = {
  operationName: "Macros",
  query: "query Macros{macros{...Macro}}fragment Macro on Macro{id name text{en tr}tags state assignToMe proposes{kind values}}",
};
