"""From what a store and its merchant say to the question that the rule answers. Rows in, values out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ..hours.zones import zone_of_country
from ..money import Money
from .facts import Days, Item, Method, Question, Supply
from .places import Depot, ListedMethod, Place
from .postal_codes import takes
from .taxes import shown
from .usual import usual_carrier_week

BY_STOCK = "PRIORITIZE_HIGH_STOCK"


@dataclass(frozen=True, slots=True)
class Destination:
    """A country (ISO 3166, capitals) and a tidy postal code, "" where nobody said one."""

    country: str
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """How many of a variant; `variant` is a row as delivery.hot.VARIANTS gives it, by the names it has there."""

    variant: Mapping[str, Any]
    quantity: int


def is_published(variant: Mapping[str, Any], channel: str, now: datetime) -> bool:
    """Say whether shoppers of the channel may see the variant; one whose listings were never read is believed to be."""
    if variant["listings"] is None:
        return True
    listing = variant["listings"].get(channel)
    return listing is not None and datetime.fromisoformat(listing["published_at"]) <= now


def question(
    place: Place, lines: Sequence[Line], *, to: Destination, now: datetime, subtotal: Money | None = None
) -> Question:
    """Return the question about these lines; the place must have learnt what `unread` names for the country."""
    depots = place.serving(to.country)
    items = [item_of(place, depots, line, now) for line in lines]
    holding = {supply.warehouse_id for item in items for supply in item.supplies}
    senders = [depot for depot in depots if depot.id in holding]
    return Question(
        now=now,
        destination=zone_of_country(to.country),
        items=items,
        warehouses={depot.id: place.warehouse(depot) for depot in senders},
        methods=[_method(place, one, to, senders) for one in place.methods if _goes_to(place, one, to)],
        subtotal=subtotal,
    )


def _goes_to(place: Place, method: ListedMethod, to: Destination) -> bool:
    countries, _ = place.zones[method.zone]
    return to.country in countries and takes(method.postal_codes, to.country, to.postal_code)


# From any warehouse: Saleor takes stock by country and lets every method that goes there send it, whatever their zones.
def _method(place: Place, method: ListedMethod, to: Destination, senders: Sequence[Depot]) -> Method:
    rule = place.rules.transit(method=method.id, country=to.country, postal_code=to.postal_code)
    week = rule.week if rule and rule.week else usual_carrier_week(to.country)
    price, tax = shown(
        Money(method.price, method.currency),
        tax=place.row["tax"],
        country=to.country,
        rate=place.rate(to.country, method.tax_class_id),
    )
    return Method(
        id=method.id,
        name=method.name,
        price=price,
        tax=tax,
        transit=_transit(rule.days if rule else _given(method), place.channel_rules.narrowest_days),
        carrier=place.carrier(to.country, week, holidays=rule is None or rule.holidays),
        late_days=place.late_days(method.id, senders, to.country, to.postal_code),
        minimum_order=_money(method.minimum_order, method.currency),
        maximum_order=_money(method.maximum_order, method.currency),
        minimum_weight=method.minimum_weight,
        maximum_weight=method.maximum_weight,
    )


def _given(method: ListedMethod) -> Days | None:
    if method.minimum_days is None or method.maximum_days is None:
        return None
    return Days(method.minimum_days, method.maximum_days).in_order


def _transit(days: Days | None, narrowest: int) -> Days | None:
    return days and replace(days, most=max(days.most, days.least + narrowest - 1))


def _money(amount: Decimal | None, currency: str) -> Money | None:
    return None if amount is None else Money(amount, currency)


def item_of(place: Place, depots: Sequence[Depot], line: Line, now: datetime) -> Item:
    """Return what is known of a line; its supplies are those of these warehouses."""
    variant = line.variant
    is_preorder = is_sold_ahead(variant, now)
    extra = place.rules.extra_handling(variant["attributes"])
    own = variant["extra_handling"] or (0, 0)
    return Item(
        quantity=line.quantity,
        supplies=_sold_ahead(depots, variant) if is_preorder else _supplies(place, depots, variant),
        is_shipping_required=variant["is_shipping_required"],
        extra_handling=Days(extra.least + own[0], extra.most + own[1]),
        not_before=_not_before(place, variant, now, is_preorder=is_preorder),
        weight=None if variant["weight"] is None else Decimal(variant["weight"]),
        excluded_methods=frozenset(one.id for one in place.methods if variant["product"] in one.excluded_products),
    )


def is_sold_ahead(variant: Mapping[str, Any], now: datetime) -> bool:
    """Say whether it is a pre-order now: Saleor then counts no stock, and ends it by itself."""
    until = variant["preorder_until"]
    return bool(variant["is_preorder"]) and (until is None or datetime.fromisoformat(until) > now)


def _sold_ahead(depots: Sequence[Depot], variant: Mapping[str, Any]) -> list[Supply]:
    """A pre-order without an end is one that nobody can date."""
    if variant["preorder_until"] is None:
        return []
    return [Supply(depot.id, variant["preorder_left"]) for depot in depots[:1]]


def _supplies(place: Place, depots: Sequence[Depot], variant: Mapping[str, Any]) -> list[Supply]:
    """Return what the warehouses have, in the order in which Saleor takes from them."""
    pieces = dict(variant["stocks"])
    holding = [depot for depot in depots if depot.id in pieces]
    if place.row["strategy"] == BY_STOCK:
        holding.sort(key=lambda depot: -pieces[depot.id])
    own = _day(variant["expected_on"])
    return [
        Supply(
            depot.id,
            max(pieces[depot.id], 0) if variant["is_tracked"] else None,
            own or place.depot_rules(depot).expected_on,
        )
        for depot in holding
    ]


def _not_before(place: Place, variant: Mapping[str, Any], now: datetime, *, is_preorder: bool) -> date | None:
    """Return the day before which it is not sent, by the clock of the channel's own country."""
    listing = (variant["listings"] or {}).get(place.row["channel"]) or {}
    ends = [listing.get("for_sale_at"), variant["preorder_until"] if is_preorder else None]
    ahead = [at for end in ends if end and (at := datetime.fromisoformat(end)) > now]
    return max(ahead).astimezone(zone_of_country(place.row["country"])).date() if ahead else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
