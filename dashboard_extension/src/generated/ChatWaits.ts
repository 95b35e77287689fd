// Written by `npm run generate` from src/report/ChatWaits.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ChatWaitsQueryVariables = Exact<{
  days: number;
  channel?: string | null | undefined;
}>;


export type ChatWaitsQuery = { readonly chatWaits: { readonly total: WaitsFragment, readonly byHour: ReadonlyArray<(
      { readonly channel: string | null, readonly hour: number | null }
      & WaitsFragment
    )> }, readonly chatShown: { readonly pushed: number, readonly opened: number, readonly bought: number } };

export type WaitsFragment = { readonly arrivals: number, readonly left: number, readonly missed: number, readonly wait: TimesFragment | null, readonly firstReply: TimesFragment | null, readonly resolution: TimesFragment | null };

export type TimesFragment = { readonly many: number, readonly p50: number, readonly p90: number, readonly longest: number };

export const ChatWaits: StaffDocument<ChatWaitsQuery, ChatWaitsQueryVariables> = {
  operationName: "ChatWaits",
  query: "query ChatWaits($days:Int!$channel:String){chatWaits(days:$days channel:$channel){total{...Waits}byHour{channel hour ...Waits}}chatShown(days:$days channel:$channel){pushed opened bought}}fragment Waits on ChatWaits{arrivals left missed wait{...Times}firstReply{...Times}resolution{...Times}}fragment Times on ChatTimes{many p50 p90 longest}",
};
