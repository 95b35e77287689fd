export const en = {
  /** How the words run, whatever the page's direction is. */
  dir: "ltr",
  /** By how many there are, in the language's own plurals. */
  count: { one: "{n} review", other: "{n} reviews" },
  /** What the drawn stars say. */
  rating: { one: "{n} out of 5 stars", other: "{n} out of 5 stars" },
  /** A row of the distribution. */
  stars: { one: "{n} star", other: "{n} stars" },
  none: "No reviews yet",
  read: "Read reviews",
  list: "Reviews",
  verified: "Verified buyer",
  more: "More",
  less: "Less",
  all: { one: "Show {n} more review", other: "Show {n} more reviews" },
  newest: { one: "The newest one is shown.", other: "The newest {n} are shown." },
};

export type Words = typeof en;
export type Plural = Words["count"];

export const tr: Words = {
  dir: "ltr",
  count: { one: "{n} değerlendirme", other: "{n} değerlendirme" },
  rating: { one: "5 yıldız üzerinden {n}", other: "5 yıldız üzerinden {n}" },
  stars: { one: "{n} yıldız", other: "{n} yıldız" },
  none: "Henüz değerlendirme yok",
  read: "Değerlendirmeleri oku",
  list: "Değerlendirmeler",
  verified: "Doğrulanmış alıcı",
  more: "Devamı",
  less: "Daha az",
  all: { one: "{n} değerlendirme daha göster", other: "{n} değerlendirme daha göster" },
  newest: { one: "En yeni değerlendirme gösteriliyor.", other: "En yeni {n} değerlendirme gösteriliyor." },
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
