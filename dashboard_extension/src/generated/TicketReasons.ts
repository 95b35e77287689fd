// Written by `npm run generate` from src/inbox/TicketReasons.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How urgent a ticket is. */
export type TicketPriority =
  /** It may wait. */
  | 'LOW'
  /** As most are. */
  | 'NORMAL'
  /** It comes before others. */
  | 'HIGH'
  /** It comes first. */
  | 'URGENT';

export type TicketReasonsQueryVariables = Exact<{
  channel?: string | null | undefined;
}>;


export type TicketReasonsQuery = { readonly ticketDepartments: ReadonlyArray<string>, readonly ticketReasons: ReadonlyArray<{ readonly slug: string, readonly priority: TicketPriority, readonly name: { readonly en: string, readonly tr: string } }> };

export const TicketReasons: StaffDocument<TicketReasonsQuery, TicketReasonsQueryVariables> = {
  operationName: "TicketReasons",
  query: "query TicketReasons($channel:String){ticketDepartments ticketReasons(channel:$channel){slug name{en tr}priority}}",
};
