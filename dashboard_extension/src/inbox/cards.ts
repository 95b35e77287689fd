import type { CardPhoto } from "../photos/photosIn";

interface Price {
  readonly amount: string;
  readonly currency: string;
}

export type CartAct = "ADDED" | "REMOVED" | "CHANGED" | "CODE_APPLIED" | "CODE_REMOVED";

/** What a message carries beside its words, as the service put it together. */
export type Card =
  | { readonly kind: "photos"; readonly photos: readonly CardPhoto[] }
  | FilesCard
  | {
      readonly kind: "product";
      readonly name: string;
      readonly variant_name: string;
      readonly price: Price | null;
      readonly image: string | null;
      readonly url: string;
      readonly opened?: string;
    }
  | { readonly kind: "page"; readonly url: string; readonly title: string; readonly opened?: string }
  | { readonly kind: "checkout"; readonly url: string; readonly opened?: string }
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | {
      readonly kind: "cart";
      readonly act: CartAct;
      readonly name: string;
      readonly quantity: number | null;
      readonly by: string;
    };

/** What a mail held that is no picture; `mail` and `at` say where it is fetched. */
export interface FilesCard {
  readonly kind: "files";
  readonly mail: string;
  readonly files: readonly { readonly at: number; readonly name: string; readonly bytes: number }[];
}

const KINDS: readonly string[] = [
  "photos",
  "files",
  "product",
  "page",
  "checkout",
  "choices",
  "cart",
] satisfies Card["kind"][];

/** The card in a message; null where it has none, or one that this page is too old for. */
export function cardIn(text: string | null): Card | null {
  if (text === null) return null;
  const card = JSON.parse(text) as Card | null;
  return card !== null && KINDS.includes(card.kind) ? card : null;
}
