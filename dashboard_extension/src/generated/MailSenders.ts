// Written by `npm run generate` from src/settings/MailSenders.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailSendersQueryVariables = Exact<{
  of?: string | number | null | undefined;
}>;


export type MailSendersQuery = { readonly mailSenders: ReadonlyArray<{ readonly configuration: string, readonly fromEmail: string, readonly provider: string | null, readonly credentials: ReadonlyArray<string>, readonly eventsAddress: string | null, readonly checks: ReadonlyArray<{ readonly record: string, readonly isWell: boolean, readonly name: string, readonly advice: string }> | null }>, readonly mailProviders: ReadonlyArray<{ readonly id: string, readonly name: string, readonly asks: ReadonlyArray<string>, readonly may: ReadonlyArray<string> }> };

export const MailSenders: StaffDocument<MailSendersQuery, MailSendersQueryVariables> = {
  operationName: "MailSenders",
  query: "query MailSenders($of:ID){mailSenders(of:$of){configuration fromEmail provider credentials eventsAddress checks{record isWell name advice}}mailProviders{id name asks may}}",
};
