import type { ConfigurationFragment } from "../src/generated/Configurations";
import type { MailSendersQuery } from "../src/generated/MailSenders";
import type { MediumSendersQuery } from "../src/generated/MediumSenders";
import type { OtherSendersQuery } from "../src/generated/OtherSenders";
import type { ReviewRejectReason, ReviewRowFragment, ReviewState } from "../src/generated/Reviews";
import type { TicketState } from "../src/generated/Tickets";
import type { SaidFragment, TicketThreadQuery } from "../src/generated/TicketThread";
import type { Setup } from "../src/setup/steps";

type Ticket = NonNullable<TicketThreadQuery["ticket"]>;

export function aMessage(changes: Partial<SaidFragment> = {}): SaidFragment {
  return {
    id: "m1",
    author: "SHOPPER",
    authorName: "Aurora Customer",
    event: null,
    text: "Where is my lamp?",
    at: "2026-03-04T12:00:00+00:00",
    ...changes,
  };
}

/** The desk of the shop aurora: one ticket that changes as staff work on it. */
export function aDesk(
  state: TicketState = "OPEN",
  said: SaidFragment[] = [aMessage()],
  changes: Partial<Pick<Ticket, "emailConfirmedAt" | "language">> = {},
) {
  const ticket = {
    id: "VGlja2V0OjE=",
    number: 7,
    state,
    subject: "My lamp",
    channel: "default-channel",
    language: "en",
    customerEmail: "customer@aurora.example",
    customerName: "Aurora Customer",
    emailConfirmedAt: "2026-03-04T13:00:00+00:00" as string | null,
    assignedEmail: null,
    createdAt: "2026-03-04T12:00:00+00:00",
    order: null,
    ...changes,
  };
  const row = () => ({ ...ticket, orderNumber: "1042", updatedAt: ticket.createdAt, lastMessage: said.at(-1) ?? null });
  const turned = (next: TicketState) => {
    ticket.state = next;
    return { ticket: { id: ticket.id, state: next }, errors: [] };
  };
  return {
    Tickets: ({ state: wanted }: { state: TicketState | null }) => {
      const rows = wanted === null || wanted === ticket.state ? [row()] : [];
      return {
        tickets: {
          edges: rows.map((node) => ({ node })),
          pageInfo: { hasNextPage: false, endCursor: null },
          totalCount: rows.length,
        },
      };
    },
    TicketThread: ({ id }: { id: string }): TicketThreadQuery => ({
      ticket: id === ticket.id ? ({ ...ticket, messages: pageOf(said) } as Ticket) : null,
    }),
    TicketReply: ({ input }: { input: { text: string } }) => {
      said.push(
        aMessage({ id: `m${said.length + 1}`, author: "STAFF", authorName: "staff@aurora.example", text: input.text }),
      );
      return { ticketReply: turned("WAITING") };
    },
    TicketClose: () => ({ ticketClose: turned("CLOSED") }),
    TicketReopen: () => ({ ticketReopen: turned("OPEN") }),
  };
}

function pageOf(said: readonly SaidFragment[]): Ticket["messages"] {
  return { edges: said.map((node) => ({ node })), pageInfo: { hasNextPage: false, endCursor: null } };
}

export const DEFAULTS = {
  storefront_url: "",
  storefront_origins: [],
  sender_name: "",
  sender_email: "",
  reply_domain: "",
  dkim_selector: "",
  accent: "",
  logo_url: "",
  mail_footer: "",
  time_zone: "UTC",
  week: [
    [["09:00", "18:00"]],
    [["09:00", "18:00"]],
    [["09:00", "18:00"]],
    [["09:00", "18:00"]],
    [["09:00", "18:00"]],
    [],
    [],
  ],
  closed_on: [],
  contact_channels: [{ kind: "form", address: "" }],
  review_prompts: true,
  review_wait_hours: 24,
  cart_reminders: true,
  cart_quiet_minutes: 60,
  consent_keys: ["paper.marketing_opt_in"],
  soft_opt_in: false,
  quiet_from: "21:00",
  quiet_until: "09:00",
  rest_days: [],
  rest_on_holidays: false,
  most_emails_a_week: 2,
  most_pushes_a_week: 1,
  most_sms_in_two_weeks: 1,
  most_whatsapp_in_two_weeks: 1,
  links: {},
};

