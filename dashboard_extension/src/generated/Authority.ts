// Written by `npm run generate` from src/authority/Authority.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AuthorityQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthorityQuery = { readonly authority: { readonly groups: ReadonlyArray<string>, readonly knownGroups: ReadonlyArray<string>, readonly isUnbound: boolean, readonly limits: ReadonlyArray<LimitFragment> } };

export type LimitFragment = { readonly group: string, readonly reason: string, readonly currency: string, readonly percentOfOrder: number | null, readonly perOrder: string | null, readonly perDay: string | null, readonly perCustomer: string | null };

export const Authority: StaffDocument<AuthorityQuery, AuthorityQueryVariables> = {
  operationName: "Authority",
  query: "query Authority{authority{limits{...Limit}groups knownGroups isUnbound}}fragment Limit on AuthorityLimit{group reason currency percentOfOrder perOrder perDay perCustomer}",
};
