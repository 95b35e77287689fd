export const en = {
  help: "Help",
  failed: "This does not open right now. Please try again.",
};

export type Words = typeof en;

export const tr: Words = {
  help: "Yardım",
  failed: "Şu an açılmıyor. Lütfen yeniden deneyin.",
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
