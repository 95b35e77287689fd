import { base } from "../language";

export const en = {
  looking: "What are you looking for?",
  search: "Search",
  searching: "Searching…",
  one: "1 product",
  many: "{n} products",
  tooMany: "{n} products and more: choose something to see fewer.",
  none: "Nothing was found. Try other words, or write to us.",
  category: "Category",
  remove: "Take {name} away",
  from: "from {price}",
  ask: "Ask us about it",
  helps: "Does this help?",
  newTab: "opens in a new tab",
  itDid: "It did",
  glad: "Good to hear. You can still write to us.",
};

export type FindWords = typeof en;

export const tr: FindWords = {
  looking: "Ne arıyorsunuz?",
  search: "Ara",
  searching: "Aranıyor…",
  one: "1 ürün",
  many: "{n} ürün",
  tooMany: "{n} ürün ve daha fazlası: azaltmak için bir seçim yapın.",
  none: "Bir şey bulunamadı. Başka sözcükler deneyin ya da bize yazın.",
  category: "Kategori",
  remove: "{name} seçimini kaldır",
  from: "en az {price}",
  ask: "Bize sorun",
  helps: "Bu yardımcı olur mu?",
  newTab: "yeni sekmede açılır",
  itDid: "Oldu",
  glad: "Ne güzel. Yine de bize yazabilirsiniz.",
};

const WORDS: Readonly<Record<string, FindWords>> = { en, tr };

export function findWordsOf(tag: string): FindWords {
  return WORDS[base(tag)] ?? en;
}
