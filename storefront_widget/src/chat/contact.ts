import { instant, isRecord } from "../reading";

/** What the shop said about how it can be reached: read here as far as the launcher needs it. */
export interface Contact {
  readonly body: Readonly<Record<string, unknown>>;
  readonly accent: string | null;
  /** By this device's clock, when it is to be asked for anew. */
  readonly askAgainAt: number;
}

// A shopper's clock may be wrong by a day, and must not make the page ask without end.
const SOONEST_MS = 300_000;
const LATEST_MS = 86_400_000;

/** Null where there is no way to the shop, or no answer that can be believed: then there is nothing to open. */
export function readContact(body: unknown): Contact | null {
  if (!isRecord(body) || !Array.isArray(body.channels) || !body.channels.length) return null;
  const until = instant(body.until);
  if (Number.isNaN(until)) return null;
  const accent = /^#[\da-f]{6}$/i.test(String(body.accent)) ? String(body.accent) : null;
  const now = Date.now();
  return { body, accent, askAgainAt: now + Math.min(Math.max(until - now, SOONEST_MS), LATEST_MS) };
}
