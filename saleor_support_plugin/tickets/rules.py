"""What a form must hold to become a ticket, and how often one may be sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from ..conversations.rules import MOST_RATING_TEXT, Limit, TextWrong, line, stars, text
from ..people.addresses import AddressWrong, is_email, normal_phone
from ..stores.rules import STAGES

MOST_SUBJECT = 200
MOST_TAG = 40
MOST_TAGS = 20
MOST_MACRO_NAME = 80
MOST_REASON = 40
MOST_VIEW_NAME = 80
MOST_RULE_NAME = 80
# Of a subject that nobody typed: what of the message's first line fits a list and a mail's subject.
MOST_FIRST_LINE = 80
# The subject of what begins with words that are shown only once somebody asks for them.
UNSAID = "…"
# Five matters an hour are more than a person has, and so is one message a minute; the limits are for machines.
FORMS = Limit(5, timedelta(hours=1))
ANSWERS = Limit(60, timedelta(hours=1))
LEAST_KEY = 16
# What is opened again so soon had been closed by mistake.
TAKEN_BACK_WITHIN = timedelta(minutes=1)
# A person never sees this field. What fills in every field it finds fills it too.
HONEYPOT = "website"


@dataclass(frozen=True, slots=True)
class Fault:
    field: str
    code: str
    message: str


class FormWrong(Exception):
    """The form cannot be taken as it is; `faults` name every field that is wrong."""

    code = "FORM_WRONG"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class NamedOrder:
    """The order that a shopper says it is about: its number, and the e-mail it was placed with."""

    number: str
    email: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the page was about from which a shopper wrote: the stage of buying, a name, Saleor's id or a number."""

    stage: str
    name: str
    id: str

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.stage, self.name, self.id)))


@dataclass(frozen=True, slots=True)
class Form:
    email: str
    name: str
    subject: str
    text: str
    language: str
    order: NamedOrder | None
    key: str = ""
    context: Context | None = None
    # The name of one of the configuration's reasons, and lines of the order with how many pieces of each.
    reason: str = ""
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def digest(self) -> bytes | None:
        """Return what tells this very form, sent once more, from any other; None where the page named no key.

        Not the key alone: a page that makes poor keys must not open one shopper's conversation to another.
        """
        return sha256(f"{self.key}\0{self.email}\0{self.text}".encode()).digest() if self.key else None


@dataclass(frozen=True, slots=True)
class Callback:
    """What somebody who wants to be called says: where, and at the beginning of which half hour."""

    phone: str
    call_at: datetime
    email: str
    name: str
    text: str
    language: str
    key: str = ""
    context: Context | None = None

    @property
    def digest(self) -> bytes | None:
        """Return what tells this very request, sent once more, from any other, as a form's."""
        return sha256(f"{self.key}\0{self.phone}\0call".encode()).digest() if self.key else None


def tagged(before: Sequence[str], added: Sequence[str], removed: Sequence[str]) -> list[str]:
    """Return a ticket's tags after a change, in order. Raises TextWrong for one that is too long, or too many."""
    tags = sorted({*before, *map(tag, added)} - {tag(one) for one in removed})
    if len(tags) > MOST_TAGS:
        raise TextWrong("TOO_MANY", f"At most {MOST_TAGS} tags fit a ticket.")
    return tags


def tag(given: object) -> str:
    return line(given, most=MOST_TAG)


def was_done(closed_at: datetime | None, now: datetime) -> bool:
    """Say whether something was closed for longer than it takes to take that back."""
    return closed_at is not None and now - closed_at > TAKEN_BACK_WITHIN


def is_trap(given: Mapping[str, Any]) -> bool:
    return bool(given.get(HONEYPOT))


