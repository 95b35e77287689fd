import type { Place, View } from "../place";

/** What the shop said about how it can be reached (docs/storefront.md); read by whoever needs more than the launcher. */
export interface Contact extends Readonly<Record<string, unknown>> {
  readonly accent: string;
  readonly state: string;
  /** One at least: else there is nothing to open. */
  readonly channels: readonly { readonly kind: string; readonly reply_minutes?: number | null }[];
  readonly waiting?: { readonly number: number; readonly minutes: number } | null;
  readonly opens_at?: string | null;
}

/** Where the panel draws: beside the launcher, in the same element. */
export interface PanelPlace extends Place {
  readonly launcher: HTMLElement;
  /** What the shop said last. */
  contact(): Contact;
  /** Ask the shop anew; `update` follows where it answers. */
  askAgain(): void;
}

/** What the signals' chunk exports: to be called again whenever the launcher is drawn anew. */
export type OpenSignals = (place: Place) => View;

export interface Panel extends View {
  /** `about.text` is put into the box to write in, unless the shopper wrote there. */
  open(about?: unknown): void;
  close(): void;
}

/** What the panel's chunk exports. */
export type OpenPanel = (place: PanelPlace) => Panel;
