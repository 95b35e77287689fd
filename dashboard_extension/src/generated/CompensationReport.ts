// Written by `npm run generate` from src/authority/CompensationReport.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An enumeration. */
export type ActKind =
  | 'REFUND'
  | 'CANCEL'
  | 'SUMMARY_AGAIN'
  | 'GIFT_CARD'
  | 'VOUCHER'
  | 'TRACKING'
  | 'ADDRESS'
  | 'REPLACEMENT'
  | 'RETURN'
  | 'GIFT_CARD_RESEND'
  | 'INVOICE';

export type CompensationReportQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type CompensationReportQuery = { readonly compensationReport: ReadonlyArray<{ readonly group: string, readonly reason: string, readonly kind: ActKind, readonly count: number, readonly reopened: number, readonly total: { readonly amount: string, readonly currency: string } }> };

export const CompensationReport: StaffDocument<CompensationReportQuery, CompensationReportQueryVariables> = {
  operationName: "CompensationReport",
  query: "query CompensationReport($from:DateTime!$to:DateTime!){compensationReport(from:$from to:$to){group reason kind count total{amount currency}reopened}}",
};
