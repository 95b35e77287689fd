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

export interface ReviewFacts {
  readonly id: string;
  readonly stars: number;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly language: string;
  readonly created_at: string;
  readonly verified: boolean;
  readonly helpful: number;
}

/** The first page of a product's reviews, as docs/storefront.md has it; these are the parts that a server may draw. */
export interface ReviewsFacts {
  readonly product: string;
  readonly count: number;
  /** Such as "4.3"; null without reviews. */
  readonly average: string | null;
  readonly stars: Readonly<Record<string, number>>;
  readonly reviews: readonly ReviewFacts[];
  readonly until: string;
  /** For search engines: schema.org's Product with its rating; null without reviews. */
  readonly jsonld?: Readonly<Record<string, unknown>> | null;
}
