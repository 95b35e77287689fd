import type { PhotoWords } from "./en";

export const tr: PhotoWords = {
  photo: "Fotoğraf {n}/{of}",
  comes: "Fotoğraf hazırlanıyor…",
  gone: "Bu fotoğraf gösterilemiyor.",
  add: "Fotoğraf ekle",
  drop: "Fotoğrafları buraya bırakın",
  chosen: "Bu yanıtın fotoğrafları",
  sending: "{name} yükleniyor",
  remove: "{name} kaldırılsın",
  alt: "{name} ne gösteriyor",
  altHint: "Açıklama",
  onTheirWay: "Fotoğraflar hâlâ yükleniyor. Birazdan gönderin.",
  tooMany: "Bir yanıtla en çok {most} fotoğraf gider.",
  failed: "{name} ulaşmadı. Yeniden deneyin.",
  refused: {
    FILE_TOO_LARGE: "{name} fazla büyük.",
    FILE_TOO_MANY_PIXELS: "{name} fazla piksel içeriyor.",
    FILE_NOT_AN_IMAGE: "{name} aldığımız türden bir resim değil: JPEG, PNG, WebP ve GIF olur.",
    FILE_BROKEN: "{name} sonuna kadar okunamıyor.",
    FILE_TOO_MANY: "Bu konuşmada çok fazla fotoğraf gönderildi.",
  },
};
