// Written by `npm run generate` from src/inbox/ViewUpdate.graphql. Do not edit.
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

export type ViewInput = {
  /** None: a new one. */
  readonly id?: string | number | null | undefined;
  readonly name: string;
  readonly isTeam?: boolean | null | undefined;
  /** An object, as TicketFilter has it. */
  readonly filter: string;
  readonly position?: number | null | undefined;
};

export type ViewUpdateMutationVariables = Exact<{
  input: ViewInput;
}>;


export type ViewUpdateMutation = { readonly viewUpdate: { readonly view: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const ViewUpdate: StaffDocument<ViewUpdateMutation, ViewUpdateMutationVariables> = {
  operationName: "ViewUpdate",
  query: "mutation ViewUpdate($input:ViewInput!){viewUpdate(input:$input){view{id}errors{field message code}}}",
};
