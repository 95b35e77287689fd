// Written by `npm run generate` from src/order/tickets/OrderTickets.graphql. Do not edit.
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

export type OrderTicketsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderTicketsQuery = { readonly order: { readonly number: string, readonly customerEmail: string, readonly buyer: BuyerFragment | null, readonly tickets: ReadonlyArray<OrderTicketFragment> } | null };

export type BuyerFragment = { readonly ordersCount: number, readonly openTickets: number, readonly lastStars: number | null, readonly spent: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly lastScore: { readonly score: number, readonly scale: number } | null };

export type OrderTicketFragment = { readonly id: string, readonly number: number, readonly state: TicketState, readonly subject: string, readonly priority: TicketPriority, readonly boosts: ReadonlyArray<TicketBoost>, readonly emailConfirmedAt: string | null, readonly updatedAt: string, readonly clock: { readonly kind: TicketClockKind, readonly dueAt: string | null, readonly amberAt: string | null, readonly state: TicketClockState, readonly leftMinutes: number | null } | null, readonly replyWay: { readonly kind: TicketReplyWayKind, readonly until: string | null }, readonly lastMessage: { readonly author: MessageAuthor, readonly authorName: string, readonly event: MessageEvent | null, readonly text: string, readonly card: string | null, readonly at: string } | null };

export const OrderTickets: StaffDocument<OrderTicketsQuery, OrderTicketsQueryVariables> = {
  operationName: "OrderTickets",
  query: "query OrderTickets($id:ID!){order(id:$id){number customerEmail buyer{...Buyer}tickets{...OrderTicket}}}fragment Buyer on DeskCustomer{ordersCount spent{amount currency}openTickets lastStars lastScore{score scale}}fragment OrderTicket on Ticket{id number state subject priority boosts clock{kind dueAt amberAt state leftMinutes}emailConfirmedAt replyWay{kind until}updatedAt lastMessage{author authorName event text card at}}",
};
