"""What staff read of acts, in English and Turkish: what will happen, and why something cannot be done or was not."""

from collections.abc import Mapping

from ..money import Money
from .rules import Kind, Problem

LANGUAGES = ("en", "tr")

KINDS: Mapping[str, Mapping[Kind, str]] = {
    "en": {
        Kind.REFUND: "Refund",
        Kind.CANCEL: "Cancel the order",
        Kind.SUMMARY_AGAIN: "Order summary again",
        Kind.GIFT_CARD: "Gift card",
        Kind.VOUCHER: "Voucher",
        Kind.TRACKING: "Tracking number",
        Kind.ADDRESS: "Delivery address",
        Kind.REPLACEMENT: "Replacement",
        Kind.RETURN: "Return",
        Kind.GIFT_CARD_RESEND: "Gift card again",
        Kind.INVOICE: "Invoice",
    },
    "tr": {
        Kind.REFUND: "Para iadesi",
        Kind.CANCEL: "Sipariş iptali",
        Kind.SUMMARY_AGAIN: "Sipariş özeti yeniden",
        Kind.GIFT_CARD: "Hediye kartı",
        Kind.VOUCHER: "İndirim kodu",
        Kind.TRACKING: "Kargo numarası",
        Kind.ADDRESS: "Teslimat adresi",
        Kind.REPLACEMENT: "Yeniden gönderim",
        Kind.RETURN: "Ürün iadesi",
        Kind.GIFT_CARD_RESEND: "Hediye kartı yeniden",
        Kind.INVOICE: "Fatura",
    },
}

EFFECTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "NO_MAIL": "Saleor mails the customer nothing.",
        "REFUND_GRANTED": "Saleor notes a granted refund on the order.",
        "REFUND_REQUESTED": "The app that holds the payment is asked to pay it back; it decides when the money moves.",
        "REFUND_REQUESTED_OF": "The app that holds the payment “{payment}” is asked to pay it back; it decides when "
        "the money moves.",
        "REFUND_OLD_PAYMENT": "This payment is of Saleor's old kind: its plugin is asked to pay it back at once.",
        "REFUND_MAIL": "Where the shop has Saleor mail about refunds, the customer gets that mail.",
        "CANCEL": "The order is cancelled, and its pieces are for sale again.",
        "CANCEL_KEEPS_MONEY": "The money stays where it is: refund it as well.",
        "CANCEL_MAIL": "Where the shop has Saleor mail about cancelled orders, the customer gets that mail.",
        "SUMMARY_MAIL": "We mail the customer their order's lines and total, with the way to its page.",
        "GIFT_CARD": "Saleor makes a gift card of this amount.",
        "GIFT_CARD_BOUND": "From Saleor 3.23 on, only this customer's account can spend it.",
        "GIFT_CARD_OPEN": "The order was placed without an account, so whoever has the code can spend it.",
        "GIFT_CARD_MAIL": "Saleor mails the code to the order's address.",
        "GIFT_CARD_RESEND_MAIL": "Saleor mails the card's code again to whom it was sent before.",
        "VOUCHER": "Saleor makes a code that takes this amount off one order, for {days} days.",
        "VOUCHER_TELL": "You get the code here: put it into your answer.",
        "TRACKING": "The parcel gets the number {number}.",
        "TRACKING_MAIL": "Saleor mails the customer that the parcel's number changed.",
        "ADDRESS": "The order is delivered to this address.",
        "ADDRESS_PRICE": "What delivery costs stays as it was paid.",
        "REPLACEMENT": "Saleor makes a draft order of these pieces that costs nothing, to the same address.",
        "REPLACEMENT_FINISH": "Somebody chooses the delivery and finishes the draft in Dashboard.",
        "RETURN": "The pieces are noted as returned.",
        "RETURN_KEEPS_MONEY": "The money stays where it is: refund it as well.",
        "INVOICE_REQUEST": "Saleor asks the app that makes invoices for one.",
        "INVOICE_MAIL": "Saleor mails the newest invoice to the order's address.",
    },
    "tr": {
        "NO_MAIL": "Saleor müşteriye e-posta göndermez.",
        "REFUND_GRANTED": "Saleor siparişe onaylanmış bir iade yazar.",
        "REFUND_REQUESTED": "Ödemeyi tutan uygulamadan parayı iade etmesi istenir; paranın ne zaman geçeceğine o karar "
        "verir.",
        "REFUND_REQUESTED_OF": "“{payment}” ödemesini tutan uygulamadan parayı iade etmesi istenir; paranın ne zaman "
        "geçeceğine o karar verir.",
        "REFUND_OLD_PAYMENT": "Bu ödeme Saleor'un eski türündendir: eklentisinden parayı hemen iade etmesi istenir.",
        "REFUND_MAIL": "Mağaza iadeleri Saleor'a bildirtiyorsa müşteri o e-postayı alır.",
        "CANCEL": "Sipariş iptal edilir, ürünleri yeniden satışa çıkar.",
        "CANCEL_KEEPS_MONEY": "Para olduğu yerde kalır: onu ayrıca iade edin.",
        "CANCEL_MAIL": "Mağaza iptalleri Saleor'a bildirtiyorsa müşteri o e-postayı alır.",
        "SUMMARY_MAIL": "Müşteriye siparişin satırlarını ve toplamını, sayfasının bağlantısıyla biz göndeririz.",
        "GIFT_CARD": "Saleor bu tutarda bir hediye kartı oluşturur.",
        "GIFT_CARD_BOUND": "Saleor 3.23'ten itibaren kartı yalnızca bu müşterinin hesabı harcayabilir.",
        "GIFT_CARD_OPEN": "Sipariş hesapsız verildiğinden kodu bilen herkes kartı harcayabilir.",
        "GIFT_CARD_MAIL": "Saleor kodu siparişin adresine gönderir.",
        "GIFT_CARD_RESEND_MAIL": "Saleor kartın kodunu daha önce gönderildiği adrese yeniden gönderir.",
        "VOUCHER": "Saleor tek bir siparişten bu tutarı düşen, {days} gün geçerli bir kod oluşturur.",
        "VOUCHER_TELL": "Kod burada görünür: onu yanıtınıza ekleyin.",
        "TRACKING": "Kargonun numarası {number} olur.",
        "TRACKING_MAIL": "Saleor müşteriye kargo numarasının değiştiğini bildirir.",
        "ADDRESS": "Sipariş bu adrese teslim edilir.",
        "ADDRESS_PRICE": "Kargo ücreti ödendiği gibi kalır.",
        "REPLACEMENT": "Saleor bu ürünlerden, aynı adrese, ücretsiz bir taslak sipariş oluşturur.",
        "REPLACEMENT_FINISH": "Teslimatı biri Dashboard'da seçer ve taslağı tamamlar.",
        "RETURN": "Ürünler iade alınmış olarak yazılır.",
        "RETURN_KEEPS_MONEY": "Para olduğu yerde kalır: onu ayrıca iade edin.",
        "INVOICE_REQUEST": "Saleor fatura kesen uygulamadan bir fatura ister.",
        "INVOICE_MAIL": "Saleor en yeni faturayı siparişin adresine gönderir.",
    },
}

