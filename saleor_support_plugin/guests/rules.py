"""What somebody must say to see an order without an account, how often, and for how long an order is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..conversations.rules import Limit, TextWrong, line
from ..people.addresses import is_email
from ..tickets.rules import Fault, FormWrong

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=15)
MOST_TRIES = 5
# Five codes of five tries an hour are 25 guesses of a million.
CODES = Limit(5, timedelta(hours=1))
CODES_FROM_NETWORK = Limit(20, timedelta(hours=1))
TRIES_FROM_NETWORK = Limit(60, timedelta(hours=1))
# Where nobody said that a parcel arrived, it is taken to have, so long after the order.
ARRIVES_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """The order that somebody says is theirs."""

    number: str
    email: str


def asked(given: Mapping[str, Any]) -> Asked:
    """Return what was typed, whether or not there is such an order. Raises FormWrong, naming every fault at once."""
    faults: list[Fault] = []
    number = _read("number", given, faults).lstrip("#").strip()
    email = _read("email", given, faults)
    if not faults and not number:
        faults.append(Fault("number", "REQUIRED", "Text is needed here."))
    if email and not is_email(email):
        faults.append(Fault("email", "INVALID", "This is not an e-mail address."))
    if faults:
        raise FormWrong(faults)
    return Asked(number, email)


def code(given: object) -> str:
    """Return the digits of a code as somebody typed it; nothing where it cannot be one."""
    digits = "".join(given.split()) if isinstance(given, str) and len(given) <= 40 else ""
    return digits if len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit() else ""


def may_try(*, tries: int, asked_at: datetime, now: datetime) -> bool:
    return tries < MOST_TRIES and now < asked_at + CODE_LASTS


def is_shown(*, days: int, ordered_at: datetime, delivered_at: datetime | None, now: datetime) -> bool:
    """Say whether an order's page is still open, and help with it asked for there: so many days from its arrival."""
    return now < (delivered_at or ordered_at + ARRIVES_WITHIN) + timedelta(days=days)


def _read(name: str, given: Mapping[str, Any], faults: list[Fault]) -> str:
    try:
        return line(given.get(name), most=64 if name == "number" else 254)
    except TextWrong as wrong:
        faults.append(Fault(name, wrong.code, str(wrong)))
        return ""
