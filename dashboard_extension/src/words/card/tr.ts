import type { CardWords } from "./en";

export const tr: CardWords = {
  buyer: "Müşteri",
  orders: { other: "{n} sipariş" },
  openTickets: { other: "{n} açık talep" },
  score: "Son anket {score}/{scale}",
  stars: "Son değerlendirme {stars}/5",
  openConversation: "Görüşmeyi aç",

  popup: "Destek",
  nothing: {
    what: "Bu pencere bir sipariş ya da talep olmadan açıldı",
    why: "Altındaki sayfanın görüşmesini ya da siparişini gösterir.",
    next: "Bir siparişten açın.",
  },
  gone: {
    what: "Bu artık burada değil",
    why: "Talep ya da sipariş bilinmiyor veya görebildiğiniz bir kanalda değil.",
    next: "Bunu kapatıp gelen kutusuna bakın.",
  },
  over: {
    what: "Bu pencere çok uzun süre açık kaldı",
    why: "Güvenliğiniz için pencere, yalnızca Dashboard kim olduğunuzu doğruladıkça geçerlidir.",
    next: "Kapatıp yeniden açın.",
  },
  messages: "Mesajlar",
  writes: "{who} · {when}",
  newTicket: "#{number} numaralı sipariş için yeni talep",
  about: "Neyle ilgili?",
  quantity: "{product} adedi",
  reason: "Neden",
  noReason: "Belirtilmedi",
  opened: "Talep {number} açıldı.",
  linesNotKept: "Talep açıldı ancak ürünleri kaydedilemedi.",
  close: "Bu pencereyi kapat",

  customer: "Destek",
  noCustomer: "Bu hesapla henüz alışveriş yapan ya da yazan olmadı.",
  lastOrders: "Son siparişler",
  owned: "Sahip oldukları",
  ownedPieces: { other: "{n} adet" },
  ownedTimes: { other: "{n} siparişte" },
  tickets: "Talepler",
  noTickets: "Hiç yazmadı.",
  openOrder: "Sipariş #{number}",
  customerForbidden: {
    what: "Bu kartı göremezsiniz",
    why: "“Siparişleri yönet” izni gerekir.",
    next: "Mağaza yöneticisinden bu izni grubunuza eklemesini isteyin.",
  },

  queue: "Sıranız",
  mine: { other: "{n} talep sizde" },
  breached: { other: "{n} talebin süresi doldu" },
  amber: { other: "{n} talebin süresi dolmak üzere" },
  chats: { other: "{n} sohbet bekliyor" },
  approvals: { other: "{n} işlem onayınızı bekliyor" },
  stuck: { other: "{n} sepetin ödemesi alındı, siparişi yok" },
  nothingWaits: "Sizi bekleyen bir şey yok.",

  productTickets: { other: "Bu ürünle ilgili {n} açık talep" },
  toTickets: "Gelen kutusuna git",
};
