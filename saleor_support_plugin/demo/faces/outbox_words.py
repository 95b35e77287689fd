"""The words of the outbox."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Outbox",
        "lead": "Every mail that the app wrote, the newest first. They stay in a folder on this machine.",
        "mails_word": "Mails",
        "language_word": "Language",
        "empty_title": "No mails yet",
        "empty_text": "Make something happen with the menu above: abandon a cart and wait a moment, or deliver a "
        "parcel and let a day pass.",
        "missing": "No such mail",
        "missing_text": "Perhaps the folder was emptied.",
        "back_word": "All mails",
        "from_word": "From",
        "to_word": "To",
        "date_word": "Date",
        "as_shown": "The mail as the shopper sees it",
        "as_text": "Text part",
        "headers_word": "All headers",
        "skip_word": "Skip to content",
    },
    "tr": {
        "title": "Giden kutusu",
        "lead": "Uygulamanın yazdığı tüm e-postalar, en yenisi önce. Bu makinedeki bir klasörde kalırlar.",
        "mails_word": "E-postalar",
        "language_word": "Dil",
        "empty_title": "Henüz e-posta yok",
        "empty_text": "Yukarıdaki menüyle bir şeyler olsun: bir sepeti terk edip biraz bekleyin ya da bir kargoyu "
        "teslim edip bir gün geçirin.",
        "missing": "Böyle bir e-posta yok",
        "missing_text": "Klasör boşaltılmış olabilir.",
        "back_word": "Tüm e-postalar",
        "from_word": "Kimden",
        "to_word": "Kime",
        "date_word": "Tarih",
        "as_shown": "Müşterinin gördüğü e-posta",
        "as_text": "Metin bölümü",
        "headers_word": "Tüm başlıklar",
        "skip_word": "İçeriğe geç",
    },
}
