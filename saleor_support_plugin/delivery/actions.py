"""The only writes about delivery."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from ..hours.days_off import Holiday
from ..shop.models import Fulfillment
from ..stores.announcing import announce, announce_to_all
from ..stores.models import Store
from .models import DayOff, ShippingMethod, ShippingPrice, ShippingZone, TaxRate, Warehouse, Widening


@dataclass(frozen=True, slots=True)
class Shipping:
    """All that a store says about shipping; `zones` come with their methods, and those with their prices."""

    zones: Sequence[ShippingZone]
    methods: Sequence[ShippingMethod]
    prices: Sequence[ShippingPrice]
    warehouses: Sequence[Warehouse]
    tax_rates: Sequence[TaxRate]
    stock_follows_zones: bool


@transaction.atomic
def remember_shipping(*, store: Store, shipping: Shipping) -> None:
    """Take over all that a store says about shipping at once; what is no longer there is gone."""
    store.shipping_zones.all().delete()
    store.warehouses.all().delete()
    store.tax_rates.all().delete()
    ShippingZone.across_stores.bulk_create(shipping.zones)
    ShippingMethod.across_stores.bulk_create(shipping.methods)
    ShippingPrice.across_stores.bulk_create(shipping.prices, batch_size=1000)
    Warehouse.across_stores.bulk_create(shipping.warehouses)
    TaxRate.across_stores.bulk_create(shipping.tax_rates, batch_size=1000)
    Store.across_stores.filter(pk=store.pk).update(stock_follows_zones=shipping.stock_follows_zones)
    announce(store)


@transaction.atomic
def remember_days_off(*, country: str, since: date, holidays: Sequence[Holiday]) -> int:
    """Take over a country's holidays from `since` on; return how many, or 0 where nothing is new about them."""
    rows = [DayOff(country=country, on=one.on, name=one.name, half_until=one.half_until) for one in _once(holidays)]
    kept = DayOff.across_stores.filter(country=country, on__gte=since)
    if {(row.on, row.name, row.half_until) for row in rows} == set(kept.values_list("on", "name", "half_until")):
        return 0
    kept.delete()
    DayOff.across_stores.bulk_create(rows)
    announce_to_all()
    return len(rows)


def _once(holidays: Sequence[Holiday]) -> list[Holiday]:
    """Return one for each day: two that fall together are named together, and a whole day goes before a half."""
    by_day: dict[date, Holiday] = {}
    for one in sorted(holidays, key=lambda holiday: holiday.half_until is not None):
        known = by_day.get(one.on)
        if known is None:
            by_day[one.on] = one
        elif known.half_until == one.half_until and one.name not in known.name:
            by_day[one.on] = replace(known, name=f"{known.name}, {one.name}")
    return list(by_day.values())


@transaction.atomic
def widen(*, store: Store, rows: Sequence[Widening]) -> None:
    """Take over by how much the store's windows are wider, all routes at once; a route that is not named is not."""
    store.widenings.all().delete()
    Widening.across_stores.bulk_create(rows, batch_size=1000)
    announce(store)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The parcel is known to have arrived now."""


@dataclass(frozen=True, slots=True)
class Already:
    """Somebody said so before; the first word stands."""


@dataclass(frozen=True, slots=True)
class NoParcel:
    """The fulfilment was cancelled, or never left: nothing of it can have arrived."""


NOT_SENT = ("CANCELED", "WAITING_FOR_APPROVAL")
# Nobody said so: whoever does, replaces it.
ESTIMATE = "estimate"


@transaction.atomic
def mark_delivered(
    *, store: Store, fulfillment: Fulfillment, at: datetime, source: str
) -> Delivered | Already | NoParcel:
    """Keep that a parcel of the store arrived `at`; `source` says how we know: `staff`, a carrier, the shopper.

    Saleor has no such state: the mark is ours alone, and what Saleor says later of the fulfilment leaves it alone.
    """
    row = (
        Fulfillment.across_stores.select_for_update(of=("self",)).filter(pk=fulfillment.pk, order__store=store).first()
    )
    if row is None or row.status in NOT_SENT:
        return NoParcel()
    if row.delivered_at is not None and row.delivered_source != ESTIMATE:
        return Already()
    row.delivered_at, row.delivered_source = at, source
    row.save(update_fields=["delivered_at", "delivered_source"])
    return Delivered()
