import type { Counted } from "../en";

/** What the order card and the inbox both say about tickets. */
export const en = {
  tickets: "Tickets",
  ticketNumber: "#{number}",
  none: "Nobody has written about this order.",
  newTicket: "New ticket",
  openInbox: "Open in the inbox",
  loading: "Loading the tickets…",
  unavailable: "The tickets could not be loaded.",
  andMore: { one: "{n} more in the inbox", other: "{n} more in the inbox" } as Counted,

  state: "State",
  states: { OPEN: "Open", WAITING: "Waiting for the shopper", CLOSED: "Closed" },
  authors: { SHOPPER: "Shopper", STAFF: "Staff", SYSTEM: "System" },
  you: "You",
  events: {
    CLOSED: "{who} closed the ticket.",
    REOPENED: "The ticket was opened again.",
    ORDER_NOT_FOUND: "The shopper named order {text}, which is not under their e-mail address.",
  },

  subject: "Subject",
  reply: "Reply",
  replyLabel: "Your reply",
  firstMessage: "Your message",
  notConfirmed: "Not confirmed",
  addressDoubt: "Address not confirmed: do not tell what only its owner may know.",
  toldByMail: "The shopper gets it by e-mail, with a link to answer.",
  send: "Send",
  sending: "Sending…",
  sendKeys: "Ctrl+Enter sends",
  sendKeysMac: "⌘ Enter sends",
  sent: "Sent to the shopper",
  cancel: "Cancel",
  close: "Close ticket",
  closing: "Closing…",
  reopen: "Reopen",
  reopening: "Reopening…",
  closed: "Ticket {number} is closed.",
  reopened: "Ticket {number} is open again.",
  undo: "Undo",
  dismiss: "Dismiss",
  created: "Ticket {number} is open.",
  keptDraft: "Your text is still here.",
  faults: {
    NOT_FOUND: "This ticket is not here any more.",
    REQUIRED: "Write something first.",
    TOO_LONG: "This is too long.",
    NO_EMAIL: "The order has no e-mail address to write to.",
    INVALID: "This cannot be saved as it is.",
  },

  delivered: "Delivered {when}",
  markDelivered: "Mark as delivered",
  markingDelivered: "Marking…",
  markedDelivered: "Marked as delivered",
  notMarked: "This could not be marked as delivered",

  failed: "That did not work",
};

export type TicketWords = typeof en;
