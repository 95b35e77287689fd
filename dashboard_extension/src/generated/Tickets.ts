// Written by `npm run generate` from src/inbox/Tickets.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whom a ticket waits for. */
export type TicketState =
  /** It waits for staff. */
  | 'OPEN'
  /** It waits for the shopper. */
  | 'WAITING'
  /** It waits for nobody. */
  | 'CLOSED';

/** How a ticket began. */
export type TicketKind =
  /** Somebody wrote. */
  | 'MESSAGE'
  /** Somebody wants to be called. */
  | 'CALLBACK'
  /** Somebody chatted, or tried to. */
  | 'CHAT';

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

/** What there is time for. */
export type TicketClockKind =
  /** Until somebody has answered for the first time. */
  | 'FIRST_REPLY'
  /** Until the matter is done. */
  | 'RESOLVE';

/** How a ticket's clock stands. */
export type TicketClockState =
  /** There is time. */
  | 'RUNNING'
  /** Three quarters of the time are over. */
  | 'AMBER'
  /** The time is over. */
  | 'BREACHED'
  /** It waits for the shopper; the clock does not run. */
  | 'STOPPED'
  /** There is no clock. */
  | 'NONE';

/** An enumeration. */
export type MessageAuthor =
  | 'SHOPPER'
  | 'STAFF'
  | 'SYSTEM';

/** What happened, unspoken. */
export type MessageEvent =
  /** `authorName` closed the ticket. */
  | 'CLOSED'
  /** It was opened again. */
  | 'REOPENED'
  /** The shopper named an order, `text`, that is not under their e-mail. */
  | 'ORDER_NOT_FOUND'
  /** The shopper wrote from a page about `text`, and left that in their message. */
  | 'LOOKED_AT'
  /** The shopper says that something on the page does not work: `text` is its address, window and browser. */
  | 'SITE_PROBLEM'
  /** `authorName` took the chat. */
  | 'SEATED'
  /** The chat went back to the queue, from `authorName`. */
  | 'UNSEATED'
  /** `authorName` ended the chat. */
  | 'CHAT_ENDED'
  /** The shopper left the queue before anybody came. */
  | 'CHAT_LEFT'
  /** Nobody was there for the chat; the shopper was told so. */
  | 'CHAT_MISSED'
  /** `authorName` noted `text`. */
  | 'NOTE'
  /** The shopper rated the conversation: `text` is 1 to 5, and then what they wrote. */
  | 'RATED'
  /** An act on the order, `authorName`'s: `text` is its number, kind, state and money. */
  | 'ORDER_ACT'
  /** `authorName` gave the ticket to `text`; nobody, where that is empty. */
  | 'ASSIGNED'
  /** `authorName` changed what it is: `text` is the field, `:`, and its new value. */
  | 'CHANGED'
  /** The routing rule `text` settled something about the ticket. */
  | 'ROUTED'
  /** Three quarters of the time are over for `text`: FIRST_REPLY or RESOLVE. */
  | 'CLOCK_AMBER'
  /** The time is over for `text`: FIRST_REPLY or RESOLVE. */
  | 'CLOCK_BREACHED'
  /** `authorName` put the ticket of the number `text` into this one, and may have said why after it. */
  | 'MERGED'
  /** `authorName` took the ticket of the number `text` out again. */
  | 'UNMERGED'
  /** `authorName` made the ticket of the number `text` of some messages of this one. */
  | 'SPLIT'
  /** `authorName` made this ticket of messages of the one of the number `text`. */
  | 'SPLIT_FROM'
  /** `authorName` took the ticket of the number `text` back into this one. */
  | 'UNSPLIT'
  /** `authorName` linked the ticket of the number `text`. */
  | 'LINKED'
  /** `authorName` took the link to the ticket of the number `text` away. */
  | 'UNLINKED'
  /** The shopper said in a survey how they liked it: `text` is `score/scale`, and then their words. */
  | 'SURVEYED'
  /** Nobody had answered for a while; `text` was told. */
  | 'ALERTED'
  /** A machine answered by mail, and why we think so is `text`: nobody's words. */
  | 'MAIL_KEPT'
  /** `text` answered a mail of this conversation, and has a ticket of their own. */
  | 'MAIL_OF_ANOTHER'
  /** `authorName` put `text` in copy of what the shopper is mailed. */
  | 'COPIED'
  /** `authorName` took `text` out of copy. */
  | 'UNCOPIED'
  /** `authorName`, who is in copy, wrote `text`. The shopper does not see it. */
  | 'COPY_WROTE'
  /** The mail also held files that are no pictures: `text`. */
  | 'ATTACHED'
  /** The shopper wrote `text` by WhatsApp, after too many others in an hour. */
  | 'WHATSAPP_KEPT'
  /** An answer by WhatsApp did not arrive, or perhaps not, and why is `text`. */
  | 'UNDELIVERED';

