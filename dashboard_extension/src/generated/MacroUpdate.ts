// Written by `npm run generate` from src/macros/MacroUpdate.graphql. Do not edit.
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

export type MacroInput = {
  /** None: a new one. */
  readonly id?: string | number | null | undefined;
  readonly name: string;
  readonly text: MacroTextInput;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly state?: TicketState | null | undefined;
  readonly assignToMe?: boolean | null | undefined;
  readonly proposes?: MacroActInput | null | undefined;
};

export type MacroTextInput = {
  readonly en?: string | null | undefined;
  readonly tr?: string | null | undefined;
};

export type MacroActInput = {
  /** An ActKind. */
  readonly kind: string;
  /** An object: what OrderActInput has of it. */
  readonly values?: string | null | undefined;
};

export type MacroUpdateMutationVariables = Exact<{
  input: MacroInput;
}>;


export type MacroUpdateMutation = { readonly macroUpdate: { readonly macro: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const MacroUpdate: StaffDocument<MacroUpdateMutation, MacroUpdateMutationVariables> = {
  operationName: "MacroUpdate",
  query: "mutation MacroUpdate($input:MacroInput!){macroUpdate(input:$input){macro{id}errors{field message code}}}",
};
