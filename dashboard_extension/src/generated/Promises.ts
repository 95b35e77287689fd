// Written by `npm run generate` from src/promises/Promises.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PromisesQueryVariables = Exact<{
  days: number;
}>;


export type PromisesQuery = { readonly promises: { readonly days: number, readonly atRisk: number, readonly late: number, readonly all: TallyFragment, readonly methods: ReadonlyArray<TallyFragment>, readonly regions: ReadonlyArray<TallyFragment>, readonly warehouses: ReadonlyArray<TallyFragment>, readonly weeks: ReadonlyArray<{ readonly monday: string, readonly tally: TallyFragment }> } };

export type TallyFragment = { readonly id: string, readonly name: string, readonly made: number, readonly known: number, readonly kept: number, readonly share: number | null };

export const Promises: StaffDocument<PromisesQuery, PromisesQueryVariables> = {
  operationName: "Promises",
  query: "query Promises($days:Int!){promises(days:$days){days atRisk late all{...Tally}methods{...Tally}regions{...Tally}warehouses{...Tally}weeks{monday tally{...Tally}}}}fragment Tally on PromiseTally{id name made known kept share}",
};
