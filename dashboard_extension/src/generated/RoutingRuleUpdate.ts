// Written by `npm run generate` from src/routing/RoutingRuleUpdate.graphql. Do not edit.
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

export type RoutingRuleInput = {
  /** None: a new one. */
  readonly id?: string | number | null | undefined;
  readonly name: string;
  readonly isOn?: boolean | null | undefined;
  /** Left out: as it is, and of a new one, after all others. */
  readonly position?: number | null | undefined;
  readonly conditions: string;
  readonly effects: string;
};

export type RoutingRuleUpdateMutationVariables = Exact<{
  input: RoutingRuleInput;
}>;


export type RoutingRuleUpdateMutation = { readonly routingRuleUpdate: { readonly rule: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } | null };

export const RoutingRuleUpdate: StaffDocument<RoutingRuleUpdateMutation, RoutingRuleUpdateMutationVariables> = {
  operationName: "RoutingRuleUpdate",
  query: "mutation RoutingRuleUpdate($input:RoutingRuleInput!){routingRuleUpdate(input:$input){rule{id}errors{field message code}}}",
};
