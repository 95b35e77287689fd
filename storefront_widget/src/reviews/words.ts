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
  histogram: "By stars",
  verified: "Verified buyer",
  meaning: "We asked for this review because the product had arrived.",
  imported: "Imported",
  incentivised: "Got something for it",
  edited: "edited",
  bought: "Bought: {name}",
  reply: "The shop’s answer",
  helpful: { one: "Helpful ({n})", other: "Helpful ({n})" },
  more: "More",
  less: "Less",
  all: { one: "Show {n} more review", other: "Show {n} more reviews" },
  sort: "Sort by",
  sorts: { newest: "Newest", helpful: "Most helpful", highest: "Highest", lowest: "Lowest" },
  photos: "Photos by buyers",
  withPhotos: "With photos",
  photo: "Photo by {name}",
  buyer: "a buyer",
  praise: "Buyers mention",
  /** How the reviews came about. */
  checked: "{n} from verified buyers",
  rewarded: { one: "{n} for a reward", other: "{n} for a reward" },
  rejected: { one: "{n} not published: {why}", other: "{n} not published: {why}" },
  reasons: {
    SPAM: "advertising",
    OFFENSIVE: "insulting",
    PERSONAL_DATA: "private details",
    NOT_ABOUT_THE_PRODUCT: "not about the product",
  } as Readonly<Record<string, string>>,
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
  histogram: "Yıldızlara göre",
  verified: "Doğrulanmış alıcı",
  meaning: "Bu değerlendirmeyi, ürün teslim edildiği için istedik.",
  imported: "İçe aktarıldı",
  incentivised: "Karşılığında bir şey aldı",
  edited: "düzenlendi",
  bought: "Aldığı: {name}",
  reply: "Mağazanın yanıtı",
  helpful: { one: "Faydalı ({n})", other: "Faydalı ({n})" },
  more: "Devamı",
  less: "Daha az",
  all: { one: "{n} değerlendirme daha göster", other: "{n} değerlendirme daha göster" },
  sort: "Sıralama",
  sorts: { newest: "En yeni", helpful: "En faydalı", highest: "En yüksek", lowest: "En düşük" },
  photos: "Alıcıların fotoğrafları",
  withPhotos: "Fotoğraflı",
  photo: "{name} fotoğrafı",
  buyer: "Bir alıcının",
  praise: "Alıcıların değindiği",
  checked: "{n} doğrulanmış alıcılardan",
  rewarded: { one: "{n} değerlendirme ödül karşılığı", other: "{n} değerlendirme ödül karşılığı" },
  rejected: { one: "{n} değerlendirme yayımlanmadı: {why}", other: "{n} değerlendirme yayımlanmadı: {why}" },
  reasons: {
    SPAM: "reklam",
    OFFENSIVE: "hakaret",
    PERSONAL_DATA: "özel bilgi",
    NOT_ABOUT_THE_PRODUCT: "ürünle ilgisiz",
  },
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