export function aConfiguration(changes: Partial<ConfigurationFragment> = {}): ConfigurationFragment {
  return {
    id: "TmM6MQ==",
    name: "Everywhere",
    channels: ["default-channel"],
    isDefault: true,
    effective: JSON.stringify(DEFAULTS),
    updatedAt: "2026-03-04T12:00:00+00:00",
    ...changes,
  };
}

export function aSettingsRoom(...configurations: ConfigurationFragment[]) {
  return {
    Configurations: () => ({
      configurations,
      configurationDefaults: JSON.stringify(DEFAULTS),
      channels: [
        { slug: "default-channel", name: "Aurora", currency: "EUR" },
        { slug: "tr", name: "Aurora Türkiye", currency: "TRY" },
      ],
    }),
    OtherSenders: () => ({ otherSenders: [] as OtherSendersQuery["otherSenders"] }),
    MediumSenders: (): MediumSendersQuery => ({
      mailSenders: [{ configuration: "TmM6MQ==", media: [] }],
      sms: [{ id: "netgsm", name: "Netgsm", asks: ["usercode", "password", "header"], may: [] }],
      whatsapp: [
        { id: "whatsapp", name: "WhatsApp", asks: ["phone_number_id", "access_token", "app_secret"], may: [] },
      ],
      push: [{ id: "webpush", name: "Web push", asks: [], may: [] }],
    }),
    MailSenders: (): MailSendersQuery => ({
      mailSenders: [
        {
          configuration: "TmM6MQ==",
          fromEmail: "shop@aurora.example",
          provider: null,
          credentials: [],
          eventsAddress: null,
          checks: null,
        },
      ],
      mailProviders: [{ id: "postmark", name: "Postmark", asks: ["server_token"], may: [] }],
    }),
  };
}

export function aSetup(changes: Partial<Setup> = {}): Setup {
  return {
    originsSet: false,
    snippetSeenAt: null,
    hoursSet: false,
    senderTested: false,
    firstTestMessage: false,
    parkedAt: null,
    missingPermissions: [],
    ...changes,
  };
}

export const aSnippet = {
  SnippetChannels: () => ({ channels: [{ slug: "default-channel", name: "Aurora" }] }),
  Snippet: ({ channel, locale }: { channel: string; locale: string }) => ({
    setup: { snippet: `<script data-channel="${channel}" data-locale="${locale}"></script>` },
  }),
};

export function aReview(changes: Partial<ReviewRowFragment> = {}): ReviewRowFragment {
  return {
    id: "UmV2aWV3OjE=",
    stars: 4,
    title: "A good lamp",
    text: "It stands and shines.",
    authorName: "Aurora C.",
    language: "en",
    state: "PENDING",
    rejectReason: null,
    moderatedBy: null,
    moderatedAt: null,
    createdAt: "2026-03-04T12:00:00+00:00",
    productName: "Lamp",
    orderLine: { variantName: "Blue" },
    order: { id: "T3JkZXI6MQ==", number: "1042" },
    ...changes,
  };
}

/** Reviews that stand where the last decision put them. */
export function aReviewDesk(...reviews: ReviewRowFragment[]) {
  const standing = new Map(reviews.map((review) => [review.id, review]));
  const turn = (id: string, changes: Partial<ReviewRowFragment>) => {
    const review = standing.get(id);
    const errors = [{ field: "id", message: "There is no such review.", code: "NOT_FOUND" as const }];
    if (review === undefined) return { review: null, errors };
    standing.set(id, { ...review, rejectReason: null, ...changes });
    return { review: { id, state: changes.state }, errors: [] };
  };
  return {
    gone: (id: string) => standing.delete(id),
    Reviews: ({ state }: { state: ReviewState }) => {
      const rows = [...standing.values()].filter((review) => review.state === state);
      return {
        reviews: {
          edges: rows.map((node) => ({ node })),
          pageInfo: { hasNextPage: false, endCursor: null },
          totalCount: rows.length,
        },
      };
    },
    ReviewPublish: ({ id }: { id: string }) => ({ reviewPublish: turn(id, { state: "PUBLISHED" }) }),
    ReviewReject: ({ id, reason }: { id: string; reason: ReviewRejectReason }) => ({
      reviewReject: turn(id, { state: "REJECTED", rejectReason: reason }),
    }),
    ReviewReopen: ({ id }: { id: string }) => ({ reviewReopen: turn(id, { state: "PENDING" }) }),
  };
}
