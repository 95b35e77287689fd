import { base } from "../language";
import { en as enChat, tr as trChat } from "./words";

/** What is said where the rest of the panel is drawn; and what is said everywhere. */
export const en = {
  ...enChat,
  number: "Phone number",
  numberWrong: "This is not a number that can be called. Example: +44 20 7946 0123",
  callAt: "When",
  callAbout: "What is it about? (optional)",
  callMe: "Call me",
  /** Followed by the time. */
  called: "We call you {when} at {number}.",
  slotTaken: "This time has just been taken. Please choose another one.",
  noTimes: "There is no time to choose from right now. Please write to us instead.",
  toolAsk: "This chat is by {host}, which may set cookies and see this page's address.",
  toolOpen: "Open it",
  toolFailed: "It does not open right now. Please use another way.",
  onPhoneHint: "Open your phone's camera and point it at this. It works for 15 minutes.",
  onPhoneCode: "A code that opens this conversation",
  transcriptSent: "It is on its way to {email}.",
  beginAnew: "Start a new chat",
  missed: "Nobody is free to chat right now. Leave your e-mail address, and the answer comes there.",
  left: "You have left this chat.",
  ended: "This chat is over.",
  emailKept: "Thank you. The answer comes to {email}.",
  emailKnown: "We have an e-mail address of yours already, and the answer comes there.",
  howWasIt: "How was it?",
  scores: ["Very bad", "Bad", "All right", "Good", "Very good"],
  ratingMore: "Would you like to say more? (optional)",
  scoreMissing: "Please choose a face.",
  sendRating: "Send",
  thanks: "Thank you for telling us.",
  photoRemove: "Take {name} away",
  photosTooMany: "At most {most} photos at once.",
  photoTooLarge: "This photo is too large.",
  photoNoImage: "This is not a photo that can be read.",
  photoFailed: "The photo was not sent. Please try again.",
};

export type MoreWords = typeof en;

export const tr: MoreWords = {
  ...trChat,
  number: "Telefon numaranız",
  numberWrong: "Bu aranabilir bir numara değil. Örnek: +90 212 555 00 00",
  callAt: "Ne zaman",
  callAbout: "Konu nedir? (isteğe bağlı)",
  callMe: "Beni arayın",
  called: "Sizi {when} arasında {number} numarasından arayacağız.",
  slotTaken: "Bu saat az önce doldu. Lütfen başka bir saat seçin.",
  noTimes: "Şu an seçilebilecek saat yok. Lütfen bize yazın.",
  toolAsk: "Bu sohbeti {host} sağlar; çerez kullanabilir ve bu sayfanın adresini görebilir.",
  toolOpen: "Aç",
  toolFailed: "Şu an açılmıyor. Lütfen başka bir yol deneyin.",
  onPhoneHint: "Telefonunuzun kamerasını açıp buna doğrultun. 15 dakika geçerlidir.",
  onPhoneCode: "Bu görüşmeyi açan kod",
  transcriptSent: "{email} adresine gönderiliyor.",
  beginAnew: "Yeni görüşme başlat",
  missed: "Şu an yazışabilecek kimse yok. E-posta adresinizi bırakın, yanıt oraya gelsin.",
  left: "Bu görüşmeden ayrıldınız.",
  ended: "Bu görüşme sona erdi.",
  emailKept: "Teşekkürler. Yanıt {email} adresine gelir.",
  emailKnown: "Bir e-posta adresiniz zaten kayıtlı; yanıt oraya gelir.",
  howWasIt: "Nasıldı?",
  scores: ["Çok kötü", "Kötü", "İdare eder", "İyi", "Çok iyi"],
  ratingMore: "Eklemek istediğiniz bir şey var mı? (isteğe bağlı)",
  scoreMissing: "Lütfen bir yüz seçin.",
  sendRating: "Gönder",
  thanks: "Paylaştığınız için teşekkürler.",
  photoRemove: "{name} fotoğrafını çıkar",
  photosTooMany: "Bir kerede en fazla {most} fotoğraf gönderilebilir.",
  photoTooLarge: "Bu fotoğraf çok büyük.",
  photoNoImage: "Bu, okunabilen bir fotoğraf değil.",
  photoFailed: "Fotoğraf gönderilemedi. Lütfen yeniden deneyin.",
};

const WORDS: Readonly<Record<string, MoreWords>> = { en, tr };

export function moreWordsOf(tag: string): MoreWords {
  return WORDS[base(tag)] ?? en;
}
