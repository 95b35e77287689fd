import type { ConfigurationFragment } from "../src/generated/Configurations";
import type { MailboxesQuery } from "../src/generated/Mailboxes";
import type { MailSendersQuery } from "../src/generated/MailSenders";
import type { MediumSendersQuery } from "../src/generated/MediumSenders";
import type { OtherSendersQuery } from "../src/generated/OtherSenders";
import type { ReviewAttributesQuery } from "../src/generated/ReviewAttributes";
import type { ReviewChoicesQuery } from "../src/generated/ReviewChoices";
import type { ReviewRejectReason, ReviewRowFragment, ReviewState } from "../src/generated/Reviews";
import type { Setup } from "../src/setup/steps";

export const DEFAULTS = {
  storefront_url: "",
  dashboard_url: "",
  storefront_origins: [],
  sender_name: "",
  sender_email: "",
  mail_in_address: "",
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
  closed_on_holidays: false,
  contact_channels: [{ kind: "form", address: "", host: "", languages: [], hours: null }],
  ticket_reasons: [
    {
      name: "damaged",
      title: { en: "Damaged", tr: "Hasarlı" },
      department: "",
      priority: "HIGH",
      first_reply_minutes: 240,
      resolve_minutes: 0,
    },
  ],
  departments: [],
  first_reply_minutes: 540,
  resolve_minutes: 1620,
  mirror_notes: true,
  order_page_days: 365,
  alert_minutes: 30,
  alert_emails: [],
  survey_scale: 0,
  survey_wait_hours: 1,
  survey_days: 30,
  callbacks_at_once: 2,
  blocked_words: [],
  blocked_words_starter: false,
  blocked_words_act: "refuse",
  review_prompts: true,
  review_wait_hours: 24,
  review_fallback_days: 7,
  review_reminder: true,
  review_steer: true,
  review_aspects: [],
  review_owner: "",
  cart_reminders: true,
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
    ReviewAttributes: (): ReviewAttributesQuery => ({
      reviewAttributes: { slugs: ["support-rating", "support-review-count"], exist: false },
    }),
    Mailboxes: (): MailboxesQuery => ({ mailboxes: [] }),
    AlertAccount: () => ({ alertAccount: null as { kind: string; problem: string } | null }),
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
    leaversAsked: false,
    parkedAt: null,
    missingPermissions: [],
    ways: [],
    coverage: [],
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
    origin: "REQUEST",
    stars: 4,
    title: "A good lamp",
    text: "It stands and shines. All day long.",
    answers: [],
    authorName: "Aurora C.",
    isIncentivised: false,
    language: "en",
    state: "PENDING",
    rejectReason: null,
    signals: [],
    moderatedBy: null,
    moderatedAt: null,
    reply: null,
    quote: null,
    wasAsked: false,
    canAsk: true,
    ticketId: null,
    ticketNumber: null,
    createdAt: "2026-03-04T12:00:00+00:00",
    editedAt: null,
    productId: "UHJvZHVjdDox",
    productName: "Lamp",
    variantName: "Blue",
    order: { id: "T3JkZXI6MQ==", number: "1042" },
    photos: [],
    changes: [],
    ...changes,
  };
}

/** Reviews that stand where the last decision put them. */
export function aReviewDesk(...reviews: ReviewRowFragment[]) {
  const standing = new Map(reviews.map((review) => [review.id, review]));
  const missing = [{ field: "id", message: "There is no such review.", code: "NOT_FOUND" as const }];
  const turn = (ids: readonly string[], changes: Partial<ReviewRowFragment>) => {
    const known = ids.flatMap((id) => standing.get(id) ?? []);
    if (known.length < ids.length) return { reviews: [], errors: missing };
    for (const review of known) standing.set(review.id, { ...review, rejectReason: null, ...changes });
    return { reviews: ids.map((id) => ({ id, state: changes.state })), errors: [] };
  };
  const change = (id: string, changes: Partial<ReviewRowFragment>) => {
    const review = standing.get(id);
    if (review === undefined) return { review: null, errors: missing };
    standing.set(id, { ...review, ...changes });
    return { review: { id }, errors: [] };
  };
  return {
    gone: (id: string) => standing.delete(id),
    ReviewChoices: (): ReviewChoicesQuery => ({ reviewLanguages: ["en", "tr"], reviewCrises: [] }),
    Reviews: ({ filter }: { filter: { state: ReviewState; stars: readonly number[] } }) => {
      const rows = [...standing.values()].filter(
        ({ state, stars }) => state === filter.state && (filter.stars.length === 0 || filter.stars.includes(stars)),
      );
      return {
        reviews: {
          edges: rows.map((node) => ({ node })),
          pageInfo: { hasNextPage: false, endCursor: null },
          totalCount: rows.length,
        },
      };
    },
    ReviewsPublish: ({ ids }: Ids) => ({ reviewsPublish: turn(ids, { state: "PUBLISHED" }) }),
    ReviewsReject: ({ ids, reason }: Ids & { reason: ReviewRejectReason }) => ({
      reviewsReject: turn(ids, { state: "REJECTED", rejectReason: reason }),
    }),
    ReviewsReopen: ({ ids }: Ids) => ({ reviewsReopen: turn(ids, { state: "PENDING" }) }),
    ReviewReply: ({ id, text }: Said) => ({ reviewReply: change(id, { reply: text || null }) }),
    ReviewAskAuthor: ({ id }: Said) => ({ reviewAskAuthor: change(id, { wasAsked: true }) }),
    ReviewFeature: ({ id, quote }: { id: string; quote: string }) => {
      const words = `${standing.get(id)?.title} ${standing.get(id)?.text}`;
      if (words.includes(quote)) return { reviewFeature: change(id, { quote: quote || null }) };
      const errors = [{ field: "quote", message: "A quote is a part.", code: "NOT_THEIR_WORDS" as const }];
      return { reviewFeature: { review: null, errors } };
    },
    ReviewPhotoHide: ({ id, isHidden }: { id: string; isHidden: boolean }) => {
      const [review] = [...standing.values()].filter(({ photos }) => photos.some((photo) => photo.id === id));
      const photos = review?.photos.map((photo) => (photo.id === id ? { ...photo, isHidden } : photo)) ?? [];
      return { reviewPhotoHide: change(review?.id ?? "", { photos }) };
    },
  };
}

interface Ids {
  readonly ids: readonly string[];
}

interface Said {
  readonly id: string;
  readonly text: string;
}
