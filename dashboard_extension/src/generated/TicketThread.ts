// Written by `npm run generate` from src/inbox/TicketThread.graphql. Do not edit.
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

/** Why a ticket began more urgent. */
export type TicketBoost =
  /** It is about the first order of its customer. */
  | 'FIRST_ORDER'
  /** A parcel of its order is later than was promised. */
  | 'LATE_PARCEL';

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

/** How an answer leaves. */
export type TicketReplyWayKind =
  /** It is said in the chat that goes on. */
  | 'CHAT'
  /** It is sent by WhatsApp, until `until`: a day after the shopper last wrote there. */
  | 'WHATSAPP'
  /** It is mailed. */
  | 'MAIL'
  /** They left no address: it stands on the page where they wrote. */
  | 'PAGE'
  /** Nothing reaches them: it was too long ago that they wrote by WhatsApp, or another has their number. */
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

/** How a message came, or left. */
export type MessageChannel =
  /** Written on a page of the shop, or on the conversation's own. */
  | 'WIDGET'
  /** Said in a live chat. */
  | 'CHAT'
  /** Written into a form. */
  | 'FORM'
  /** Sent by mail. */
  | 'MAIL'
  /** Asked for a call, or said in one. */
  | 'CALL'
  /** Said in a review. */
  | 'REVIEW'
  /** Said in a survey. */
  | 'SURVEY'
  /** Sent by WhatsApp. */
  | 'WHATSAPP';

/** Where a chat stands. */
export type ChatState =
  /** They wait for a seat. */
  | 'WAITING'
  /** Somebody chats with them. */
  | 'SEATED'
  /** They left before anybody came. */
  | 'LEFT'
  /** Nobody was there; they were told, and asked to leave a message. */
  | 'MISSED'
  /** The chat has ended. */
  | 'ENDED';

export type TicketThreadQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type TicketThreadQuery = { readonly ticket: { readonly id: string, readonly number: number, readonly state: TicketState, readonly kind: TicketKind, readonly subject: string, readonly tags: ReadonlyArray<string>, readonly snoozedUntil: string | null, readonly conversationId: string, readonly phone: string | null, readonly whatsapp: string | null, readonly callAt: string | null, readonly channel: string, readonly language: string, readonly customerEmail: string, readonly customerName: string, readonly emailConfirmedAt: string | null, readonly department: string | null, readonly assignedEmail: string | null, readonly copies: ReadonlyArray<string>, readonly priority: TicketPriority, readonly boosts: ReadonlyArray<TicketBoost>, readonly createdAt: string, readonly replyWay: { readonly kind: TicketReplyWayKind, readonly until: string | null }, readonly reason: ReasonNameFragment | null, readonly clock: ClockFragment | null, readonly lines: ReadonlyArray<{ readonly orderLineId: string, readonly productName: string, readonly variantName: string, readonly quantity: number }>, readonly linked: ReadonlyArray<TicketLineFragment>, readonly merges: ReadonlyArray<{ readonly id: string, readonly number: number, readonly subject: string, readonly mayUndo: boolean }>, readonly mergedInto: TicketLineFragment | null, readonly splitFrom: TicketLineFragment | null, readonly chat: ThreadChatFragment | null, readonly survey: { readonly scale: number, readonly score: number | null, readonly words: string } | null, readonly rating: { readonly score: number, readonly text: string, readonly at: string } | null, readonly beside: { readonly bought: ReadonlyArray<{ readonly seq: number, readonly number: string, readonly at: string }> }, readonly order: TicketOrderFragment | null, readonly messages: { readonly edges: ReadonlyArray<{ readonly node: SaidFragment | null } | null>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type SaidFragment = { readonly conversationId: string, readonly seq: number, readonly author: MessageAuthor, readonly authorName: string, readonly event: MessageEvent | null, readonly text: string, readonly at: string, readonly card: string | null, readonly channel: MessageChannel | null, readonly ticketNumber: number | null };

export type ThreadChatFragment = { readonly id: string, readonly state: ChatState, readonly joinedAt: string, readonly endedAt: string | null, readonly staffReadSeq: number, readonly seat: { readonly id: string, readonly userId: string, readonly email: string, readonly name: string } | null };

export type TicketOrderFragment = { readonly id: string, readonly number: string, readonly created: string, readonly status: string, readonly paymentStatus: string, readonly chargeStatus: string, readonly deliveryMethodName: string, readonly shippingCity: string, readonly shippingCountry: string, readonly total: { readonly amount: string, readonly currency: string }, readonly lines: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly productName: string, readonly variantName: string, readonly quantity: number } | null } | null> }, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: string, readonly trackingNumber: string }> };

export type TicketLineFragment = { readonly id: string, readonly number: number, readonly subject: string, readonly state: TicketState };

export type ReasonNameFragment = { readonly slug: string, readonly name: { readonly en: string, readonly tr: string } };

export type ClockFragment = { readonly kind: TicketClockKind, readonly dueAt: string | null, readonly amberAt: string | null, readonly state: TicketClockState, readonly leftMinutes: number | null };

export const TicketThread: StaffDocument<TicketThreadQuery, TicketThreadQueryVariables> = {
  operationName: "TicketThread",
  query: "query TicketThread($id:ID!$first:Int!$after:String){ticket(id:$id){id number state kind subject tags snoozedUntil conversationId phone whatsapp callAt channel language customerEmail customerName emailConfirmedAt replyWay{kind until}department assignedEmail copies reason{...ReasonName}priority boosts clock{...Clock}lines{orderLineId productName variantName quantity}linked{...TicketLine}merges{id number subject mayUndo}mergedInto{...TicketLine}splitFrom{...TicketLine}createdAt chat{...ThreadChat}survey{scale score words}rating{score text at}beside{bought{seq number at}}order{...TicketOrder}messages(first:$first after:$after){edges{node{...Said}}pageInfo{hasNextPage endCursor}}}}fragment Said on Message{conversationId seq author authorName event text at card channel ticketNumber}fragment ThreadChat on Chat{id state joinedAt endedAt staffReadSeq seat{id userId email name}}fragment TicketOrder on Order{id number created status paymentStatus chargeStatus total{amount currency}deliveryMethodName shippingCity shippingCountry lines(first:20){edges{node{id productName variantName quantity}}totalCount}fulfillments{id status trackingNumber}}fragment TicketLine on Ticket{id number subject state}fragment ReasonName on TicketReason{slug name{en tr}}fragment Clock on TicketClock{kind dueAt amberAt state leftMinutes}",
};
