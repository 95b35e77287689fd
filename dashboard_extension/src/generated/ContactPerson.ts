// Written by `npm run generate` from src/contacts/ContactPerson.graphql. Do not edit.
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

/** What names a person. */
export type PersonKeyKind =
  /** A customer's id in Saleor. */
  | 'CUSTOMER'
  /** A visitor without an account. */
  | 'GUEST'
  /** A mailbox. */
  | 'EMAIL'
  /** A number. */
  | 'PHONE';

/** Where something was said. */
export type ConsentSource =
  /** The checkout's metadata. */
  | 'CHECKOUT'
  /** A form of ours. */
  | 'FORM'
  /** A file that was imported. */
  | 'CSV'
  /** The page of preferences. */
  | 'PREFERENCES'
  /** The link or the button in a message. */
  | 'ONE_CLICK'
  /** A member of staff, on the person's behalf. */
  | 'STAFF'
  /** A provider, to whom the person said it. */
  | 'PROVIDER'
  /** The Turkish registry. */
  | 'IYS';

export type ClosedAddressReason =
  | 'BOUNCED'
  | 'COMPLAINED';

export type ContactPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type ContactPersonQuery = { readonly person: { readonly id: string, readonly knownSince: string, readonly country: string | null, readonly timeZone: string | null, readonly keys: ReadonlyArray<{ readonly kind: PersonKeyKind, readonly value: string, readonly isVerified: boolean }>, readonly consents: ReadonlyArray<{ readonly medium: MessageMedium, readonly purpose: MessagePurpose, readonly isGiven: boolean | null, readonly at: string | null, readonly source: ConsentSource | null }>, readonly closed: ReadonlyArray<{ readonly medium: MessageMedium, readonly reason: ClosedAddressReason, readonly at: string }> } | null };

export const ContactPerson: StaffDocument<ContactPersonQuery, ContactPersonQueryVariables> = {
  operationName: "ContactPerson",
  query: "query ContactPerson($id:ID!){person(id:$id){id knownSince country timeZone keys{kind value isVerified}consents{medium purpose isGiven at source}closed{medium reason at}}}",
};
