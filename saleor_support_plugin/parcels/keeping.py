"""Keeping score of promises, and by how much windows must be wider to keep nine of ten. Values in, values out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

# The share of promises that is to be kept, and from how many arrivals on it is judged at all.
GOAL = 0.9
FEWEST = 20
# Only the newest arrivals of a group count, so that a bad winter is forgotten by summer.
NEWEST = 300
# The most days by which a window grows; beyond that the merchant's own days are wrong.
MOST_LATE_DAYS = 10


@dataclass(frozen=True, slots=True)
class Arrival:
    """One promise and what became of it. `last` is the last day that was promised.

    `ladder` are the last days that the same rule gives without any widening, with one more carrier day, with two, … .
    `arrived_on` is None for what has not arrived and is late already; `seen_on` is then the day until which it had not.
    """

    method_id: str
    warehouse_id: str
    warehouse_country: str
    country: str
    postal_prefix: str
    last: date
    ladder: Sequence[date]
    arrived_on: date | None
    seen_on: date

    @property
    def is_kept(self) -> bool:
        return self.arrived_on is not None and self.arrived_on <= self.last

    @property
    def late_days(self) -> int:
        """By how many carrier days more than the rule's own the window had to be to hold it."""
        day = self.arrived_on or self.seen_on
        waited = next((extra for extra, last in enumerate(self.ladder) if day <= last), len(self.ladder))
        return waited if self.arrived_on is not None else waited + 1


@dataclass(frozen=True, slots=True)
class Route:
    """What widens together. An empty prefix is the whole country."""

    method_id: str
    warehouse_country: str
    country: str
    postal_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Widened:
    late_days: int
    measured: int


def widen(arrivals: Iterable[Arrival]) -> dict[Route, Widened]:
    """Return by how many carrier days each route's window is to be wider; a route with too few arrivals has none.

    A place has a row of its own where it has arrivals enough; the country's row holds for the others.
    """
    routes: dict[Route, list[Arrival]] = defaultdict(list)
    for one in arrivals:
        whole = Route(one.method_id, one.warehouse_country, one.country)
        routes[whole].append(one)
        if one.postal_prefix:
            routes[Route(one.method_id, one.warehouse_country, one.country, one.postal_prefix)].append(one)
    return {route: _widened(found) for route, found in routes.items() if len(found) >= FEWEST}


def _widened(arrivals: list[Arrival]) -> Widened:
    newest = sorted(arrivals, key=lambda one: one.seen_on)[-NEWEST:]
    late = sorted(one.late_days for one in newest)
    # Of n past ones and the next, each is as likely to be the k-th: so the next is within the k-th by k/(n+1).
    rank = min(ceil(GOAL * (len(late) + 1)), len(late))
    return Widened(min(late[rank - 1], MOST_LATE_DAYS), len(late))


def quantile(late: Sequence[int], share: float) -> int | None:
    """Return the days by which this share of arrivals was late at most; None where there are too few to say."""
    if len(late) < FEWEST:
        return None
    return sorted(late)[min(ceil(share * (len(late) + 1)), len(late)) - 1]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises were made, of how many it is known what became, and how many of those were kept."""

    id: str
    name: str
    made: int
    known: int
    kept: int

    @property
    def share(self) -> float | None:
        """The kept ones among the known; None where they are too few to judge."""
        return self.kept / self.known if self.known >= FEWEST else None


def prefix_of(country: str, postal_code: str) -> str:
    """Return the part of a postal code that names a region; nothing where the country's codes are not known to.

    TR, DE, FR, ES, IT … begin with two digits of a region, US with three of a centre, GB with the letters of an area.
    """
    code = "".join(letter for letter in postal_code.upper() if letter.isalnum())
    if country in _LETTERS:
        return code[: 1 + code[1:2].isalpha()]
    return code[: _DIGITS.get(country, 0)]


_LETTERS = frozenset({"GB"})
_DIGITS: Mapping[str, int] = {"TR": 2, "DE": 2, "FR": 2, "ES": 2, "IT": 2, "PL": 2, "NL": 2, "AT": 2, "US": 3}
