"""İYS, the Turkish registry of consents to commercial messages: what would be told to it, and what it tells.

Fields and values as in https://dev.iys.org.tr/api-metotlar/izin-yonetimi/tekil-izin-ekleme/. Nothing is sent anywhere:
the one registry there is today is a file, which a merchant or their partner uploads and downloads.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from ..csv_files import RowWrong
from ..stores.models import Store
from . import csv_rows, queries
from .csv_rows import Row
from .models import KeyKind, Source
from .rules import Medium

ZONE = ZoneInfo("Europe/Istanbul")
COLUMNS = ("consentDate", "source", "recipient", "recipientType", "status", "type")
NEEDS = ("consentdate", "recipient", "status", "type")
# İYS knows calls besides, which we do not make, and no other media.
TYPES: dict[Medium, str] = {"email": "EPOSTA", "sms": "MESAJ"}
ADDRESSES: dict[Medium, KeyKind] = {"email": KeyKind.EMAIL, "sms": KeyKind.PHONE}
# What was said by a message's own way out is named by its medium.
BY_MESSAGE: dict[Medium, str] = {"email": "HS_EPOSTA", "sms": "HS_MESAJ"}
BY_MESSAGE_SOURCES = (Source.ONE_CLICK, Source.PROVIDER)
SOURCES: dict[str, str] = {
    Source.CHECKOUT: "HS_WEB",
    Source.FORM: "HS_WEB",
    Source.PREFERENCES: "HS_WEB",
    Source.STAFF: "HS_CAGRI_MERKEZI",
}


@dataclass(frozen=True, slots=True)
class Permission:
    """What one address says, as İYS writes it; `consent_date` is on Turkey's clocks."""

    consent_date: str
    source: str
    recipient: str
    recipient_type: str
    status: str
    type: str


class Registry(Protocol):
    """A way to İYS."""

    def push(self, permissions: Iterable[Permission]) -> int:
        """Tell it these; return how many."""


@dataclass(frozen=True, slots=True)
class FileRegistry:
    path: Path

    def push(self, permissions: Iterable[Permission]) -> int:
        count = 0
        with self.path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            for one in permissions:
                rows.writerow(astuple(one))
                count += 1
        return count


def permissions(store: Store) -> Iterator[Permission]:
    """Give what holds for every address in Turkey, but what İYS told us itself."""
    for medium, kind in ADDRESSES.items():
        for said in queries.said_at(store=store, kind=kind, medium=medium, purpose="commercial", country="TR"):
            # Of a number its country is known, of a mailbox only where somebody said it.
            if said.source != Source.IYS and (kind is KeyKind.EMAIL or said.value.startswith("+90")):
                yield _permission(said, medium)


def _permission(said: queries.SaidAt, medium: Medium) -> Permission:
    usual = SOURCES.get(said.source) or (BY_MESSAGE[medium] if said.source in BY_MESSAGE_SOURCES else "HS_EORTAM")
    return Permission(
        consent_date=f"{said.at.astimezone(ZONE):%Y-%m-%d %H:%M:%S}",
        # Of an import only its file knows: the column `iys_source`.
        source=str(said.proof.get("iys_source") or usual),
        recipient=said.value,
        recipient_type="BIREYSEL",
        status="ONAY" if said.is_given else "RET",
        type=TYPES[medium],
    )


def read(cells: Mapping[str, str], now: datetime) -> Row:
    """Return what İYS says of an address, from a file of its own or an object of its API. Raises RowWrong."""
    told = {name.lower(): cell.strip() for name, cell in cells.items()}
    media = {one: medium for medium, one in TYPES.items()}
    states = {"ONAY": "given", "RET": "withdrawn"}
    for name, known in (("type", media), ("status", states)):
        if told.get(name, "") not in known:
            raise RowWrong(f"{name.upper()}_WRONG", name, f"This is one of {', '.join(known)}.")
    medium = media[told["type"]]
    row = {
        csv_rows.ADDRESS_OF[medium]: told.get("recipient", ""),
        "medium": medium,
        "state": states[told["status"]],
        "at": _moment(told.get("consentdate", "")),
        "country": "TR",
        "iys_source": told.get("source", ""),
    }
    return csv_rows.read(row, now)


def _moment(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=ZONE).isoformat()
    except ValueError as error:
        raise RowWrong("TIME_WRONG", "consentdate", "This is a time such as 2026-11-21 14:30:00.") from error
