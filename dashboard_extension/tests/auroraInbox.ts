import type { HeldMailsQuery } from "../src/generated/HeldMails";
import type { LiveChatFragment, LiveChatsQuery } from "../src/generated/LiveChats";
import type { MacroFragment } from "../src/generated/Macros";
import type { ActFragment } from "../src/generated/OrderActs";
import type { TicketArticlesQuery } from "../src/generated/TicketArticles";
import type { TicketColleaguesQuery } from "../src/generated/TicketColleagues";
import type { TicketReasonsQuery } from "../src/generated/TicketReasons";
import type { TicketState, TicketsQueryVariables } from "../src/generated/Tickets";
import type { TicketsUpdateInput } from "../src/generated/TicketsUpdate";
import type { SaidFragment, ThreadChatFragment, TicketThreadQuery } from "../src/generated/TicketThread";
import type { TicketUpdateInput } from "../src/generated/TicketUpdate";
import type { ViewFragment } from "../src/generated/Views";
import type { SaidFrame } from "../src/live/frames";
import { aPlaceBeside } from "./auroraBeside";

type Ticket = NonNullable<TicketThreadQuery["ticket"]>;
type Seat = NonNullable<LiveChatsQuery["chatSeat"]>;

export const REASONS: TicketReasonsQuery["ticketReasons"] = [
  { slug: "late", name: { en: "Late parcel", tr: "Geciken paket" }, priority: "HIGH" },
  { slug: "broken", name: { en: "Broken", tr: "Kırık" }, priority: "NORMAL" },
];

export const ORDER: NonNullable<Ticket["order"]> = {
  id: "T3JkZXI6MQ==",
  number: "1042",
  created: "2026-03-03T12:00:00+00:00",
  status: "FULFILLED",
  paymentStatus: "FULLY_CHARGED",
  chargeStatus: "FULL",
  total: { amount: "120.00", currency: "EUR" },
  deliveryMethodName: "Parcel",
  shippingCity: "Aachen",
  shippingCountry: "DE",
  lines: {
    edges: [{ node: { id: "T3JkZXJMaW5lOjE=", productName: "Lamp", variantName: "Blue", quantity: 3 } }],
    totalCount: 1,
  },
  fulfillments: [{ id: "RnVsZmlsbG1lbnQ6MQ==", status: "FULFILLED", trackingNumber: "TR1" }],
};

export const CHAT = "Q29udmVyc2F0aW9uOjE=";

export function aMessage(changes: Partial<SaidFragment> = {}): SaidFragment {
  return {
    conversationId: CHAT,
    seq: 1,
    author: "SHOPPER",
    authorName: "Aurora Customer",
    event: null,
    text: "Where is my lamp?",
    at: "2026-03-04T12:00:00+00:00",
    card: null,
    channel: null,
    ticketNumber: null,
    ...changes,
  };
}

/** A message as the line tells it. */
export function aSaid(changes: Partial<SaidFrame> = {}): SaidFrame {
  const at = "2026-03-04T12:05:00+00:00";
  const said = { is: "said", conversation: CHAT, seq: 2, author: "shopper", name: "", text: "Hello?", at } as const;
  return { ...said, event: null, key: "", card: null, ...changes };
}

export function aSeat(changes: Partial<Seat> = {}): Seat {
  return {
    id: "Q2hhdFNlYXQ6MQ==",
    userId: "me",
    email: "me@aurora.example",
    name: "Mey",
    photoUrl: "",
    expertise: "",
    state: "ONLINE",
    isThere: true,
    busy: 1,
    maxConcurrent: 3,
    channels: [],
    languages: [],
    categories: [],
    ...changes,
  };
}

export function aMacro(changes: Partial<MacroFragment> = {}): MacroFragment {
  return {
    id: "TWFjcm86MQ==",
    name: "Where it is",
    text: { en: "Hello {{customer.name}}, it is on its way.", tr: "Merhaba {{customer.name}}, yolda." },
    tags: ["delivery"],
    state: "CLOSED",
    assignToMe: true,
    proposes: null,
    ...changes,
  };
}

interface DeskSet {
  readonly chat?: ThreadChatFragment;
  readonly rows?: number;
}

