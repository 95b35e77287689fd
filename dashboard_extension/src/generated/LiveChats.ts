// Written by `npm run generate` from src/inbox/LiveChats.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether somebody takes chats. */
export type ChatPresence =
  /** They take chats while their page is open. */
  | 'ONLINE'
  /** They are back soon; chats go to others. */
  | 'AWAY'
  /** They do not chat. */
  | 'OFFLINE';

export type LiveChatsQueryVariables = Exact<{
  first: number;
}>;


export type LiveChatsQuery = { readonly ticketTags: ReadonlyArray<string>, readonly chats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: LiveChatFragment | null } | null> }, readonly ticketCounts: { readonly mine: number, readonly nobodys: number, readonly all: number, readonly snoozed: number, readonly breached: number, readonly amber: number }, readonly chatSeat: SeatFragment | null };

export type LiveChatFragment = { readonly id: string, readonly state: ChatState, readonly customerName: string, readonly customerEmail: string, readonly category: string, readonly joinedAt: string, readonly lastSeq: number, readonly staffReadSeq: number, readonly ticket: { readonly id: string } | null, readonly seat: { readonly id: string, readonly userId: string, readonly email: string, readonly name: string } | null, readonly lastMessage: { readonly author: MessageAuthor, readonly event: MessageEvent | null, readonly text: string, readonly card: string | null } | null };

export type SeatFragment = { readonly id: string, readonly userId: string, readonly email: string, readonly name: string, readonly photoUrl: string, readonly expertise: string, readonly state: ChatPresence, readonly isThere: boolean, readonly busy: number, readonly maxConcurrent: number, readonly channels: ReadonlyArray<string>, readonly languages: ReadonlyArray<string>, readonly categories: ReadonlyArray<string> };

export const LiveChats: StaffDocument<LiveChatsQuery, LiveChatsQueryVariables> = {
  operationName: "LiveChats",
  query: "query LiveChats($first:Int!){chats(first:$first states:[WAITING SEATED]){edges{node{...LiveChat}}totalCount}ticketTags ticketCounts{mine nobodys all snoozed breached amber}chatSeat{...Seat}}fragment LiveChat on Chat{id ticket{id}state customerName customerEmail category joinedAt lastSeq staffReadSeq seat{id userId email name}lastMessage{author event text card}}fragment Seat on ChatSeat{id userId email name photoUrl expertise state isThere busy maxConcurrent channels languages categories}",
};
