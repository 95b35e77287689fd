import { instant, isRecord } from "../reading";
import type { Contact } from "./contact";

export interface Way {
  readonly kind: "whatsapp" | "phone" | "email" | "form";
  /** Where a tap leads; empty for the form, which is ours. */
  readonly url: string;
  readonly isOpen: boolean;
  /** Milliseconds; null where nobody said when. */
  readonly opensAt: number | null;
}

/** How the shop can be reached. */
export interface Shop {
  readonly name: string;
  readonly isOpen: boolean;
  readonly opensAt: number | null;
  /** In the merchant's order. */
  readonly ways: readonly Way[];
}

const SCHEMES: Readonly<Record<string, string>> = { whatsapp: "https:", phone: "tel:", email: "mailto:", form: "" };

/** What docs/storefront.md promises; a way of a kind that is not known here is left out. */
export function readShop({ body }: Contact): Shop {
  const ways = Array.isArray(body.channels) ? body.channels.map(readWay).filter((way) => way !== null) : [];
  return { name: String(body.name ?? ""), isOpen: body.open === true, opensAt: readInstant(body.opens_at), ways };
}

function readWay(value: unknown): Way | null {
  if (!isRecord(value) || typeof value.kind !== "string") return null;
  const url = typeof value.url === "string" ? value.url : "";
  const scheme = Object.hasOwn(SCHEMES, value.kind) ? SCHEMES[value.kind] : undefined;
  if (scheme === undefined || !url.startsWith(scheme)) return null;
  return { kind: value.kind as Way["kind"], url, isOpen: value.open === true, opensAt: readInstant(value.opens_at) };
}

function readInstant(value: unknown): number | null {
  const at = instant(value);
  return Number.isNaN(at) ? null : at;
}
