"""One row of a file of consents: what it says, or exactly what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .addresses import AddressWrong, normal_email, normal_phone
from .rules import BASES, CHOSEN, Basis, Medium, Purpose

# By what the person of a row is known. Nobody can consent to push in a file: it needs a browser's own word.
ADDRESS_OF: dict[Medium, str] = {"email": "email", "sms": "phone", "whatsapp": "phone"}
COLUMNS = ("email", "phone", "country", "language", "medium", "purpose", "state", "basis", "at", "text_version", "page")
MOST_LETTERS = 500


class RowWrong(Exception):
    """A row that cannot be taken over; `code` and `column` say why."""

    def __init__(self, code: str, column: str, message: str) -> None:
        super().__init__(message)
        self.code, self.column = code, column


@dataclass(frozen=True, slots=True)
class Row:
    """What a person said. One of `email` and `phone` is set, and normal; `more` is what other columns hold."""

    medium: Medium
    purpose: Purpose
    is_given: bool
    basis: Basis
    at: datetime
    email: str = ""
    phone: str = ""
    country: str = ""
    language: str = ""
    text_version: str = ""
    page: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


def read(cells: Mapping[str, str], now: datetime) -> Row:
    """Return what a row says; empty cells are as if their column was missing. Raises RowWrong."""
    told = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    for name, cell in told.items():
        _check_text(name, cell)
    medium = _one_of(told, "medium", tuple(ADDRESS_OF), "")
    return Row(
        medium=medium,
        purpose=_one_of(told, "purpose", CHOSEN, "commercial"),
        is_given=_one_of(told, "state", ("given", "withdrawn"), "given") == "given",
        basis=_one_of(told, "basis", BASES, "consent"),
        at=_moment(told.get("at", ""), now),
        country=told.get("country", "").upper(),
        language=told.get("language", ""),
        text_version=told.get("text_version", ""),
        page=told.get("page", ""),
        more={name: cell for name, cell in told.items() if name not in COLUMNS},
        **_address(told, ADDRESS_OF[medium]),
    )


def _check_text(name: str, cell: str) -> None:
    if any("\udc80" <= letter <= "\udcff" for letter in cell):
        raise RowWrong("NOT_UTF8", name, "These bytes are not UTF-8.")
    if len(cell) > MOST_LETTERS or not cell.isprintable():
        raise RowWrong("TEXT_WRONG", name, f"This is one line of at most {MOST_LETTERS} characters.")


def _one_of[Choice: str](told: Mapping[str, str], name: str, choices: tuple[Choice, ...], usual: str) -> Choice:
    said = told.get(name, usual).lower()
    for choice in choices:
        if choice == said:
            return choice
    raise RowWrong(f"{name.upper()}_WRONG", name, f"This is one of {', '.join(choices)}.")


def _moment(text: str, now: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise RowWrong("TIME_WRONG", "at", "This is a time such as 2026-11-21T14:30:00+03:00.") from error
    if at.tzinfo is None:
        raise RowWrong("TIME_WRONG", "at", "A time needs its zone, such as 2026-11-21T14:30:00+03:00.")
    if at > now:
        raise RowWrong("TIME_AHEAD", "at", "Nobody can have said this yet.")
    return at


def _address(told: Mapping[str, str], name: str) -> dict[str, str]:
    if name not in told:
        raise RowWrong("ADDRESS_MISSING", name, f"This medium needs the column `{name}`.")
    country = told.get("country", "")
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise RowWrong("COUNTRY_WRONG", "country", "This is a country by two letters, such as TR.")
    try:
        return {name: normal_email(told[name]) if name == "email" else normal_phone(told[name], country)}
    except AddressWrong as error:
        raise RowWrong(error.code, name, str(error)) from error
