// Written by `npm run generate` from src/report/Report.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a report is divided by. MEDIUM: how the first message came. */
export type TicketReportBy =
  | 'CHANNEL'
  | 'REASON'
  | 'DEPARTMENT'
  | 'MEDIUM';

export type ReportQueryVariables = Exact<{
  from: string;
  to: string;
  by: TicketReportBy;
  channel?: string | null | undefined;
}>;


export type ReportQuery = { readonly ticketReport: { readonly total: FiguresFragment, readonly groups: ReadonlyArray<FiguresFragment> }, readonly waiting: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: number, readonly subject: string, readonly createdAt: string } | null } | null> }, readonly csat: { readonly asked: number, readonly answered: number, readonly content: number, readonly average: number | null, readonly scores: ReadonlyArray<{ readonly scale: number, readonly score: number, readonly many: number }>, readonly newest: ReadonlyArray<{ readonly ticket: string, readonly number: number, readonly score: number, readonly scale: number, readonly words: string, readonly answeredAt: string }> }, readonly channels: ReadonlyArray<{ readonly slug: string, readonly name: string }>, readonly me: { readonly permissions: ReadonlyArray<string> } };

export type FiguresFragment = { readonly name: string | null, readonly opened: number, readonly asked: number, readonly answered: number, readonly unanswered: number, readonly oldestAt: string | null, readonly kept: number, readonly breached: number, readonly reopened: number, readonly firstReply: SpreadFragment, readonly resolution: SpreadFragment };

export type SpreadFragment = { readonly many: number, readonly p50: number | null, readonly p90: number | null };

export const Report: StaffDocument<ReportQuery, ReportQueryVariables> = {
  operationName: "Report",
  query: "query Report($from:DateTime!$to:DateTime!$by:TicketReportBy!$channel:String){ticketReport(from:$from to:$to by:$by channel:$channel){total{...Figures}groups{...Figures}}waiting:tickets(filter:{unanswered:true channel:$channel}sort:CREATED first:5){totalCount edges{node{id number subject createdAt}}}csat(from:$from to:$to channel:$channel){asked answered content average scores{scale score many}newest{ticket number score scale words answeredAt}}channels{slug name}me{permissions}}fragment Figures on TicketFigures{name opened asked answered unanswered oldestAt firstReply{...Spread}kept breached resolution{...Spread}reopened}fragment Spread on TicketTimes{many p50 p90}",
};
