export const en = {
  help: "Help",
  /** Before a span such as "4 min". */
  replies: "Usually replies in ",
  repliesEnd: "",
  /** Before a number, and before a span. */
  busy: "You are no. ",
  about: ", about ",
  /** Before a time. */
  back: "Back ",
  leave: "Leave a message",
  failed: "This does not open. Please try again.",
};

export type Words = typeof en;

export const tr: Words = {
  help: "Yardım",
  replies: "Genellikle ",
  repliesEnd: " içinde yanıt verir",
  busy: "Sıranız ",
  about: ", yaklaşık ",
  back: "Dönüş: ",
  leave: "Mesaj bırakın",
  failed: "Açılmıyor. Lütfen yeniden deneyin.",
};

export const WORDS: Readonly<Record<string, Words>> = { en, tr };
