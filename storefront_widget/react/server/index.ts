import type { DeliveryFacts, ReviewsFacts } from "../facts.js";
import type { Widget } from "../loadWidget.js";

export type { DeliveryFacts, DeliveryOption, Money, ReviewFacts, ReviewsFacts } from "../facts.js";

export interface DeliveryQuestion {
  /** Saleor's id of the variant. */
  readonly variant: string;
  /** Two letters, where the parcel goes. */
  readonly country: string;
  readonly postalCode?: string | undefined;
  readonly quantity?: number | undefined;
  /** The worth of the basket with this in it, such as "129.90". */
  readonly subtotal?: string | undefined;
}

// A page is sooner without the line than late with it.
const PATIENCE_MS = 1_500;

/** Ask on the shop's server what `<DeliveryLine facts={…}>` then shows without asking. Null where there is no answer; never throws. */
export async function fetchDelivery(
  { src, store, channel }: Widget,
  { variant, country, postalCode, quantity, subtotal }: DeliveryQuestion,
  init: RequestInit = {},
): Promise<DeliveryFacts | null> {
  const steps = [store, channel, "delivery", variant, country, postalCode].filter((step) => step !== undefined);
  const address = new URL(`s/${steps.map(encodeURIComponent).join("/")}`, src);
  if (quantity !== undefined) address.searchParams.set("quantity", String(quantity));
  if (subtotal !== undefined) address.searchParams.set("subtotal", subtotal);
  return read<DeliveryFacts>(address, init);
}

/** Ask on the shop's server what `<Reviews facts={…}>` then shows without asking, with its JSON-LD. Null where there is no answer; never throws. */
export function fetchReviews(
  { src, store, channel }: Widget,
  product: string,
  init: RequestInit = {},
): Promise<ReviewsFacts | null> {
  const steps = [store, channel, "reviews", product];
  return read<ReviewsFacts>(new URL(`s/${steps.map(encodeURIComponent).join("/")}?jsonld=1`, src), init);
}

/**
 * The text of a `<script type="application/ld+json">`, or null where search engines are to be told nothing.
 *
 * `about` is what the shop knows of the product itself: its address, pictures, offers. What a buyer wrote cannot end the
 * script's element.
 */
export function reviewsJsonLd(
  facts: ReviewsFacts | null,
  about: Readonly<Record<string, unknown>> = {},
): string | null {
  return facts?.jsonld ? JSON.stringify({ ...facts.jsonld, ...about }).replace(/</g, "\\u003c") : null;
}

async function read<Facts>(address: URL, init: RequestInit): Promise<Facts | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), ...init });
    return answer.ok ? ((await answer.json()) as Facts) : null;
  } catch {
    return null;
  }
}
