"""Why people write, as a merchant tells one matter from another: whose each is, how urgent, and how soon it is done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from . import objects
from .departments import department_name
from .objects import ObjectWrong
from .values import Fault, Wrong, between, one_line

MOST_REASONS, MOST_WORDS = 40, 80
# Of minutes in which somebody is there; a month has about 12,000 of them where people work from nine to six.
MOST_MINUTES = 20_000
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
LANGUAGES = ("en", "tr")
Priority = Literal["LOW", "NORMAL", "HIGH", "URGENT"]
PRIORITIES: tuple[Priority, ...] = get_args(Priority)


@dataclass(frozen=True, slots=True)
class TicketReason:
    """`department` is whose it is, empty where nobody says. 0 minutes: as for a ticket without a reason."""

    name: str
    title: Mapping[str, str]
    department: str = ""
    priority: Priority = "NORMAL"
    first_reply_minutes: int = 0
    resolve_minutes: int = 0

    def said(self, language: str) -> str:
        return self.title.get(language) or next(iter(self.title.values()))


def as_json(reason: TicketReason) -> dict[str, Any]:
    return {
        "name": reason.name,
        "title": dict(reason.title),
        "department": reason.department,
        "priority": reason.priority,
        "first_reply_minutes": reason.first_reply_minutes,
        "resolve_minutes": reason.resolve_minutes,
    }


def ticket_reasons(value: Any) -> tuple[TicketReason, ...]:
    found: tuple[TicketReason, ...] = _REASONS(value)
    names = [one.name for one in found]
    twice = [
        Fault(f"{index}.name", "INVALID", "There is another reason of this name.")
        for index, name in enumerate(names)
        if name in names[:index]
    ]
    if twice:
        raise ObjectWrong(twice)
    return found


def _name(value: Any) -> str:
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise Wrong("A name is up to 40 of a-z, 0-9, hyphen and underscore.")
    return value


def _title(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        raise Wrong("A title is an object of `en` and `tr`.")
    said = {language: _words(words) for language, words in value.items() if words}
    if not said:
        raise Wrong("A title is needed in one language at least.")
    return said


def _words(value: Any) -> str:
    text = one_line(value)
    if not text or len(text) > MOST_WORDS:
        raise Wrong(f"This is 1 to {MOST_WORDS} characters.")
    return text


def _priority(value: Any) -> str:
    if value not in PRIORITIES:
        raise Wrong(f"A priority is one of {', '.join(PRIORITIES)}.")
    return str(value)


_REASONS = objects.rows(
    {
        "name": _name,
        "title": _title,
        "department": department_name,
        "priority": _priority,
        "first_reply_minutes": between(0, MOST_MINUTES),
        "resolve_minutes": between(0, MOST_MINUTES),
    },
    objects.required(TicketReason, "name", "title"),
    most=MOST_REASONS,
)


def _usual(name: str, en: str, tr: str, priority: Priority = "NORMAL", first_reply: int = 0) -> TicketReason:
    return TicketReason(name, {"en": en, "tr": tr}, priority=priority, first_reply_minutes=first_reply)


# What most shops are asked; a merchant adds to it, and takes away.
STARTERS: tuple[TicketReason, ...] = (
    _usual("where-is-it", "Where is my order?", "Siparişim nerede?"),
    _usual("damaged", "Damaged or broken", "Hasarlı veya kırık", "HIGH", 240),
    _usual("wrong-item", "The wrong item came", "Yanlış ürün geldi", "HIGH", 240),
    _usual("missing-item", "Something is missing", "Eksik ürün", "HIGH", 240),
    _usual("return", "Return or exchange", "İade veya değişim"),
    _usual("refund", "Refund", "Para iadesi"),
    # Until the parcel has left, an hour matters.
    _usual("change-order", "Change or cancel the order", "Siparişi değiştirme veya iptal", "HIGH", 120),
    _usual("payment", "Payment or invoice", "Ödeme veya fatura"),
    _usual("product", "About a product", "Ürün hakkında"),
    _usual("other", "Something else", "Başka bir konu"),
)
