import type { ProductWords } from "./en";

export const tr: ProductWords = {
  title: "Ürün bilgileri",
  percent: "{percent} tamam",
  parts: {
    PICTURES: "Görseller",
    PICTURE_TEXTS: "Görsellerin metinleri",
    DESCRIPTION: "Açıklama",
    ATTRIBUTES: "Özellikler",
    MANUAL: "Kılavuz",
    SAFETY_CONTACT: "Güvenlik iletişimi",
    REVIEWS: "Değerlendirmeler",
  },
  advice: {
    PICTURES: "Üç görselle ürün yalnızca en iyi yönünden görünmez.",
    PICTURE_TEXTS: "Görseli göremeyenler metnini duyar.",
    DESCRIPTION: "Henüz bir şey söylemiyor.",
    ATTRIBUTES: "Boş: {names}",
    MANUAL: "“manual” özelliği ya da adresiyle birlikte support.manual üst verisi.",
    SAFETY_CONTACT:
      "Ürünün güvenliğinden kim sorumlu: “safety-contact” özelliği ya da support.safety_contact üst verisi.",
    REVIEWS: "Henüz kimse bir şey söylemedi. Değerlendirme istekleri teslimattan sonra gider.",
  },
  some: "{done} / {wanted}",
  done: "Tamam",
  toDo: "Yapılacak",
  reviews: { other: "{n} değerlendirme" },
  average: "5 üzerinden {stars} yıldız",
  lately: { other: "son 90 gün: {stars} ({n} değerlendirme)" },
  trends: { up: "Öncekinden iyi ({stars})", down: "Öncekinden kötü ({stars})", same: "Önceki gibi" },
  lastBad: "Son şikâyetler",
  noWords: "Yalnızca yıldız",
  questions: { other: "{n} soru yanıt bekliyor" },
  allReviews: "Değerlendirmelere git",
  allQuestions: "Sorulara git",
  gone: {
    what: "Saleor böyle bir ürün bilmiyor",
    why: "Silinmiş olabilir.",
    next: "Ürün listesine dönün.",
  },
  forbidden: {
    what: "Bu kartı göremezsiniz",
    why: "“Ürünleri yönet” (Manage products) izni gerekir.",
    next: "Mağaza yöneticisinden bu izni grubunuza eklemesini isteyin.",
  },
};
