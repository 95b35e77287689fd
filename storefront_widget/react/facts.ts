export interface Money {
  /** Exact text, such as "129.90". */
  readonly amount: string;
  readonly currency: string;
}

/** First and last day, both inclusive, such as "2026-11-24". */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface DeliveryOption {
  readonly id: string;
  readonly name: string;
  readonly price: Money;
  readonly tax: "INCLUDED" | "EXCLUDED" | "AT_CHECKOUT";
  /** The worth of an order from which it is offered, where that may not be reached. */
  readonly needs: Money | null;
  /** Null where no day can be said; `reason` says why. */
  readonly window: Days | null;
  /** The instant until which its first day holds; null where the merchant gave no cut-off. */
  readonly cutoff: string | null;
  readonly reason: string | null;
}

/** What the service says of delivery, as docs/storefront.md has it; `cheapest` and `fastest` are ids of options. */
export interface DeliveryFacts {
  readonly country: string;
  readonly postalCode: string | null;
  readonly quantity: number;
  readonly until: string;
  /** The signed id of what is promised. */
  readonly promise: string | null;
  readonly reason: string | null;
  readonly cheapest: string | null;
  readonly fastest: string | null;
  readonly freeFrom: Money | null;
  readonly options: readonly DeliveryOption[];
}