class _Reading:
    """The fields of one form, and everything that is wrong with them."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self.faults: list[Fault] = []

    def needed(self, name: str, take: Callable[[Any], Any]) -> Any:
        try:
            return take(self.given.get(name))
        except TextWrong as wrong:
            self.faults.append(Fault(name, wrong.code, str(wrong)))
            return None

    def perhaps(self, name: str, take: Callable[[Any], Any], without: Any = "") -> Any:
        return self.needed(name, take) if self.given.get(name) else without

    def check(self) -> None:
        if self.faults:
            raise FormWrong(self.faults)


def form(given: Mapping[str, Any]) -> Form:
    """Return what a shopper filled in. Raises FormWrong, naming every fault at once."""
    read = _Reading(given)
    email = read.needed("email", _email)
    said = read.needed("text", text)
    subject = read.perhaps("subject", _subject, first_line(said or ""))
    name = read.perhaps("name", _name)
    order = read.perhaps("order", lambda value: _order(value, email or ""), None)
    key = read.perhaps("key", _key)
    context = read.perhaps("context", _context, None)
    read.check()
    return Form(email, name, subject, said, language(given.get("locale")), order, key, context)


def callback(given: Mapping[str, Any], *, country: str) -> Callback:
    """Return what somebody says who wants to be called; a number alone is one of `country`. Raises FormWrong."""
    read = _Reading(given)
    phone = read.needed("phone", lambda value: _phone(value, country))
    call_at = read.needed("at", _instant)
    email = read.perhaps("email", _email)
    name = read.perhaps("name", _name)
    said = read.perhaps("text", text)
    key = read.perhaps("key", _key)
    context = read.perhaps("context", _context, None)
    read.check()
    return Callback(phone, call_at, email, name, said, language(given.get("locale")), key, context)


def contact(given: Mapping[str, Any]) -> tuple[str, str]:
    """Return the e-mail address that somebody leaves, and their name, perhaps empty. Raises FormWrong."""
    read = _Reading(given)
    email, name = read.needed("email", _email), read.perhaps("name", _name)
    read.check()
    return email, name


def rated(given: Mapping[str, Any]) -> tuple[int, str]:
    """Return how many of five somebody gives, and what they add. Raises FormWrong."""
    read = _Reading(given)
    score, words = read.needed("score", stars), read.perhaps("text", lambda said: text(said, most=MOST_RATING_TEXT))
    read.check()
    return score, words


def _context(given: object) -> Context:
    if not isinstance(given, dict) or given.get("stage") not in STAGES:
        raise TextWrong("INVALID", f"A context is an object whose `stage` is one of {', '.join(STAGES)}.")
    name, about = (line(given[part], most=100) if given.get(part) else "" for part in ("name", "id"))
    return Context(given["stage"], name, about)


def _name(given: object) -> str:
    return line(given, most=100)


def _phone(given: object, country: str) -> str:
    try:
        return normal_phone(line(given, most=40), country)
    except AddressWrong as wrong:
        raise TextWrong("INVALID", str(wrong)) from wrong


def _instant(given: object) -> datetime:
    try:
        at = datetime.fromisoformat(line(given, most=40))
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise TextWrong("INVALID", "This is an instant such as 2026-11-24T09:30:00Z.")


def _key(given: object) -> str:
    key = line(given, most=64)
    if len(key) < LEAST_KEY:
        raise TextWrong("INVALID", f"A key has {LEAST_KEY} to 64 characters that nobody can guess.")
    return key


def _subject(given: object) -> str:
    return line(given, most=MOST_SUBJECT)


def first_line(said: str) -> str:
    first = " ".join(said.partition("\n")[0].split())
    return first if len(first) <= MOST_FIRST_LINE else first[: MOST_FIRST_LINE - 1].rstrip() + "…"


def _email(given: object) -> str:
    address = line(given, most=254)
    if not is_email(address):
        raise TextWrong("INVALID", "This is not an e-mail address.")
    return address


def _order(given: object, email: str) -> NamedOrder | None:
    if not isinstance(given, dict):
        raise TextWrong("INVALID", "An order is an object with `number`, and `email` where it differs.")
    if not given.get("number"):
        return None
    number = line(str(given["number"]), most=64).lstrip("#").strip()
    return NamedOrder(number, line(given["email"], most=254) if given.get("email") else email)


def language(locale: object) -> str:
    """Return the language we can answer in for a locale such as `tr-TR` or `TR`."""
    return "tr" if isinstance(locale, str) and locale[:2].lower() == "tr" else "en"
