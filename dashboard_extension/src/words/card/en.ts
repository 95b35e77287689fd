import type { Counted } from "../en";

/** What the cards say of a ticket's time, of the buyer, and in the popup. */
export const en = {
  buyer: "Customer",
  orders: { one: "{n} order", other: "{n} orders" } as Counted,
  openTickets: { one: "{n} open ticket", other: "{n} open tickets" } as Counted,
  score: "Last survey {score} of {scale}",
  stars: "Last review {stars} of 5",
  openConversation: "Open the conversation",

  popup: "Support",
  nothing: {
    what: "This popup was opened without an order or a ticket",
    why: "It shows the conversation or the order of the page beneath it.",
    next: "Open it from an order.",
  },
  gone: {
    what: "This is not here any more",
    why: "The ticket or order is not known, or not in a channel that you may see.",
    next: "Close this and look in the inbox.",
  },
  over: {
    what: "This popup was open for too long",
    why: "For your safety a popup holds only while Dashboard confirms who you are.",
    next: "Close it and open it again.",
  },
  messages: "Messages",
  writes: "{who} · {when}",
  newTicket: "New ticket for order #{number}",
  about: "What is it about?",
  quantity: "How many of {product}",
  reason: "Reason",
  noReason: "Not said",
  opened: "Ticket {number} is open.",
  linesNotKept: "The ticket is open, but its lines were not kept.",
  close: "Close this popup",

  customer: "Support",
  noCustomer: "Nobody has bought or written with this account yet.",
  lastOrders: "Last orders",
  owned: "What they have",
  ownedPieces: { one: "{n} piece", other: "{n} pieces" } as Counted,
  ownedTimes: { one: "in {n} order", other: "in {n} orders" } as Counted,
  tickets: "Tickets",
  noTickets: "They have never written.",
  openOrder: "Order #{number}",
  customerForbidden: {
    what: "You may not see this card",
    why: "It needs the permission “Manage orders”.",
    next: "Ask an administrator of the store to add it to your group.",
  },

  queue: "Your queue",
  mine: { one: "{n} ticket is yours", other: "{n} tickets are yours" } as Counted,
  breached: { one: "{n} is past its time", other: "{n} are past their time" } as Counted,
  amber: { one: "{n} is nearly due", other: "{n} are nearly due" } as Counted,
  chats: { one: "{n} chat waits", other: "{n} chats wait" } as Counted,
  approvals: { one: "{n} act waits for your approval", other: "{n} acts wait for your approval" } as Counted,
  stuck: { one: "{n} cart is paid and no order", other: "{n} carts are paid and no order" } as Counted,
  nothingWaits: "Nothing waits for you.",

  productTickets: { one: "{n} open ticket about it", other: "{n} open tickets about it" } as Counted,
  toTickets: "To the inbox",
};

export type CardWords = typeof en;
