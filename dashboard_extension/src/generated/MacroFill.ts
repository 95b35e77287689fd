// Written by `npm run generate` from src/inbox/MacroFill.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MacroFillQueryVariables = Exact<{
  id: string | number;
  ticket: string | number;
}>;


export type MacroFillQuery = { readonly macroFill: { readonly text: string, readonly unfilled: ReadonlyArray<string> } | null };

export const MacroFill: StaffDocument<MacroFillQuery, MacroFillQueryVariables> = {
  operationName: "MacroFill",
  query: "query MacroFill($id:ID!$ticket:ID!){macroFill(id:$id ticket:$ticket){text unfilled}}",
};
