export const en = {
  /** How the words run, whatever the page's direction is. */
  dir: "ltr",
  /** Before a cut-off, and without one. */
  order: "Order within {time},",
  getIt: "get it {days}",
  arrives: "Get it {days}",
  hours: "{h} h {m} min",
  minutes: "{m} min",
  /** Between the first day and the last. */
  until: " – ",
  shipping: "Shipping {price}",
  free: "Free delivery",
  INCLUDED: "incl. VAT",
  EXCLUDED: "plus VAT",
  AT_CHECKOUT: "tax at checkout",
  duties: "duties extra",
  needs: "from {price}",
  freeFrom: "free from {price}",
  more: "{price} more for free delivery",
  faster: "{days} for {price}",
  to: "to {place}",
  change: "change",
  changeName: "change the place of delivery",
  options: "Options",
  optionsName: "Delivery options",
  /** Where nobody said how long it takes. Every other reason is told by moreWords. */
  noDay: "Delivery date not known yet",
};

export type Words = typeof en;

export const tr: Words = {
  dir: "ltr",
  order: "{time} içinde sipariş verin,",
  getIt: "teslimat {days}",
  arrives: "Teslimat {days}",
  hours: "{h} sa {m} dk",
  minutes: "{m} dk",
  until: " – ",
  shipping: "Kargo {price}",
  free: "Kargo ücretsiz",
  INCLUDED: "KDV dahil",
  EXCLUDED: "KDV hariç",
  AT_CHECKOUT: "vergi ödemede",
  duties: "gümrük hariç",
  needs: "{price} ve üzeri",
  freeFrom: "{price} üzeri ücretsiz",
  more: "ücretsiz kargoya {price} kaldı",
  faster: "{days}: {price}",
  to: "{place} için",
  change: "değiştir",
  changeName: "değiştir: teslimat yeri",
  options: "Seçenekler",
  optionsName: "Teslimat için seçenekler",
  noDay: "Teslimat tarihi henüz belli değil",
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
