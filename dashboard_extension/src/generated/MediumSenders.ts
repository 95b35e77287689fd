// Written by `npm run generate` from src/settings/MediumSenders.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** By what a message reaches a person. */
export type MessageMedium =
  | 'EMAIL'
  | 'SMS'
  | 'WHATSAPP'
  | 'PUSH';

export type MediumSendersQueryVariables = Exact<{
  of?: string | number | null | undefined;
}>;


export type MediumSendersQuery = { readonly mailSenders: ReadonlyArray<{ readonly configuration: string, readonly media: ReadonlyArray<{ readonly medium: MessageMedium, readonly provider: string, readonly credentials: ReadonlyArray<string>, readonly eventsAddress: string | null }> }>, readonly sms: ReadonlyArray<{ readonly id: string, readonly name: string, readonly asks: ReadonlyArray<string>, readonly may: ReadonlyArray<string> }>, readonly whatsapp: ReadonlyArray<{ readonly id: string, readonly name: string, readonly asks: ReadonlyArray<string>, readonly may: ReadonlyArray<string> }>, readonly push: ReadonlyArray<{ readonly id: string, readonly name: string, readonly asks: ReadonlyArray<string>, readonly may: ReadonlyArray<string> }> };

export const MediumSenders: StaffDocument<MediumSendersQuery, MediumSendersQueryVariables> = {
  operationName: "MediumSenders",
  query: "query MediumSenders($of:ID){mailSenders(of:$of){configuration media{medium provider credentials eventsAddress}}sms:mailProviders(medium:SMS){id name asks may}whatsapp:mailProviders(medium:WHATSAPP){id name asks may}push:mailProviders(medium:PUSH){id name asks may}}",
};
