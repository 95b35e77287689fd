"""A routing rule's conditions and effects as JSON: read with every fault named and its size bounded."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..money import Money
from ..stores.departments import department_name
from ..stores.objects import ObjectWrong, Reader, read, required
from ..stores.reasons import PRIORITIES
from ..stores.values import Fault, Wrong, list_of, mail, one_line, switch
from . import rules
from .folding import words
from .routing import Conditions, Effects

MOST_IDS, MOST_WORDS = 100, 50
AMOUNT = re.compile(r"\d{1,9}(\.\d{1,3})?")
CURRENCY = re.compile(r"[A-Z]{3}")
KINDS = ("MESSAGE", "CALLBACK", "CHAT")


def conditions(data: Any) -> Conditions:
    """Raises ObjectWrong, or Wrong where this is no object."""
    return read(data, CONDITIONS, Conditions)


def effects(data: Any) -> Effects:
    """Raises ObjectWrong, or Wrong where this is no object."""
    return read(data, EFFECTS, _effects)


def _effects(**values: Any) -> Effects:
    if not any(values.values()):
        raise ObjectWrong([Fault("", "REQUIRED", "A rule settles something.")])
    if values.get("assignee") and values.get("fair"):
        raise ObjectWrong([Fault("fair", "INVALID", "Either somebody is named, or whoever has the least to do.")])
    return Effects(**{name: value or None for name, value in values.items()} | {"tags": values.get("tags") or ()})


def _some(reader: Reader, most: int = MOST_IDS) -> Reader:
    def read_some(value: Any) -> tuple[str, ...]:
        found: tuple[str, ...] = tuple(dict.fromkeys(list_of(reader, most)(value)))
        if not found:
            raise Wrong("Choose at least one.")
        return found

    return read_some


def _text(value: Any) -> str:
    text = one_line(value)
    if not text:
        raise Wrong("This is needed.")
    return text


def _word(value: Any) -> str:
    text = _text(value)
    if not words(text):
        raise Wrong("This is a word, or some.")
    return text


def _among(choices: tuple[str, ...]) -> Reader:
    def read_choice(value: Any) -> str:
        if value not in choices:
            raise Wrong(f"This is one of {', '.join(choices)}.")
        return str(value)

    return read_choice


def _amount(value: Any) -> Decimal:
    if not isinstance(value, str) or not AMOUNT.fullmatch(value):
        raise Wrong("This is an amount such as 250.00.")
    return Decimal(value)


def _currency(value: Any) -> str:
    if not isinstance(value, str) or not CURRENCY.fullmatch(value):
        raise Wrong("This is a currency's code of three letters, such as TRY.")
    return value


def _tag(value: Any) -> str:
    text = _text(value)
    if len(text) > rules.MOST_TAG:
        raise Wrong(f"A tag has at most {rules.MOST_TAG} characters.")
    return text


CONDITIONS: Mapping[str, Reader] = {
    "late": switch,
    "first_order": switch,
    "value_at_least": lambda value: read(
        value, {"amount": _amount, "currency": _currency}, required(Money, "amount", "currency")
    ),
    "products": _some(_text),
    "categories": _some(_text),
    "channels": _some(_text),
    "languages": _some(_among(("en", "tr"))),
    "reasons": _some(_text),
    "kinds": _some(_among(KINDS)),
    "words": _some(_word, MOST_WORDS),
}
EFFECTS: Mapping[str, Reader] = {
    "reason": one_line,
    "priority": _among(PRIORITIES),
    "tags": list_of(_tag, rules.MOST_TAGS),
    "department": department_name,
    "assignee": mail,
    "fair": switch,
}
