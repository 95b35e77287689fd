export const en = {
  /** How the words run, whatever the page's direction is. */
  dir: "ltr",
  /** Before the days. */
  arrives: "Arrives",
  shipping: "shipping {price}",
  shippingAlone: "Shipping {price}",
  free: "free shipping",
  freeAlone: "Free shipping",
  /** Between the first day and the last. */
  to: " – ",
  options: "Delivery options",
  freeOption: "Free",
};

export type Words = typeof en;

export const tr: Words = {
  dir: "ltr",
  arrives: "Teslimat",
  shipping: "kargo {price}",
  shippingAlone: "Kargo {price}",
  free: "kargo ücretsiz",
  freeAlone: "Kargo ücretsiz",
  to: " – ",
  options: "Teslimat seçenekleri",
  freeOption: "Ücretsiz",
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
