"""A year of a shop with a carrier of its own mind: what was promised by what was measured the night before, and kept.

The merchant says what merchants say; the carrier is slower far away, slower in November and December, rests on the
country's holidays, and now and then leaves a parcel lying. The oracle knows all that, and promises the narrowest
window that holds nine of ten.
"""

import random
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

from saleor_support_plugin.delivery.calendars import calendar_of, carrier_day, working_day
from saleor_support_plugin.delivery.facts import Calendar, Days, Item, Method, Question, Supply, Warehouse
from saleor_support_plugin.money import Money
from saleor_support_plugin.parcels.freezing import Frozen, frozen
from saleor_support_plugin.parcels.keeping import GOAL, Arrival, Route, widen

DAY = timedelta(days=1)
ZONE = ZoneInfo("Europe/Istanbul")
FIRST = date(2026, 1, 1)
# As scores.arrivals looks back.
MEASURED = timedelta(days=120)
MONDAY_TO_SATURDAY = (True,) * 6 + (False,)

type Chances = Mapping[int, float]

# Working days from hand-over to door: what is so, by region, beside the one to two days that the merchant gave.
TRUE_DAYS: Mapping[str, Chances] = {
    "34": {1: 0.72, 2: 0.22, 3: 0.05, 6: 0.01},
    "06": {1: 0.38, 2: 0.42, 3: 0.15, 4: 0.04, 8: 0.01},
    "65": {2: 0.25, 3: 0.42, 4: 0.22, 5: 0.09, 9: 0.02},
}
SHARES = {"34": 0.5, "06": 0.35, "65": 0.15}
# In the weeks of sales and before New Year one parcel of three takes a day more.
BUSY_FROM, BUSY_TO, BUSY = (11, 10), (12, 31), 0.33
# Working days that a parcel lies in the warehouse beyond what the merchant gave.
FORGOTTEN: Chances = {0: 0.96, 1: 0.03, 2: 0.01}
METHODS = {"standard": Days(1, 2), "express": Days(1, 1)}


@dataclass
class Year:
    """What came of it. Widths are in days, of all promises together."""

    promises: int = 0
    kept: int = 0
    days: int = 0
    oracles_days: int = 0
    oracle_kept: int = 0
    by_region: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    @property
    def kept_share(self) -> float:
        return self.kept / self.promises

    @property
    def width_ratio(self) -> float:
        return self.days / self.oracles_days


@cache
def _calendar(week: tuple[bool, ...]) -> Calendar:
    return calendar_of("TR", zone=ZONE, week=week, closures={}, years=range(FIRST.year, FIRST.year + 3))


@cache
def _warehouse() -> Warehouse:
    return Warehouse(
        id="w",
        name="Depot",
        country="TR",
        calendar=_calendar((True,) * 5 + (False, False)),
        cutoffs=[clock(15)] * 5 + [None, None],
        handling=Days(0, 1),
    )


def _method(name: str, late_days: int) -> Method:
    return Method(
        id=name,
        name=name,
        price=Money(Decimal(50), "TRY"),
        tax="INCLUDED",
        transit=METHODS[name],
        carrier=_calendar(MONDAY_TO_SATURDAY),
        late_days=late_days,
    )


@cache
def _promised(now: datetime, name: str, late_days: int) -> Frozen:
    question = Question(
        now=now,
        destination=ZONE,
        items=[Item(1, [Supply("w", None)])],
        warehouses={"w": _warehouse()},
        methods=[_method(name, late_days)],
    )
    return frozen(question, name)


def _chances(region: str, name: str, on: date) -> Chances:
    """Return how many working days the carrier takes for what it is handed on a day."""
    quicker = 1 if name == "express" else 0
    usual = {max(days - quicker, 1): 0.0 for days in TRUE_DAYS[region]}
    for days, chance in TRUE_DAYS[region].items():
        usual[max(days - quicker, 1)] += chance
    if not BUSY_FROM <= (on.month, on.day) <= BUSY_TO:
        return usual
    busy: dict[int, float] = defaultdict(float)
    for days, chance in usual.items():
        busy[days] += chance * (1 - BUSY)
        busy[days + 1] += chance * BUSY
    return busy


def _arrivals(begun: date, region: str, name: str) -> dict[date, float]:
    """Return on which days a parcel can arrive whose work began on a day, and how likely each is."""
    found: dict[date, float] = defaultdict(float)
    for packed, packing in {0: 0.6, 1: 0.4}.items():
        for forgotten, lying in FORGOTTEN.items():
            sent = working_day(_warehouse().calendar, begun, packed + forgotten)
            for days, taking in _chances(region, name, sent).items():
                found[carrier_day(_calendar(MONDAY_TO_SATURDAY), sent, days)] += packing * lying * taking
    return found


@cache
def _oracle(begun: date, region: str, name: str) -> tuple[tuple[date, date], tuple[date, ...], tuple[float, ...]]:
    """Return the narrowest window that holds nine of ten, and what can happen with which chance."""
    chances = sorted(_arrivals(begun, region, name).items())
    days = tuple(day for day, _ in chances)
    windows = [
        (first, last)
        for first in days
        for last in days
        if first <= last and sum(chance for day, chance in chances if first <= day <= last) >= GOAL - 1e-9
    ]
    narrowest = min(windows, key=lambda window: (window[1] - window[0], window[0]))
    return narrowest, days, tuple(chance for _, chance in chances)


def live(*, days: int, orders_a_day: int, seed: int) -> Year:
    """Let so many days pass, from New Year on; every night windows are widened by what is known by then."""
    chance, year = random.Random(seed), Year()
    known: deque[Arrival] = deque()
    coming: dict[date, list[Arrival]] = defaultdict(list)
    widths: dict[Route, int] = {}
    for today in (FIRST + DAY * count for count in range(days)):
        for now in _moments(today, orders_a_day, chance):
            arrival = _order(now, widths, chance, year)
            coming[arrival.seen_on].append(arrival)
        known.extend(coming.pop(today, ()))
        while known and known[0].seen_on < today - MEASURED:
            known.popleft()
        widths = {route: found.late_days for route, found in widen(known).items()}
    return year


def _moments(day: date, count: int, chance: random.Random) -> Iterator[datetime]:
    for _ in range(count):
        yield datetime.combine(day, clock(chance.randrange(8, 23)), ZONE).astimezone(UTC)


def _order(now: datetime, widths: Mapping[Route, int], chance: random.Random, year: Year) -> Arrival:
    region = chance.choices(list(SHARES), list(SHARES.values()))[0]
    name = chance.choices(list(METHODS), [0.8, 0.2])[0]
    whole, own = Route(name, "TR", "TR"), Route(name, "TR", "TR", region)
    made = _promised(now, name, widths.get(own, widths.get(whole, 0)))
    assert made.window is not None
    begun = date.fromisoformat(next(step["on"] for step in made.steps if step["code"] == "CUTOFF"))
    (first, last), arrivals, chances = _oracle(begun, region, name)
    arrived_on = chance.choices(arrivals, chances)[0]
    arrival = Arrival(
        method_id=name,
        warehouse_id="w",
        warehouse_country="TR",
        country="TR",
        postal_prefix=region,
        last=made.window.last,
        ladder=made.ladder,
        arrived_on=arrived_on,
        seen_on=arrived_on,
    )
    year.promises += 1
    year.kept += arrival.is_kept
    year.days += (made.window.last - made.window.first).days + 1
    year.oracles_days += (last - first).days + 1
    year.oracle_kept += first <= arrived_on <= last
    year.by_region[region][0] += 1
    year.by_region[region][1] += arrival.is_kept
    return arrival
