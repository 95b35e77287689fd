"""What a form must hold to become a ticket, and how often one may be sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from ..conversations.rules import Limit, TextWrong, line, text
from ..people.addresses import is_email

MOST_SUBJECT = 200
# Of a subject that nobody typed: what of the message's first line fits a list and a mail's subject.
MOST_FIRST_LINE = 80
# Five matters an hour are more than a person has, and so is one message a minute; the limits are for machines.
FORMS = Limit(5, timedelta(hours=1))
ANSWERS = Limit(60, timedelta(hours=1))
LEAST_KEY = 16
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
class Form:
    email: str
    name: str
    subject: str
    text: str
    language: str
    order: NamedOrder | None
    key: str = ""

    @property
    def digest(self) -> bytes | None:
        """Return what tells this very form, sent once more, from any other; None where the page named no key.

        Not the key alone: a page that makes poor keys must not open one shopper's conversation to another.
        """
        return sha256(f"{self.key}\0{self.email}\0{self.text}".encode()).digest() if self.key else None


def is_trap(given: Mapping[str, Any]) -> bool:
    return bool(given.get(HONEYPOT))


def form(given: Mapping[str, Any]) -> Form:
    """Return what a shopper filled in. Raises FormWrong, naming every fault at once."""
    faults: list[Fault] = []

    def read(name: str, take: Any, value: Any) -> Any:
        try:
            return take(value)
        except TextWrong as wrong:
            faults.append(Fault(name, wrong.code, str(wrong)))
            return None

    email = read("email", _email, given.get("email"))
    said = read("text", text, given.get("text"))
    subject = read("subject", _subject, given["subject"]) if given.get("subject") else _first_line(said or "")
    name = read("name", lambda value: line(value, most=100), given["name"]) if given.get("name") else ""
    order = read("order", lambda value: _order(value, email or ""), given["order"]) if given.get("order") else None
    key = read("key", _key, given["key"]) if given.get("key") else ""
    if faults:
        raise FormWrong(faults)
    return Form(email, name, subject, said, language(given.get("locale")), order, key)


def _key(given: object) -> str:
    key = line(given, most=64)
    if len(key) < LEAST_KEY:
        raise TextWrong("INVALID", f"A key has {LEAST_KEY} to 64 characters that nobody can guess.")
    return key


def _subject(given: object) -> str:
    return line(given, most=MOST_SUBJECT)


def _first_line(said: str) -> str:
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
