import type { ConfigurationFragment } from "../generated/Configurations";

export const KINDS = [
  "chat",
  "whatsapp",
  "phone",
  "email",
  "instagram",
  "messenger",
  "telegram",
  "video",
  "form",
  "callback",
  "chatwoot",
  "crisp",
] as const;
export type Kind = (typeof KINDS)[number];
/** What a shopper opens at the shop itself: it has no address. */
export const OURS: readonly Kind[] = ["chat", "form", "callback"];

/** The days as the server names them, Monday first. */
export const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type DayName = (typeof DAY_NAMES)[number];

/** From `opens` to before `closes`, as HH:MM. */
export type Shift = readonly [opens: string, closes: string];

/** Hours of one way alone. */
export interface OwnHours {
  readonly time_zone: string;
  readonly week: readonly (readonly Shift[])[];
  readonly closed_on: readonly string[];
}

export interface ContactChannel {
  readonly kind: Kind;
  readonly address: string;
  /** Where a Chatwoot stands. */
  readonly host: string;
  /** Two letters each. */
  readonly languages: readonly string[];
  /** null has the shop's. */
  readonly hours: OwnHours | null;
}

export function newWay(kind: Kind): ContactChannel {
  return { kind, address: "", host: "", languages: [], hours: null };
}

/** One of the merchant's own questions about a product; names stay, for reviews refer to them. */
export interface Aspect {
  readonly name: string;
  readonly question: Readonly<Partial<Record<"en" | "tr", string>>>;
  readonly answers: readonly { readonly name: string; readonly en?: string; readonly tr?: string }[];
  /** Saleor's ids; none: every product. */
  readonly categories: readonly string[];
}

export type Priority = "LOW" | "NORMAL" | "HIGH" | "URGENT";

/** Why people write; tickets refer to names, so that they stay. 0 minutes: as for a ticket without a reason. */
export interface Reason {
  readonly name: string;
  readonly title: Readonly<Partial<Record<"en" | "tr", string>>>;
  readonly department: string;
  readonly priority: Priority;
  readonly first_reply_minutes: number;
  readonly resolve_minutes: number;
}

export interface Team {
  readonly name: string;
  readonly emails: readonly string[];
}

/** The settings as the server names them. */
export interface Settings {
  readonly storefront_url: string;
  readonly dashboard_url: string;
  readonly storefront_origins: readonly string[];
  readonly sender_name: string;
  readonly sender_email: string;
  readonly mail_in_address: string;
  readonly dkim_selector: string;
  readonly accent: string;
  readonly logo_url: string;
  readonly mail_footer: string;
  readonly time_zone: string;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly Shift[])[];
  readonly closed_on: readonly string[];
  readonly closed_on_holidays: boolean;
  readonly contact_channels: readonly ContactChannel[];
  readonly ticket_reasons: readonly Reason[];
  readonly departments: readonly Team[];
  readonly first_reply_minutes: number;
  readonly resolve_minutes: number;
  readonly mirror_notes: boolean;
  readonly order_page_days: number;
  readonly alert_minutes: number;
  readonly alert_emails: readonly string[];
  readonly survey_scale: number;
  readonly survey_wait_hours: number;
  readonly survey_days: number;
  readonly callbacks_at_once: number;
  readonly review_prompts: boolean;
  readonly review_wait_hours: number;
  readonly review_fallback_days: number;
  readonly review_reminder: boolean;
  readonly review_steer: boolean;
  readonly review_aspects: readonly Aspect[];
  readonly review_owner: string;
  readonly cart_reminders: boolean;
  readonly consent_keys: readonly string[];
  readonly soft_opt_in: boolean;
  /** HH:MM, on the person's clock. */
  readonly quiet_from: string;
  readonly quiet_until: string;
  readonly rest_days: readonly DayName[];
  readonly rest_on_holidays: boolean;
  readonly most_emails_a_week: number;
  readonly most_pushes_a_week: number;
  readonly most_sms_in_two_weeks: number;
  readonly most_whatsapp_in_two_weeks: number;
  readonly links: Readonly<Record<string, string>>;
  /** A word each, perhaps with `*` at its end. */
  readonly blocked_words: readonly string[];
  readonly blocked_words_starter: boolean;
  readonly blocked_words_act: (typeof WORD_ACTS)[number];
}

/** What becomes of a message with a word that the shop does not want to read. */
export const WORD_ACTS = ["refuse", "mark"] as const;

/** A configuration while it is being edited. */
export interface Draft {
  readonly name: string;
  readonly channels: readonly string[];
  readonly isDefault: boolean;
  readonly settings: Settings;
}

export function draftOf(configuration: ConfigurationFragment): Draft {
  const { name, channels, isDefault, effective } = configuration;
  return { name, channels, isDefault, settings: JSON.parse(effective) as Settings };
}

/** A new one: the usual settings, and for every channel when there is no other. */
export function newDraft(defaults: string, isFirst: boolean): Draft {
  return { name: "", channels: [], isDefault: isFirst, settings: JSON.parse(defaults) as Settings };
}

export function isChanged(draft: Draft, saved: Draft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(saved);
}

/** What the server is sent: without the lines that were left empty. */
export function inputOf(draft: Draft, id: string | null) {
  const { settings } = draft;
  const links = Object.fromEntries(Object.entries(settings.links).filter(([, link]) => link.trim() !== ""));
  const data = {
    ...settings,
    links,
    storefront_origins: filled(settings.storefront_origins),
    consent_keys: filled(settings.consent_keys),
    alert_emails: filled(settings.alert_emails),
    departments: settings.departments.map(({ name, emails }) => ({ name, emails: filled(emails) })),
    blocked_words: filled(settings.blocked_words),
  };
  return {
    id,
    name: draft.name.trim(),
    channels: draft.channels,
    isDefault: draft.isDefault,
    data: JSON.stringify(data),
  };
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
