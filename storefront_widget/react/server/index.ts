import type { DeliveryFacts } from "../facts.js";
import type { Widget } from "../loadWidget.js";

export type { DeliveryFacts, DeliveryOption, Money } from "../facts.js";

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
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), ...init });
    return answer.ok ? ((await answer.json()) as DeliveryFacts) : null;
  } catch {
    return null;
  }
}
