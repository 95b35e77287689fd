// Written by `npm run generate` from src/routing/RoutingRuleTry.graphql. Do not edit.
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

export type RoutingRuleTryQueryVariables = Exact<{
  conditions: string;
}>;


export type RoutingRuleTryQuery = { readonly routingRuleTry: { readonly matched: number, readonly trials: ReadonlyArray<{ readonly matches: boolean, readonly ticket: { readonly id: string, readonly number: number, readonly subject: string }, readonly conditions: ReadonlyArray<{ readonly name: string, readonly isTrue: boolean, readonly told: string }> }>, readonly errors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: TicketErrorCode }> } };

export const RoutingRuleTry: StaffDocument<RoutingRuleTryQuery, RoutingRuleTryQueryVariables> = {
  operationName: "RoutingRuleTry",
  query: "query RoutingRuleTry($conditions:JSONString!){routingRuleTry(conditions:$conditions){matched trials{matches ticket{id number subject}conditions{name isTrue told}}errors{field message code}}}",
};
