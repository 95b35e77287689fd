"""One row of a file of consents: what it says, or exactly what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ..csv_files import RowWrong, moment, one_of, told_in
from .addresses import AddressWrong, normal_email, normal_phone
from .rules import BASES, CHOSEN, Basis, Medium, Purpose

# By what the person of a row is known. Nobody can consent to push in a file: it needs a browser's own word.
ADDRESS_OF: dict[Medium, str] = {"email": "email", "sms": "phone", "whatsapp": "phone"}
COLUMNS = ("email", "phone", "country", "language", "medium", "purpose", "state", "basis", "at", "text_version", "page")


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
    told = told_in(cells)
    medium = one_of(told, "medium", tuple(ADDRESS_OF), "")
    return Row(
        medium=medium,
        purpose=one_of(told, "purpose", CHOSEN, "commercial"),
        is_given=one_of(told, "state", ("given", "withdrawn"), "given") == "given",
        basis=one_of(told, "basis", BASES, "consent"),
        at=moment(told.get("at", ""), now),
        country=told.get("country", "").upper(),
        language=told.get("language", ""),
        text_version=told.get("text_version", ""),
        page=told.get("page", ""),
        more={name: cell for name, cell in told.items() if name not in COLUMNS},
        **_address(told, ADDRESS_OF[medium]),
    )


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
