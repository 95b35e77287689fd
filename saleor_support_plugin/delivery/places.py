"""A channel's delivery facts as a question needs them: read from one row, kept together, with what follows from them.

`row` is what delivery.hot.PLACE gives, by the names it has there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from ..hours.days_off import Holiday
from ..hours.zones import zone_of_country
from .calendars import with_holidays
from .facts import Calendar, Warehouse
from .merchant import ChannelRules, Closure, MerchantRules, WarehouseRules, plain_code
from .merchant_json import of_rows


@dataclass(frozen=True, slots=True)
class ListedMethod:
    """A method as the store lists it in this channel; amounts in the channel's currency, weights in kg."""

    id: str
    name: str
    zone: int
    minimum_days: int | None
    maximum_days: int | None
    minimum_weight: Decimal | None
    maximum_weight: Decimal | None
    postal_codes: Sequence[Sequence[str]]
    excluded_products: frozenset[str]
    tax_class_id: str
    price: Decimal
    currency: str
    minimum_order: Decimal | None
    maximum_order: Decimal | None


@dataclass(frozen=True, slots=True)
class Depot:
    """A warehouse as the store lists it."""

    id: str
    name: str
    country: str
    city: str
    postal_code: str
    street: str
    click_and_collect: str


@dataclass(frozen=True, slots=True)
class Widened:
    method_id: str
    warehouse_country: str
    country: str
    prefix: str
    late_days: int


@dataclass
class Place:
    """A store's channel. `days_off` holds the countries whose holidays were read; the rest is filled in by `learn`."""

    row: Mapping[str, Any]
    days_off: dict[str, Sequence[Holiday]] = field(default_factory=dict)
    _calendars: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    @property
    def store_id(self) -> int:
        return int(self.row["store"])

    @property
    def currency(self) -> str:
        return str(self.row["currency"])

    @cached_property
    def zones(self) -> Mapping[int, tuple[frozenset[str], frozenset[str]]]:
        """Return each zone's countries and warehouses."""
        return {one: (frozenset(countries), frozenset(depots)) for one, countries, depots in self.row["zones"]}

    @cached_property
    def methods(self) -> Sequence[ListedMethod]:
        return [_method(one) for one in self.row["methods"]]

    @cached_property
    def depots(self) -> Mapping[str, Depot]:
        """Return the channel's warehouses, in its own order."""
        listed = {one[0]: Depot(*one) for one in self.row["warehouses"]}
        return {one: listed[one] for one in self.row["warehouse_ids"] if one in listed}

    @cached_property
    def rules(self) -> MerchantRules:
        return of_rows([tuple(one) for one in self.row["rules"]])

    @cached_property
    def channel_rules(self) -> ChannelRules:
        return self.rules.channel(self.row["channel"])

    @cached_property
    def _rates(self) -> Mapping[tuple[str, str], Decimal]:
        return {(country, tax_class): Decimal(rate) for country, tax_class, rate in self.row["rates"]}

    @cached_property
    def _widened(self) -> Sequence[Widened]:
        return [Widened(*one) for one in self.row["widenings"]]

    def unread(self, country: str) -> list[str]:
        """Return the countries whose holidays a question about this one wants and that are not here yet."""
        return sorted({country, *(depot.country for depot in self.depots.values())} - self.days_off.keys())

    def learn(self, countries: Iterable[str], rows: Iterable[tuple[str, date, str, time | None]]) -> None:
        """Take over the holidays of these countries, from rows of (country, day, name, half until)."""
        found: dict[str, list[Holiday]] = {country: [] for country in countries}
        for country, on, name, half_until in rows:
            found[country].append(Holiday(on, name, half_until))
        self.days_off.update(found)

    def rate(self, country: str, tax_class_id: str) -> Decimal:
        """Return the flat rate in per cent: the class's, else the country's own, else none."""
        own = self._rates.get((country, tax_class_id))
        return own if own is not None else self._rates.get((country, ""), Decimal())

    def serving(self, country: str) -> Sequence[Depot]:
        """Return the warehouses whose stock counts for a shopper there."""
        if not self.row["follows_zones"]:
            return list(self.depots.values())
        theirs = set(chain.from_iterable(depots for countries, depots in self.zones.values() if country in countries))
        return [depot for depot in self.depots.values() if depot.id in theirs]

    def depot_rules(self, depot: Depot) -> WarehouseRules:
        return self.rules.warehouse(depot.id, depot.country)

    def zone_of(self, depot: Depot) -> ZoneInfo:
        given = self.depot_rules(depot).time_zone
        return ZoneInfo(given) if given else zone_of_country(depot.country)

    def warehouse(self, depot: Depot) -> Warehouse:
        key = ("warehouse", depot.id)
        if key not in self._calendars:
            rules = self.depot_rules(depot)
            calendar = with_holidays(
                self.zone_of(depot), rules.week, closed_days(rules.closures), self._at_work(depot.country, rules)
            )
            self._calendars[key] = Warehouse(
                depot.id,
                depot.name,
                depot.country,
                calendar,
                rules.cutoffs,
                rules.handling,
                cutoffs_given=rules.cutoffs_given,
            )
        return self._calendars[key]  # type: ignore[no-any-return]

    def _at_work(self, country: str, rules: WarehouseRules) -> list[Holiday]:
        """Return the holidays that a warehouse keeps; on a half one it works until the clock that the merchant says."""
        kept = (one for one in self.days_off[country] if one.on not in rules.works_on) if rules.holidays else ()
        return [Holiday(one.on, one.name, one.half_until and rules.half_day_until) for one in kept]

    def carrier(self, country: str, week: Sequence[bool], *, holidays: bool) -> Calendar:
        key = ("carrier", country, tuple(week), holidays)
        if key not in self._calendars:
            kept = self.days_off[country] if holidays else ()
            self._calendars[key] = with_holidays(zone_of_country(country), week, holidays=kept)
        return self._calendars[key]  # type: ignore[no-any-return]

    def late_days(self, method_id: str, depots: Iterable[Depot], country: str, postal_code: str) -> int:
        """Return the most by which the method was late from any of these warehouses' countries to there."""
        if not self.channel_rules.widen:
            return 0
        code = plain_code(postal_code)
        longest: dict[str, Widened] = {}
        for one in self._widened:
            if one.method_id == method_id and one.country == country and code.startswith(one.prefix):
                known = longest.get(one.warehouse_country)
                if known is None or len(one.prefix) > len(known.prefix):
                    longest[one.warehouse_country] = one
        return max((longest[depot.country].late_days for depot in depots if depot.country in longest), default=0)


def closed_days(closures: Iterable[Closure]) -> dict[date, str]:
    """Return each day of the merchant's own closures, with its name."""
    return {
        closure.first + timedelta(days=count): closure.name
        for closure in closures
        for count in range((closure.last - closure.first).days + 1)
    }


def _method(row: Sequence[Any]) -> ListedMethod:
    listed = ListedMethod(*row)
    amounts = ("minimum_weight", "maximum_weight", "price", "minimum_order", "maximum_order")
    exact = {name: Decimal(value) for name in amounts if (value := getattr(listed, name)) is not None}
    values = {name: getattr(listed, name) for name in ListedMethod.__slots__} | exact
    return ListedMethod(**values | {"excluded_products": frozenset(listed.excluded_products)})
