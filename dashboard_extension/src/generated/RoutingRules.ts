// Written by `npm run generate` from src/routing/RoutingRules.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type RoutingRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoutingRulesQuery = { readonly ticketDepartments: ReadonlyArray<string>, readonly routingRules: ReadonlyArray<RuleFragment>, readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }> };

export type RuleFragment = { readonly id: string, readonly name: string, readonly isOn: boolean, readonly position: number, readonly conditions: string, readonly effects: string };

export const RoutingRules: StaffDocument<RoutingRulesQuery, RoutingRulesQueryVariables> = {
  operationName: "RoutingRules",
  query: "query RoutingRules{routingRules{...Rule}ticketDepartments channels{slug name}}fragment Rule on RoutingRule{id name isOn position conditions effects}",
};
