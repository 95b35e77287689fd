"""What a question or an answer may be, how often one may be sent, and what everybody reads of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..conversations.rules import Limit, TextWrong, line, text
from ..people.addresses import is_email

MOST_QUESTION, MOST_ANSWER, MOST_NAME, MOST_ID = 1_000, 2_000, 80, 128
# Five an hour are more than a person asks of a shop; who received something may answer more than that about it.
ASKS = Limit(5, timedelta(hours=1))
ANSWERS = Limit(20, timedelta(hours=1))
# A page shows so many questions, and of each so many answers, the shop's first: some ten kilobytes.
SHOWN, SHOWN_ANSWERS = 10, 5


@dataclass(frozen=True, slots=True)
class Fault:
    field: str
    code: str
    message: str


class Wrong(Exception):
    """It cannot be taken as it is; `faults` name every field that is wrong."""

    code = "WRONG"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody sent it; without `email` they look for the answer themselves."""

    product_id: str
    text: str
    author: str
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Answered:
    text: str
    author: str


def read_question(given: Mapping[str, Any]) -> Asked:
    """Return what somebody asked. Raises Wrong, naming every fault at once."""
    faults: list[Fault] = []
    asked = Asked(
        product_id=_read(faults, given, "product", lambda value: line(value, most=MOST_ID)),
        text=_read(faults, given, "text", lambda value: text(value, most=MOST_QUESTION)),
        author=_read(faults, given, "author", _name),
        email=_read(faults, given, "email", _email),
        language=language(given.get("locale")),
    )
    if faults:
        raise Wrong(faults)
    return asked


def read_answer(given: Mapping[str, Any]) -> Answered:
    """Return what a buyer answers. Raises Wrong, naming every fault at once."""
    faults: list[Fault] = []
    said = _read(faults, given, "text", lambda value: text(value, most=MOST_ANSWER))
    author = _read(faults, given, "author", _name)
    if faults:
        raise Wrong(faults)
    return Answered(said, author)


def _read(faults: list[Fault], given: Mapping[str, Any], name: str, take: Callable[[Any], str]) -> str:
    try:
        return take(given.get(name))
    except TextWrong as wrong:
        faults.append(Fault(name, wrong.code, str(wrong)))
        return ""


def _name(given: object) -> str:
    return line(given, most=MOST_NAME) if given else ""


def _email(given: object) -> str:
    if not given:
        return ""
    address = line(given, most=254)
    if not is_email(address):
        raise TextWrong("INVALID", "This is not an e-mail address.")
    return address


def language(locale: object) -> str:
    """Return the language we can answer in for a locale such as `tr-TR` or `TR`."""
    return "tr" if isinstance(locale, str) and locale[:2].lower() == "tr" else "en"


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """`author` is the shop's name where `is_buyer` is false."""

    text: str
    author: str
    is_buyer: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A published question as everybody reads it; `answers` are the first of those there are."""

    id: int
    text: str
    author: str
    language: str
    created_at: datetime
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True, slots=True)
class ProductQuestions:
    """What was asked about a product: how many questions are published, and a page of them, the newest first."""

    count: int
    page: tuple[ShownQuestion, ...]
    has_more: bool
