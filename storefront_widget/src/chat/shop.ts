import { instant, isRecord } from "../reading";

const SCHEMES = {
  chat: "",
  whatsapp: "https:",
  phone: "tel:",
  email: "mailto:",
  instagram: "https:",
  messenger: "https:",
  telegram: "https:",
  video: "https:",
  form: "",
  callback: "",
  chatwoot: "https:",
  crisp: "https:",
} as const;
export type Kind = keyof typeof SCHEMES;

export interface Way {
  readonly kind: Kind;
  /** Where a tap leads; empty for what is ours. */
  readonly url: string;
  /** What a tool of another maker knows the shop by; empty for all else. */
  readonly token: string;
  /** Two letters each. */
  readonly languages: readonly string[];
  /** Within how many minutes four of five were answered lately; null where nobody knows. */
  readonly replyMinutes: number | null;
  readonly isOpen: boolean;
  /** Milliseconds; null where nobody said when. */
  readonly opensAt: number | null;
}

/** Whether it is one of another maker's. */
export function isTool({ token }: Way): boolean {
  return token !== "";
}

/** How the shop can be reached. */
export interface Shop {
  readonly name: string;
  /** How many wait for a chat, and about how long; null where nobody does. */
  readonly waiting: { readonly number: number; readonly minutes: number } | null;
  readonly isOpen: boolean;
  readonly opensAt: number | null;
  /** In the merchant's order. */
  readonly ways: readonly Way[];
  /** What there is to find here: `articles`, `products`. */
  readonly finds: readonly unknown[];
  /** By this device's clock, when it is to be asked for anew. */
  readonly askAgainAt: number;
}

// A shopper's clock may be wrong by a day, and must not make the page ask without end.
export const SOONEST_MS = 300_000;
const LATEST_MS = 86_400_000;

/** What docs/storefront.md promises; null where no way is named. One of a kind that is not known here is left out. */
export function readShop(body: unknown): Shop | null {
  if (!isRecord(body) || !Array.isArray(body.channels) || !body.channels.length) return null;
  const now = Date.now();
  return {
    name: String(body.name ?? ""),
    isOpen: body.open === true,
    waiting: readWaiting(body.waiting),
    opensAt: readInstant(body.opens_at),
    finds: Array.isArray(body.finds) ? body.finds : [],
    ways: body.channels.map(readWay).filter((way) => way !== null),
    askAgainAt: now + Math.min(Math.max((readInstant(body.until) ?? now) - now, SOONEST_MS), LATEST_MS),
  };
}

function readWaiting(value: unknown): Shop["waiting"] {
  return isRecord(value) ? { number: Number(value.number), minutes: Number(value.minutes) } : null;
}

function readWay(value: unknown): Way | null {
  if (!isRecord(value) || !isKind(value.kind)) return null;
  const [url, token] = [value.url, value.token].map((one) => (typeof one === "string" ? one : "")) as [string, string];
  if (!url.startsWith(SCHEMES[value.kind])) return null;
  return {
    kind: value.kind,
    url,
    token,
    languages: Array.isArray(value.languages) ? value.languages.map(String) : [],
    replyMinutes: typeof value.reply_minutes === "number" ? value.reply_minutes : null,
    isOpen: value.open === true,
    opensAt: readInstant(value.opens_at),
  };
}

function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(SCHEMES, value);
}

function readInstant(value: unknown): number | null {
  const at = instant(value);
  return Number.isNaN(at) ? null : at;
}