PROBLEMS: Mapping[str, Mapping[Problem, str]] = {
    "en": {
        Problem.INVALID: "This value cannot be used.",
        Problem.REQUIRED: "This is needed.",
        Problem.NOT_FOUND: "There is no such thing on this order.",
        Problem.PERMISSION_MISSING: "You may not do this in Saleor: you lack {words}.",
        Problem.APP_PERMISSION_MISSING: "The app may not do this in Saleor. Whoever manages apps can grant it on the "
        "page Permissions.",
        Problem.NOTHING_CHARGED: "Nothing that was charged is left to pay back.",
        Problem.CHOOSE_TRANSACTION: "The order was paid in several payments: say which one to pay back.",
        Problem.OLD_PAYMENT: "The order was paid by a payment of Saleor's old kind. Say that it is to be refunded that "
        "way.",
        Problem.MORE_THAN_CHARGED: "This is more than was charged, with what was given before.",
        Problem.NO_EMAIL: "The order has no e-mail address.",
        Problem.CANNOT_CANCEL: "Saleor no longer cancels this order: part of it was sent, or it is over.",
        Problem.ALREADY_SENT: "Part of the order was sent, or it is over: its address stays.",
        Problem.TOO_MANY_PIECES: "There are not so many pieces of it.",
        Problem.NO_INVOICE: "The order has no invoice that is ready.",
        Problem.NO_PAYMENT_APP: "The refund is granted, but no app takes Saleor's request to pay it. Pay it back where "
        "the payment was made, or connect the payment app and try again.",
        Problem.PAYMENT_APP_REFUSED: "The payment app said no. The refund stays granted in Saleor; look there for why.",
        Problem.NO_INVOICE_APP: "No app of the shop makes invoices.",
        Problem.NOT_RECEIVED: "Saleor did not get it: nothing was done. Try again.",
        Problem.SALEOR_REFUSED: "Saleor said no: {words}",
        Problem.SALEOR_UNREACHABLE: "The store does not answer. Try again.",
        Problem.OWN_REQUEST: "Somebody else has to decide about your own request.",
        Problem.NO_ROOM: "This is more than you may give yourself.",
        Problem.WRONG_STATE: "That was decided already.",
        Problem.ANOTHER_ACT: "This key was used for another act.",
    },
    "tr": {
        Problem.INVALID: "Bu değer kullanılamaz.",
        Problem.REQUIRED: "Bu gerekli.",
        Problem.NOT_FOUND: "Bu siparişte böyle bir şey yok.",
        Problem.PERMISSION_MISSING: "Saleor'da buna yetkiniz yok; eksik olan: {words}.",
        Problem.APP_PERMISSION_MISSING: "Uygulamanın Saleor'da buna yetkisi yok. Uygulamaları yöneten kişi yetkiyi "
        "İzinler sayfasında verebilir.",
        Problem.NOTHING_CHARGED: "Tahsil edilenden iade edilecek bir şey kalmadı.",
        Problem.CHOOSE_TRANSACTION: "Sipariş birden çok ödemeyle ödendi: hangisinin iade edileceğini söyleyin.",
        Problem.OLD_PAYMENT: "Sipariş Saleor'un eski türünden bir ödemeyle ödendi. Öyle iade edileceğini belirtin.",
        Problem.MORE_THAN_CHARGED: "Bu, daha önce verilenlerle birlikte tahsil edilenden fazla.",
        Problem.NO_EMAIL: "Siparişin e-posta adresi yok.",
        Problem.CANNOT_CANCEL: "Saleor bu siparişi artık iptal etmez: bir bölümü gönderildi ya da sipariş bitti.",
        Problem.ALREADY_SENT: "Siparişin bir bölümü gönderildi ya da sipariş bitti: adresi değişmez.",
        Problem.TOO_MANY_PIECES: "O kadar adet yok.",
        Problem.NO_INVOICE: "Siparişin hazır bir faturası yok.",
        Problem.NO_PAYMENT_APP: "İade onaylandı, ama Saleor'un ödeme isteğini alan bir uygulama yok. Parayı ödemenin "
        "yapıldığı yerden iade edin ya da ödeme uygulamasını bağlayıp yeniden deneyin.",
        Problem.PAYMENT_APP_REFUSED: "Ödeme uygulaması kabul etmedi. İade Saleor'da onaylı; nedenine orada bakın.",
        Problem.NO_INVOICE_APP: "Mağazada fatura kesen bir uygulama yok.",
        Problem.NOT_RECEIVED: "Saleor'a ulaşmadı: hiçbir şey yapılmadı. Yeniden deneyin.",
        Problem.SALEOR_REFUSED: "Saleor kabul etmedi: {words}",
        Problem.SALEOR_UNREACHABLE: "Mağaza yanıt vermiyor. Yeniden deneyin.",
        Problem.OWN_REQUEST: "Kendi isteğinize bir başkası karar verir.",
        Problem.NO_ROOM: "Bu, kendi başınıza verebileceğinizden fazla.",
        Problem.WRONG_STATE: "Buna zaten karar verildi.",
        Problem.ANOTHER_ACT: "Bu anahtar başka bir işlemde kullanıldı.",
    },
}


def effect(code: str, language: str, values: Mapping[str, str]) -> str:
    return EFFECTS[_known(language)][code].format_map(values)


def act(kind: Kind, money: Money | None, language: str) -> str:
    """Return what an act is and gives: `Refund, ₺20.00`."""
    known = _known(language)
    return f"{KINDS[known][kind]}, {money.said(known)}" if money else KINDS[known][kind]


def problem(code: Problem, language: str, words: str = "") -> str:
    return PROBLEMS[_known(language)][code].format_map({"words": words or "–"})


def _known(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]
