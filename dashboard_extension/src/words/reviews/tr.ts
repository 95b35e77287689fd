import type { ReviewWords } from "./en";

export const tr: ReviewWords = {
  title: "Değerlendirmeler",
  intro: "Müşterilerin teslim aldıkları ürünler için yazdıkları. Yayımladıklarınız ürün sayfasında görünür.",
  filter: "Hangi değerlendirmeler",
  states: { PENDING: "Bekleyen", PUBLISHED: "Yayında", REJECTED: "Reddedilen" },
  found: { other: "{n} değerlendirme" },
  more: "Daha fazla göster",
  empty: {
    PENDING: {
      what: "Bekleyen değerlendirme yok",
      why: "Yenileri, paket teslim edildi olarak işaretlendikten bir süre sonra buraya gelir.",
    },
    PUBLISHED: { what: "Yayında değerlendirme yok", why: "“Bekleyen” sekmesinde yayımladıklarınız burada görünür." },
    REJECTED: { what: "Reddedilen değerlendirme yok", why: "Yayımlamadıklarınız burada nedeniyle birlikte görünür." },
  },

  stars: "5 üzerinden {n} yıldız",
  noWords: "Yalnızca yıldız verilmiş, yorum yazılmamış.",
  anonymous: "Adsız",
  noProduct: "Artık siparişte olmayan bir ürün",
  order: "Sipariş #{number}",
  decided: "{who}, {when}",

  publish: "Yayımla",
  reject: "Reddet",
  unpublish: "Yayından kaldır",
  reopen: "Yeniden karar ver",
  doing: { PENDING: "Geri alınıyor…", PUBLISHED: "Yayımlanıyor…", REJECTED: "Reddediliyor…" },
  done: {
    PENDING: "Değerlendirme yeniden karar bekliyor.",
    PUBLISHED: "Değerlendirme yayımlandı.",
    REJECTED: "Değerlendirme reddedildi.",
  },
  cancel: "Vazgeç",
  reason: "Neden yayımlanmıyor?",
  reasonHint: "Verilen yıldız sayısı bir neden değildir.",
  reasons: {
    SPAM: "Reklam ya da spam",
    OFFENSIVE: "Hakaret ya da yasa dışı içerik",
    PERSONAL_DATA: "Kişisel veri",
    NOT_ABOUT_THE_PRODUCT: "Ürünle ilgili değil",
  },

  failed: "İşlem yapılamadı",
  faults: { NOT_FOUND: "Bu değerlendirme artık yok.", INVALID: "Bu işlem yapılamaz." },
};
