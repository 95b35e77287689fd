import { base } from "../language";

const en = {
  matching: { one: "{n} review matches", other: "{n} reviews match" },
  without: "Without: {name}",
  failed: "That could not be read. Try again.",
  voteFailed: "That could not be kept. Try again.",
  close: "Close",
  before: "Photo before",
  after: "Next photo",
  place: "{n} of {all}",
  howWasIt: "How was what you ordered?",
  write: "Write a review",
};

const tr: typeof en = {
  matching: { one: "{n} değerlendirme bulundu", other: "{n} değerlendirme bulundu" },
  without: "Kaldır: {name}",
  failed: "Okunamadı. Yeniden deneyin.",
  voteFailed: "Kaydedilemedi. Yeniden deneyin.",
  close: "Kapat",
  before: "Önceki fotoğraf",
  after: "Sonraki fotoğraf",
  place: "{n} / {all}",
  howWasIt: "Siparişinizi nasıl buldunuz?",
  write: "Değerlendirme yazın",
};

/** What is said only once somebody does something. */
export function moreWordsOf(tag: string): typeof en {
  return { en, tr }[base(tag)] ?? en;
}
