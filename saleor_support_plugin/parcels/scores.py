"""Reads of what became of promises: scores for staff, and arrivals to measure by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet

from ..stores.callers import Staff
from ..stores.models import Store
from . import queries
from .keeping import Arrival, Tally, prefix_of
from .models import FrozenPromise
from .rules import CANCELLED, Standing, standing

# How far back arrivals are measured.
MEASURED = timedelta(days=120)
# What is late for longer was never told of.
LONG_GONE = timedelta(days=60)


def seen_promises(staff: Staff, since: datetime) -> QuerySet[FrozenPromise]:
    """Return the promises with a date that were made since then, in the channels that they may see."""
    seen = staff.store.promises.filter(made_at__gte=since, last__isnull=False).exclude(order__status__in=CANCELLED)
    return seen if staff.channels is None else seen.filter(order__channel_slug__in=staff.channels)


@dataclass(frozen=True, slots=True)
class Score:
    """What became of a span of promises, in all and by what they depend on."""

    days: int
    whole: Tally
    methods: list[Tally]
    regions: list[Tally]
    warehouses: list[Tally]
    weeks: list[tuple[date, Tally]]
    at_risk: int
    late: int


class _Row(NamedTuple):
    method_id: str
    method_name: str
    country: str
    postal_code: str
    arrived_on: date | None
    arrived_from: str
    last: date


COLUMNS = (
    "method_id",
    "order__delivery_method_name",
    "order__shipping_country",
    "order__shipping_postal_code",
    "arrived_on",
    "arrived_from",
    "last",
)


@dataclass(slots=True)
class _Count:
    name: str
    made: int = 0
    known: int = 0
    kept: int = 0

    def add(self, row: _Row) -> None:
        self.made += 1
        self.known += row.arrived_on is not None
        self.kept += row.arrived_on is not None and row.arrived_on <= row.last


class _Counts(dict[str, _Count]):
    """Tallies by what they are of."""

    def add(self, id: str, name: str, row: _Row) -> None:
        self.setdefault(id, _Count(name)).add(row)

    def most_first(self) -> list[Tally]:
        found = [Tally(id, one.name, one.made, one.known, one.kept) for id, one in self.items()]
        return sorted(found, key=lambda one: (-one.made, one.id))


def score(staff: Staff, *, days: int, now: datetime) -> Score:
    """Return what became of the promises that were made in so many days."""
    promises = seen_promises(staff, now - timedelta(days=days))
    whole, methods, regions, warehouses, weeks = _Count(""), _Counts(), _Counts(), _Counts(), _Counts()
    names = dict(staff.store.warehouses.values_list("saleor_id", "name"))
    for row in map(_Row._make, promises.values_list(*COLUMNS).order_by("-made_at").iterator(chunk_size=5000)):
        whole.add(row)
        methods.add(row.method_id, row.method_name, row)
        prefix = prefix_of(row.country, row.postal_code)
        for region in {row.country, f"{row.country}-{prefix}" if prefix else row.country}:
            regions.add(region, region, row)
        if row.arrived_from:
            warehouses.add(row.arrived_from, names.get(row.arrived_from, row.arrived_from), row)
        weeks.add((row.last - timedelta(days=row.last.weekday())).isoformat(), "", row)
    standings = list(_standings(promises, now))
    return Score(
        days=days,
        whole=Tally("", "", whole.made, whole.known, whole.kept),
        methods=methods.most_first(),
        regions=regions.most_first(),
        warehouses=warehouses.most_first(),
        weeks=sorted(((date.fromisoformat(one.id), one) for one in weeks.most_first()), key=lambda week: week[0]),
        at_risk=standings.count(Standing.AT_RISK),
        late=standings.count(Standing.LATE),
    )


def _standings(promises: QuerySet[FrozenPromise], now: datetime) -> Iterator[Standing | None]:
    """Give how the orders stand that are still on their way."""
    open_ones = promises.filter(arrived_on=None, last__gte=now.date() - LONG_GONE)
    for promise in queries.with_parcels(open_ones).iterator(chunk_size=500):
        yield standing_of(promise, now)


def standing_of(promise: FrozenPromise, now: datetime) -> Standing | None:
    """Return how an order stands to its promise; None without a date, or where nothing is left to promise."""
    if promise.last is None:
        return None
    parcels = list(promise.order.fulfillments.all())
    today = now.astimezone(queries.zone_of(promise.order)).date()
    return standing(queries.progress(promise, promise.last, parcels), today)


def arrivals(store: Store, now: datetime) -> Iterator[Arrival]:
    """Give the promises whose end is known: those that arrived, and those that are late while a carrier tells of them.

    What nobody would tell us of is left out, or every parcel of a store without a carrier would count as late.
    """
    ended = store.promises.filter(last__isnull=False, made_at__gte=now - MEASURED).exclude(order__status__in=CANCELLED)
    countries = dict(store.warehouses.values_list("saleor_id", "country"))
    for promise in queries.with_parcels(ended.exclude(ladder=[])).iterator(chunk_size=500):
        arrival = _arrival(promise, countries, now)
        if arrival is not None:
            yield arrival


def _arrival(promise: FrozenPromise, countries: dict[str, str], now: datetime) -> Arrival | None:
    order, today = promise.order, now.astimezone(queries.zone_of(promise.order)).date()
    parcels = list(order.fulfillments.all())
    warehouse = promise.arrived_from or next((one.warehouse_id for one in parcels if one.warehouse_id), "")
    if promise.last is None:
        return None
    if promise.arrived_on is None:
        far = queries.progress(promise, promise.last, parcels)
        if far.is_over or not far.is_followed or today <= promise.last:
            return None
    return Arrival(
        method_id=promise.method_id,
        warehouse_id=warehouse,
        warehouse_country=countries.get(warehouse, ""),
        country=order.shipping_country,
        postal_prefix=prefix_of(order.shipping_country, order.shipping_postal_code),
        last=promise.last,
        ladder=[date.fromisoformat(day) for day in promise.ladder],
        arrived_on=promise.arrived_on,
        seen_on=promise.arrived_on or today,
    )