/** The inbox of the shop aurora: one ticket that changes as staff work on it, and others that only stand there. */
export function aDesk(
  state: TicketState = "OPEN",
  said: SaidFragment[] = [aMessage()],
  changes: Partial<Ticket> = {},
  { chat, rows = 1 }: DeskSet = {},
) {
  const ticket = {
    id: "VGlja2V0OjE=",
    number: 7,
    state,
    kind: chat ? ("CHAT" as const) : ("MESSAGE" as const),
    subject: "My lamp",
    tags: [] as string[],
    snoozedUntil: null as string | null,
    conversationId: CHAT,
    beside: { bought: [] as Ticket["beside"]["bought"] },
    phone: null as string | null,
    whatsapp: null as string | null,
    callAt: null as string | null,
    channel: "default-channel",
    language: "en",
    customerEmail: "customer@aurora.example",
    customerName: "Aurora Customer",
    emailConfirmedAt: "2026-03-04T13:00:00+00:00" as string | null,
    replyWay: { kind: changes.customerEmail === "" ? "PAGE" : "MAIL", until: null } as Ticket["replyWay"],
    department: null as string | null,
    reason: null as Ticket["reason"],
    priority: "NORMAL" as Ticket["priority"],
    boosts: [] as Ticket["boosts"],
    clock: null as Ticket["clock"],
    lines: [] as Ticket["lines"],
    linked: [] as Ticket["linked"],
    merges: [] as Ticket["merges"],
    mergedInto: null as Ticket["mergedInto"],
    splitFrom: null as Ticket["splitFrom"],
    assignedEmail: null as string | null,
    copies: [] as string[],
    createdAt: "2026-03-04T12:00:00+00:00",
    chat: chat ?? null,
    survey: null,
    rating: null,
    order: null as Ticket["order"],
    ...changes,
  };
  const row = (number: number) => ({
    ...ticket,
    ...(number > 1 ? { id: `VGlja2V0OjE=${number}`, customerName: `Customer ${number}` } : {}),
    orderNumber: "1042",
    updatedAt: ticket.createdAt,
    lastMessage: said.at(-1) ?? null,
  });
  const turned = (next: TicketState) => {
    ticket.state = next;
    return { ticket: { id: ticket.id, state: next }, errors: [] };
  };
  const moved = (next: ThreadChatFragment["state"], seat: ThreadChatFragment["seat"] = null) => {
    if (ticket.chat) ticket.chat = { ...ticket.chat, state: next, seat };
    return { chat: { id: CHAT, state: next }, errors: [] };
  };
  const isListed = ({ filter }: TicketsQueryVariables) =>
    (!filter?.state || filter.state === ticket.state) &&
    (filter?.isClosed === undefined || filter.isClosed === (ticket.state === "CLOSED")) &&
    (filter?.snoozed ?? false) === (ticket.snoozedUntil !== null);
  return {
    ...aPlaceBeside(),
    Tickets: (asked: TicketsQueryVariables) => {
      const found = isListed(asked) ? Array.from({ length: rows }, (_, index) => row(index + 1)) : [];
      return { tickets: { ...pageOf(found), totalCount: found.length } };
    },
    LiveChats: (): LiveChatsQuery => {
      const goesOn = ticket.chat?.state === "WAITING" || ticket.chat?.state === "SEATED";
      const chats = goesOn && ticket.chat ? [liveOf(ticket.chat, said)] : [];
      return {
        chats: { edges: chats.map((node) => ({ node })), totalCount: chats.length },
        ticketTags: ["delivery"],
        ticketCounts: { mine: 0, nobodys: 1, all: 4, snoozed: 0, breached: 0, amber: 0 },
        chatSeat: aSeat(),
      };
    },
    SnippetChannels: () => ({ channels: [{ slug: "default-channel", name: "Europe" }] }),
    TicketReasons: (): TicketReasonsQuery => ({ ticketReasons: REASONS, ticketDepartments: ["Delivery", "Quality"] }),
    Views: () => ({ views: [] as ViewFragment[] }),
    TicketUpdate: ({ input }: { input: TicketUpdateInput }) => {
      const { reason, priority, department, lines } = input;
      if (reason !== undefined) ticket.reason = REASONS.find(({ slug }) => slug === reason) ?? null;
      if (priority) ticket.priority = priority;
      if (department !== undefined) ticket.department = department || null;
      if (lines) {
        const named = { productName: "Lamp", variantName: "Blue" };
        ticket.lines = lines.map(({ orderLineId, quantity }) => ({
          ...named,
          orderLineId: String(orderLineId),
          quantity,
        }));
      }
      return { ticketUpdate: { ticket: { id: ticket.id }, errors: [] } };
    },
    OrderActs: () => ({ orderActs: { edges: [] as { node: ActFragment }[], totalCount: 0 } }),
    HeldMails: (): HeldMailsQuery => ({ receivedMails: { edges: [], totalCount: 0 } }),
    ActsWaiting: () => ({ actsWaiting: { edges: [], totalCount: 0 } }),
    TicketColleagues: (): TicketColleaguesQuery => ({
      ticketColleagues: [
        { email: "yaz@aurora.example", name: "Yaz", isThere: true },
        { email: "me@aurora.example", name: "", isThere: false },
      ],
    }),
    TicketCopiesSet: ({ emails }: { emails: readonly string[] }) => {
      ticket.copies = [...emails];
      return { ticketCopiesSet: { ticket: { id: ticket.id }, errors: [] as { code: string }[] } };
    },
    TicketTags: () => ({ ticketTags: ["delivery"] }),
    Macros: () => ({ macros: [aMacro()] }),
    MacroFill: () => ({ macroFill: { text: "Hello Aurora Customer, it is on its way.", unfilled: [] as string[] } }),
    TicketThread: ({ id }: { id: string }): TicketThreadQuery => ({
      ticket: id === ticket.id ? ({ ...ticket, messages: pageOf(said) } as Ticket) : null,
    }),
    TicketArticles: ({ id }: { id: string }): TicketArticlesQuery => ({ ticket: { id, articles: [] } }),
    TicketReply: ({ input }: { input: { text: string } }) => {
      said.push(aMessage({ seq: said.length + 1, author: "STAFF", authorName: "me@aurora.example", text: input.text }));
      return { ticketReply: turned("WAITING") };
    },
    TicketNote: ({ text }: { text: string }) => {
      const note = { seq: said.length + 1, author: "SYSTEM", authorName: "me@aurora.example", event: "NOTE" } as const;
      said.push(aMessage({ ...note, text }));
      return { ticketNote: turned(ticket.state) };
    },
    TicketsUpdate: ({ ids, input }: { ids: readonly string[]; input: TicketsUpdateInput }) => {
      const { addTags = [], removeTags = [] } = input;
      ticket.tags = [...ticket.tags, ...(addTags ?? [])].filter((tag) => !removeTags?.includes(tag));
      if (input.state) ticket.state = input.state;
      if (input.assignTo) ticket.assignedEmail = input.assignTo;
      if (input.assignToMe) ticket.assignedEmail = "me@aurora.example";
      if (input.unassign) ticket.assignedEmail = null;
      if (input.snoozeUntil) ticket.snoozedUntil = input.snoozeUntil;
      if (input.wake) ticket.snoozedUntil = null;
      return { ticketsUpdate: { count: ids.length, errors: [] } };
    },
    TicketClose: () => ({ ticketClose: turned("CLOSED") }),
    TicketReopen: () => ({ ticketReopen: turned("OPEN") }),
    ChatAccept: () => ({ chatAccept: moved("SEATED", aSeat()) }),
    ChatLeave: () => ({ chatLeave: moved("WAITING") }),
    ChatTransfer: ({ seat }: { seat: string }) => ({
      chatTransfer: moved("SEATED", aSeat({ id: seat, userId: "you", name: "Yaz" })),
    }),
    ChatEnd: () => {
      ticket.state = "CLOSED";
      return { chatEnd: moved("ENDED") };
    },
    ChatSeats: () => ({
      chatWall: { seats: [aSeat(), aSeat({ id: "Q2hhdFNlYXQ6Mg==", userId: "you", name: "Yaz" })] },
    }),
    ChatPresence: () => ({ chatPresence: { seat: aSeat(), errors: [] } }),
  };
}

export function aChat(changes: Partial<ThreadChatFragment> = {}): ThreadChatFragment {
  const joinedAt = "2026-03-04T12:00:00+00:00";
  return { id: CHAT, state: "WAITING", joinedAt, endedAt: null, staffReadSeq: 0, seat: null, ...changes };
}

function liveOf(chat: ThreadChatFragment, said: readonly SaidFragment[]): LiveChatFragment {
  return {
    ...chat,
    ticket: { id: "VGlja2V0OjE=" },
    customerName: "Aurora Customer",
    customerEmail: "",
    category: "lamps",
    lastSeq: said.length,
    lastMessage: said.at(-1) ?? null,
  };
}

function pageOf<Node>(nodes: readonly Node[]) {
  return { edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: false, endCursor: null } };
}
