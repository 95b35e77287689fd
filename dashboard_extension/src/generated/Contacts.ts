// Written by `npm run generate` from src/contacts/Contacts.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** TRANSACTIONAL: about what the person did. SERVICE: about how it went. COMMERCIAL: to sell. */
export type MessagePurpose =
  | 'TRANSACTIONAL'
  | 'SERVICE'
  | 'COMMERCIAL';

/** By what a message reaches a person. */
export type MessageMedium =
  | 'EMAIL'
  | 'SMS'
  | 'WHATSAPP'
  | 'PUSH';

/** IN_DOUBT: it may have gone out, so it is never sent again. WITHHELD: it was not to go out. */
export type ContactState =
  | 'WAITING'
  | 'SENDING'
  | 'SENT'
  | 'FAILED'
  | 'IN_DOUBT'
  | 'WITHHELD';

/** Why a message did not go out, or waits: docs/contact-rules.md. */
export type ContactReason =
  | 'STORE_REMOVED'
  | 'STORE_INACTIVE'
  | 'STORE_PAUSED'
  | 'EXPIRED'
  | 'BOUNCED'
  | 'COMPLAINED'
  | 'UNSUBSCRIBED'
  | 'NO_BASIS'
  | 'OVER_BUDGET'
  | 'QUIET_HOURS'
  | 'NOT_RIGHT_ANY_MORE'
  | 'NOT_RIGHT_YET'
  | 'NO_SENDER'
  | 'WAY_CLOSED'
  | 'REFUSED'
  | 'IN_DOUBT';

/** Why the law lets the shop write. */
export type Basis =
  | 'CONTRACT'
  | 'LEGITIMATE_INTEREST'
  | 'SOFT_OPT_IN'
  | 'CONSENT';

export type ContactsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: ContactState | null | undefined;
  purpose?: MessagePurpose | null | undefined;
  medium?: MessageMedium | null | undefined;
  reason?: ContactReason | null | undefined;
  person?: string | number | null | undefined;
  search?: string | null | undefined;
}>;


export type ContactsQuery = { readonly outboxPausedAt: string | null, readonly contacts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: ContactRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ContactRowFragment = { readonly id: string, readonly kind: string, readonly purpose: MessagePurpose, readonly medium: MessageMedium, readonly state: ContactState, readonly reason: ContactReason | null, readonly said: string | null, readonly basis: Basis | null, readonly address: string, readonly subject: string, readonly createdAt: string, readonly dueAt: string | null, readonly person: { readonly id: string } | null };

export const Contacts: StaffDocument<ContactsQuery, ContactsQueryVariables> = {
  operationName: "Contacts",
  query: "query Contacts($first:Int!$after:String$state:ContactState$purpose:MessagePurpose$medium:MessageMedium$reason:ContactReason$person:ID$search:String){outboxPausedAt contacts(first:$first after:$after state:$state purpose:$purpose medium:$medium reason:$reason person:$person search:$search){edges{node{...ContactRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment ContactRow on Contact{id kind purpose medium state reason said basis address subject createdAt dueAt person{id}}",
};