export type TicketFilter = {
  readonly state?: TicketState | null | undefined;
  /** False: those that are not closed. */
  readonly isClosed?: boolean | null | undefined;
  /** True: not closed, and nobody has answered yet. False: the others. */
  readonly unanswered?: boolean | null | undefined;
  readonly assigned?: TicketAssigned | null | undefined;
  readonly channel?: string | null | undefined;
  readonly tag?: string | null | undefined;
  readonly kind?: TicketKind | null | undefined;
  /** True: only those that sleep. Left out, a search finds them, a list does not. */
  readonly snoozed?: boolean | null | undefined;
  /** A reason's slug; empty: those without one. */
  readonly reason?: string | null | undefined;
  readonly priority?: TicketPriority | null | undefined;
  readonly clock?: TicketClockState | null | undefined;
  /** Empty: those of none. */
  readonly department?: string | null | undefined;
  /** Of this member of staff. */
  readonly assignedEmail?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** Saleor's. */
  readonly order?: string | number | null | undefined;
  /** An e-mail address. */
  readonly customer?: string | null | undefined;
  /** Saleor's; the ticket, or one of its lines, is about it. */
  readonly product?: string | number | null | undefined;
};

/** Whose tickets a list shows. */
export type TicketAssigned =
  | 'MINE'
  | 'NOBODY'
  | 'ANYBODY';

/** What comes first. */
export type TicketSort =
  /** What was touched last comes first. */
  | 'UPDATED'
  /** Whose clock is over first; those without one that runs at the end. */
  | 'DUE'
  /** Who has waited longest since they wrote first. */
  | 'CREATED';

export type TicketsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: TicketFilter | null | undefined;
  search?: string | null | undefined;
  sort?: TicketSort | null | undefined;
}>;


export type TicketsQuery = { readonly tickets: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: TicketRowFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TicketRowFragment = { readonly id: string, readonly number: number, readonly state: TicketState, readonly kind: TicketKind, readonly subject: string, readonly phone: string | null, readonly callAt: string | null, readonly customerName: string, readonly customerEmail: string, readonly orderNumber: string | null, readonly updatedAt: string, readonly assignedEmail: string | null, readonly snoozedUntil: string | null, readonly tags: ReadonlyArray<string>, readonly priority: TicketPriority, readonly reason: ReasonNameFragment | null, readonly clock: ClockFragment | null, readonly lastMessage: { readonly author: MessageAuthor, readonly event: MessageEvent | null, readonly text: string, readonly card: string | null } | null };

export type ReasonNameFragment = { readonly slug: string, readonly name: { readonly en: string, readonly tr: string } };

export type ClockFragment = { readonly kind: TicketClockKind, readonly dueAt: string | null, readonly amberAt: string | null, readonly state: TicketClockState, readonly leftMinutes: number | null };

export const Tickets: StaffDocument<TicketsQuery, TicketsQueryVariables> = {
  operationName: "Tickets",
  query: "query Tickets($first:Int!$after:String$filter:TicketFilter$search:String$sort:TicketSort){tickets(first:$first after:$after filter:$filter search:$search sort:$sort){edges{node{...TicketRow}}pageInfo{hasNextPage endCursor}totalCount}}fragment TicketRow on Ticket{id number state kind subject phone callAt customerName customerEmail orderNumber updatedAt assignedEmail snoozedUntil tags reason{...ReasonName}priority clock{...Clock}lastMessage{author event text card}}fragment ReasonName on TicketReason{slug name{en tr}}fragment Clock on TicketClock{kind dueAt amberAt state leftMinutes}",
};
