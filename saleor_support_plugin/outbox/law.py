"""On what grounds a person may be written to, and when not: by country, purpose and medium.

The table of docs/contact-rules.md, which says where each line comes from. A merchant can be stricter, never looser.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from ..people.rules import MEDIA, Basis, Medium, Purpose


class Region(StrEnum):
    """Countries of one law, as far as messages go."""

    TR = "TR"
    EEA = "EEA"
    GB = "GB"
    US = "US"
    OTHER = "other"


EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Quiet:
    """No message from `begins` to `ends` on the person's clock, past midnight; nor on these days at all.

    `days` are weekdays, Monday 0.
    """

    begins: time = time(21)
    ends: time = time(9)
    days: frozenset[int] = frozenset()
    holidays: bool = False


@dataclass(frozen=True, slots=True)
class Law:
    """`bases` are those that are good enough, the one that asks least of the person first."""

    bases: tuple[Basis, ...]
    quiet: Quiet | None = None


def region(country: str) -> Region:
    """Return whose law a country (ISO 3166) has; OTHER, the strictest, for one we do not know."""
    code = country.upper()
    if code in EEA:
        return Region.EEA
    return Region(code) if code in ("TR", "GB", "US") else Region.OTHER


def law(country: str, purpose: Purpose, medium: Medium) -> Law:
    return TABLE[region(country), purpose, medium]


NIGHT = Quiet()
NIGHT_AND_HOLIDAYS = Quiet(holidays=True)
NIGHT_SUNDAY_AND_HOLIDAYS = Quiet(days=frozenset({6}), holidays=True)

Bases = tuple[Basis, ...]
CONTRACT: Bases = ("contract",)
INTEREST: Bases = ("legitimate_interest", "consent")
SALE: Bases = ("soft_opt_in", "consent")
CONSENT: Bases = ("consent",)

# Bases of a service message, and of a commercial one, by medium in the order of MEDIA.
SERVICE: Mapping[Region, tuple[Bases, ...]] = {
    Region.TR: (INTEREST, INTEREST, CONSENT, CONSENT),
    Region.EEA: (SALE, SALE, CONSENT, CONSENT),
    Region.GB: (INTEREST, INTEREST, CONSENT, CONSENT),
    Region.US: (INTEREST, CONSENT, CONSENT, CONSENT),
    Region.OTHER: (SALE, CONSENT, CONSENT, CONSENT),
}
COMMERCIAL: Mapping[Region, tuple[Bases, ...]] = {
    Region.TR: (CONSENT, CONSENT, CONSENT, CONSENT),
    Region.EEA: (SALE, SALE, CONSENT, CONSENT),
    Region.GB: (SALE, SALE, CONSENT, CONSENT),
    Region.US: (SALE, CONSENT, CONSENT, CONSENT),
    Region.OTHER: (CONSENT, CONSENT, CONSENT, CONSENT),
}


def _quiet(where: Region, purpose: Purpose, medium: Medium) -> Quiet | None:
    """A telephone rings, a mailbox does not: days of rest are for what rings."""
    if purpose == "transactional" or (purpose == "service" and medium == "email"):
        return None
    if purpose == "service" or medium in ("email", "push"):
        return NIGHT
    return NIGHT_AND_HOLIDAYS if where is Region.TR else NIGHT_SUNDAY_AND_HOLIDAYS


def _table() -> dict[tuple[Region, Purpose, Medium], Law]:
    found: dict[tuple[Region, Purpose, Medium], Law] = {}
    for where in Region:
        for number, medium in enumerate(MEDIA):
            found[where, "transactional", medium] = Law(CONTRACT)
            found[where, "service", medium] = Law(SERVICE[where][number], _quiet(where, "service", medium))
            found[where, "commercial", medium] = Law(COMMERCIAL[where][number], _quiet(where, "commercial", medium))
    return found


TABLE = _table()
