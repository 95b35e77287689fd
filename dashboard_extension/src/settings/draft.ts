import type { ConfigurationFragment } from "../generated/Configurations";

export const KINDS = ["whatsapp", "phone", "email", "form"] as const;
export type Kind = (typeof KINDS)[number];

/** The days as the server names them, Monday first. */
export const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type DayName = (typeof DAY_NAMES)[number];

/** From `opens` to before `closes`, as HH:MM. */
export type Shift = readonly [opens: string, closes: string];

export interface ContactChannel {
  readonly kind: Kind;
  readonly address: string;
}

/** The settings as the server names them. */
export interface Settings {
  readonly storefront_url: string;
  readonly storefront_origins: readonly string[];
  readonly sender_name: string;
  readonly sender_email: string;
  readonly reply_domain: string;
  readonly dkim_selector: string;
  readonly accent: string;
  readonly logo_url: string;
  readonly mail_footer: string;
  readonly time_zone: string;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly Shift[])[];
  readonly closed_on: readonly string[];
  readonly contact_channels: readonly ContactChannel[];
  readonly review_prompts: boolean;
  readonly review_wait_hours: number;
  readonly cart_reminders: boolean;
  readonly cart_quiet_minutes: number;
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
}

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
