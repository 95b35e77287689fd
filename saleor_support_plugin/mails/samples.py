"""What a preview shows: a mail of each kind about things that nobody bought."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from ..money import Money
from ..stores.configuration import Configuration
from ..stores.models import Store
from .rendering import Letter, Line, day
from .senders import brand
from .sentences import Values

DELIVERED = datetime(2026, 11, 20, 12, tzinfo=UTC)
THINGS = {
    "en": (("Wool blanket, hand-woven", "Blue", 2, "2469.00"), ("Ceramic mug", "", 1, "249.00")),
    "tr": (("Yün battaniye, el dokuması", "Mavi", 2, "2469.00"), ("Seramik kupa", "", 1, "249.00")),
}
QUESTION = {"en": "The blanket arrived with a stain", "tr": "Battaniye lekeli geldi"}
ANSWER = {
    "en": "Hello,\n\nwe sent you a new one today. You need not send the other one back.",
    "tr": "Merhaba,\n\nyenisini bugün kargoya verdik. Eskisini geri göndermenize gerek yok.",
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
    letter = replace(letter, unsubscribe=letter.link, preferences=letter.link)
    if kind == "delivery_late":
        promised = day(DELIVERED, language, settings.zone)
        return replace(letter, values={"number": "41", "promised": promised, "late": True})
    if kind == "cart_reminder":
        return replace(letter, lines=_lines(language), total=_price("2718", language))
    values: Values = {"number": "41", "delivered_on": day(DELIVERED, language, settings.zone), "days": 60}
    return replace(letter, values=values, lines=tuple(Line(line.name, line.variant) for line in _lines(language)))


def _lines(language: str) -> tuple[Line, ...]:
    things = THINGS[language]
    return tuple(Line(name, variant, count, _price(price, language)) for name, variant, count, price in things)


def _price(amount: str, language: str) -> str:
    return Money(Decimal(amount), "TRY").said(language)
