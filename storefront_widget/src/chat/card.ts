import type { Money } from "../language";
import { isRecord } from "../reading";

export interface Photo {
  readonly url: string;
  /** What it shows; empty where nobody said so. */
  readonly alt: string;
}

/** What a message shows beside its words (docs/chat-protocol.md). */
export type Card =
  | { readonly kind: "photos"; readonly photos: readonly Photo[] }
  | {
      readonly kind: "product";
      readonly name: string;
      readonly variant: string;
      readonly price: Money | null;
      readonly image: string;
      readonly url: string;
    }
  | { readonly kind: "page"; readonly url: string; readonly title: string }
  | { readonly kind: "checkout"; readonly url: string }
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | {
      readonly kind: "cart";
      readonly act: CartAct;
      readonly name: string;
      readonly quantity: number;
      readonly by: string;
    };

export const CART_ACTS = ["ADDED", "REMOVED", "CHANGED", "CODE_APPLIED", "CODE_REMOVED"] as const;
export type CartAct = (typeof CART_ACTS)[number];

/** Null for a card that is not known here: then the message is its words. */
export function readCard(value: unknown): Card | null {
  if (!isRecord(value)) return null;
  const url = addressIn(value.url);
  switch (value.kind) {
    case "photos": {
      const photos = list(value.photos).filter(isRecord);
      return {
        kind: "photos",
        photos: photos.map((photo) => ({ url: String(photo.url ?? ""), alt: text(photo.alt) })),
      };
    }
    case "product": {
      const [name, variant] = [text(value.name), text(value.variant_name)];
      return { kind: "product", name, variant, price: priceIn(value.price), image: addressIn(value.image), url };
    }
    case "page":
      return url ? { kind: "page", url, title: text(value.title) } : null;
    case "checkout":
      return url ? { kind: "checkout", url } : null;
    case "choices":
      return { kind: "choices", choices: list(value.choices).map(text).filter(Boolean) };
    case "cart": {
      const act = CART_ACTS.find((one) => one === value.act);
      if (!act) return null;
      return { kind: "cart", act, name: text(value.name), quantity: Number(value.quantity) || 0, by: text(value.by) };
    }
    default:
      return null;
  }
}

/** Only what a browser opens as a page: never `javascript:`. */
function addressIn(value: unknown): string {
  return typeof value === "string" && /^https?:\/\//.test(value) ? value : "";
}

function priceIn(value: unknown): Money | null {
  if (!isRecord(value) || Number.isNaN(Number(value.amount ?? Number.NaN))) return null;
  return { amount: String(value.amount), currency: text(value.currency) };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
