/** What is said of the ways to the shop, in the panel and in the block on a page. */
export const en = {
  ways: "Ways to reach us",
  wayClosed: "Closed now",
  wayClosedUntil: "Opens {when}",
  today: "today at {time}",
  tomorrow: "tomorrow at {time}",
  onDay: "on {day} at {time}",
  whatsapp: "WhatsApp",
  phone: "Phone",
  email: "E-mail",
  chat: "Chat",
  form: "Write to us",
  instagram: "Instagram",
  messenger: "Messenger",
  telegram: "Telegram",
  video: "Video call",
  callback: "Have us call you",
  chatwoot: "Chat",
  crisp: "Chat",
  replies: "Usually replies in {time}",
  open: "Open now",
  closed: "Nobody is here right now.",
  /** Followed by a time, as in every one with {when}. */
  closedUntil: "Closed now. Back {when}.",
};

export type WayWords = typeof en;

export const tr: WayWords = {
  ways: "Bize ulaşma yolları",
  wayClosed: "Şu an kapalı",
  wayClosedUntil: "Açılış: {when}",
  today: "bugün {time}",
  tomorrow: "yarın {time}",
  onDay: "{day} {time}",
  whatsapp: "WhatsApp",
  phone: "Telefon",
  email: "E-posta",
  chat: "Canlı destek",
  form: "Bize yazın",
  instagram: "Instagram",
  messenger: "Messenger",
  telegram: "Telegram",
  video: "Görüntülü görüşme",
  callback: "Sizi arayalım",
  chatwoot: "Canlı destek",
  crisp: "Canlı destek",
  replies: "Genellikle {time} içinde yanıt verir",
  open: "Şu an açık",
  closed: "Şu an kimse yok.",
  closedUntil: "Şu an kapalı. Açılış: {when}.",
};

export const WAY_WORDS: Readonly<Record<string, WayWords>> = { en, tr };
