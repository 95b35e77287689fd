"""What a preview shows: a mail of each kind about things that nobody bought."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from ..money import Money
from ..stores.configuration import Configuration
from ..stores.models import Store
from . import catalogue
from .letter import Coupon, Letter, Line, Sum, Way
from .rendering import day, near_day, phrase
from .senders import brand
from .sentences import Values

DELIVERED = datetime(2026, 11, 20, 12, tzinfo=UTC)
THINGS = {
    "en": (("Wool blanket, hand-woven", "Blue", 2, "2469.00"), ("Ceramic mug", "", 1, "249.00")),
    "tr": (("Yün battaniye, el dokuması", "Mavi", 2, "2469.00"), ("Seramik kupa", "", 1, "249.00")),
}
AHEAD = {"today": 0, "first": 4, "last": 6}
QUESTION = {"en": "The blanket arrived with a stain", "tr": "Battaniye lekeli geldi"}
REVIEW_QUESTION = {
    "en": "You write that the colour differs. Could you tell us which one you expected?",
    "tr": "Rengin farklı olduğunu yazmışsınız. Hangi rengi beklediğinizi söyler misiniz?",
}
ANSWER = {
    "en": "Hello,\n\nwe sent you a new one today. You need not send the other one back.",
    "tr": "Merhaba,\n\nyenisini bugün kargoya verdik. Eskisini geri göndermenize gerek yok.",
}
ASKED = {"en": "Can it be washed at 40 degrees?", "tr": "40 derecede yıkanabilir mi?"}
TOLD = {
    "en": "Yes, in the programme for wool. Dry it lying flat.",
    "tr": "Evet, yünlü programında. Düz bir yere sererek kurutun.",
}


def sample(kind: str, language: str, *, store: Store, settings: Configuration) -> Letter:
    """Return a letter that looks like a real one of its kind, in the colours of the channel."""
    plain = Letter(kind, language, brand(store, settings))
    if kind == "sender_test":
        return plain
    letter = replace(plain, link=settings.storefront_url or "https://example.com/")
    if kind == "ticket_received":
        return replace(letter, values={"number": "1042"})
    if kind == "ticket_reply":
        return replace(letter, values={"number": "1042", "subject": QUESTION[language]}, quote=ANSWER[language])
    if kind == "order_code":
        lasts = phrase(catalogue.phrases("order_page", language)["code_lasts"], {"minutes": 15}, language)
        return replace(plain, values={"number": "41", "minutes": 15}, coupon=Coupon("402917", lasts))
    if kind == "conversation_waiting":
        waits = {"number": "1042", "subject": QUESTION[language], "customer": "Ada", "order": "41"}
        return replace(plain, values=waits | {"minutes": 30, "answerable": 1}, quote=QUESTION[language])
    if kind == "order_act":
        given = {"en": "Refund, ₺250.00", "tr": "Para iadesi, ₺250,00"}[language]
        waiting: Values = {"waits": 1, "who": "ada@example.com", "act": given, "order": "41"}
        return replace(letter, values=waiting, quote=QUESTION[language])
    if kind == "order_summary":
        parts = catalogue.phrases("cart_parts", language)
        sums = (Sum(parts["delivery"], _price("49.90", language)),)
        return replace(
            letter, values={"number": "41"}, lines=_lines(language), sums=sums, total=_price("2767.90", language)
        )
    if kind == "transcript":
        return replace(plain, values={"number": "1042"}, quote=ANSWER[language])
    if kind == "question_answered":
        about: Values = {"product": THINGS[language][0][0], "question": ASKED[language]}
        return replace(letter, values=about, quote=TOLD[language])
    letter = replace(letter, unsubscribe=letter.link, preferences=letter.link)
    if kind == "survey":
        scores = tuple(Way(str(score), letter.link) for score in range(1, 6))
        about = {"number": "1042", "subject": QUESTION[language], "best": 5}
        return replace(letter, link="", values=about, answers=scores)
    if kind == "review_author_asked":
        product = THINGS[language][0][0]
        asked = REVIEW_QUESTION[language]
        return replace(letter, values={"product": product, "number": "41"}, quote=asked)
    if kind == "delivery_late":
        promised = day(DELIVERED, language, settings.zone)
        return replace(letter, values={"number": "41", "promised": promised, "late": True})
    if kind == "cart_reminder":
        return _reminder(letter, settings)
    return _request(letter, settings)


def _request(letter: Letter, settings: Configuration) -> Letter:
    language, said = letter.language, catalogue.phrases("review_mail", letter.language)
    stars = tuple(Way(phrase(said["of_five"], {"stars": number}, language), letter.link) for number in range(1, 6))
    delivered_on = day(DELIVERED, language, settings.zone)
    return replace(
        letter,
        values={"number": "41", "delivered_on": delivered_on, "days": 60, "again": 0},
        lines=tuple(Line(line.name, line.variant, stars=stars) for line in _lines(language)),
        answers=tuple(Way(said[fork], letter.link) for fork in ("FINE", "PROBLEM")),
    )


def _reminder(letter: Letter, settings: Configuration) -> Letter:
    """Return the fullest one there is: a late step, with a code, and a cart that changed."""
    language, parts = letter.language, catalogue.phrases("cart_parts", letter.language)
    ends_on = day(DELIVERED + timedelta(days=7), language, settings.zone)
    worth: Values = {"percent": "10", "code": "BACK-7K2MQX", "ends_on": ends_on}
    first, *others = _lines(language)
    was = phrase(parts["was"], {"price": _price("2249", language)}, language)
    days = {name: near_day(DELIVERED.date() + timedelta(days=ahead), language) for name, ahead in AHEAD.items()}
    because = phrase(catalogue.phrases("cart_because", language)["PRICE_SHOCK"], {"thing": first.name}, language)
    return replace(
        letter,
        values={"because": because, "again": 2, "priced_on": day(DELIVERED, language, settings.zone), **worth},
        lines=(replace(first, was=was), *others),
        sums=(Sum(parts["delivery"], _price("49.90", language)),),
        total=_price("2767.90", language),
        promise=phrase(parts["promise"], days, language),
        coupon=Coupon("BACK-7K2MQX", phrase(parts["voucher"], worth, language)),
        answers=tuple(Way(said, letter.link) for said in catalogue.phrases("leaving_reasons", language).values()),
        help=(Way(catalogue.phrases("ways", language)["form"], letter.link),),
    )


def _lines(language: str) -> tuple[Line, ...]:
    things = THINGS[language]
    return tuple(Line(name, variant, count, _price(price, language)) for name, variant, count, price in things)


def _price(amount: str, language: str) -> str:
    return Money(Decimal(amount), "TRY").said(language)
