"""What merchants gave about delivery, beside what their store has for it to be about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models

from ..shop.models import Channel, Variant
from ..shop.queries import channels
from ..stores.callers import Staff
from ..stores.models import Store
from .merchant import ChannelRules, MerchantRules, StoreRules, WarehouseRules
from .merchant_json import of_rows
from .models import DayOff, ShippingMethod, Warehouse

SHOWN = timedelta(days=365)
MOST_VARIANTS = 20


@dataclass(frozen=True, slots=True)
class GivenWarehouse:
    """`holidays` are those of its country for twelve months."""

    row: Warehouse
    rules: WarehouseRules
    holidays: Sequence[DayOff]


@dataclass(frozen=True, slots=True)
class GivenChannel:
    row: Channel
    rules: ChannelRules


@dataclass(frozen=True, slots=True)
class Given:
    store: StoreRules
    warehouses: Sequence[GivenWarehouse]
    channels: Sequence[GivenChannel]
    methods: Sequence[ShippingMethod]


def merchant_rules(store: Store) -> MerchantRules:
    return of_rows(list(store.delivery_rules.values_list("warehouse_id", "channel_slug", "data")))


def given(staff: Staff, *, today: date) -> Given:
    """Return all of it that a member of staff may see: channels are theirs, the rest is every channel's."""
    store, rules = staff.store, merchant_rules(staff.store)
    warehouses = list(store.warehouses.order_by("name", "saleor_id"))
    days_off = _days_off({row.country for row in warehouses}, today)
    return Given(
        store=rules.store,
        warehouses=[
            GivenWarehouse(row, rules.warehouses.get(row.saleor_id, WarehouseRules()), days_off[row.country])
            for row in warehouses
        ],
        channels=[GivenChannel(row, rules.channel(row.slug)) for row in channels(staff)],
        methods=list(store.shipping_methods.select_related("zone").order_by("name", "saleor_id")),
    )


def shipped_variants(store: Store, search: str) -> list[Variant]:
    rows = store.variants.filter(is_deleted=False, is_shipping_required=True)
    if search:
        rows = rows.filter(models.Q(product_name__icontains=search) | models.Q(sku__icontains=search))
    return list(rows.order_by("product_name", "pk")[:MOST_VARIANTS])


def _days_off(countries: set[str], today: date) -> Mapping[str, Sequence[DayOff]]:
    found: dict[str, list[DayOff]] = defaultdict(list)
    for row in DayOff.across_stores.filter(country__in=countries, on__range=(today, today + SHOWN)).order_by("on"):
        found[row.country].append(row)
    return found
