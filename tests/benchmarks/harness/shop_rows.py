"""Fill the database that the environment names: `shop_rows STORES VARIANTS` (of each), their keys on standard input.

Each sells in one channel from two warehouses, by two methods to two countries, and its merchant gave cut-off times.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import django

CHANNEL = "default-channel"
WITH_TAX = {
    "charge": True,
    "strategy": "FLAT_RATES",
    "entered_with_tax": True,
    "display_gross": True,
    "weighted": False,
    "countries": {},
}
LISTING = {"published_at": "2026-01-01T00:00:00+00:00", "for_sale_at": "2026-01-01T00:00:00+00:00"}


def api_url(number: int) -> str:
    return f"https://store-{number}.example/graphql/"


def store_key(number: int) -> str:
    return f"store-{number}"


def fill(stores: int, variants: int, jwks: str) -> None:
    for number in range(stores):
        _fill_one(number, variants, jwks)


def _fill_one(number: int, variants: int, jwks: str) -> None:
    from saleor_support_plugin.delivery.models import ShippingMethod, ShippingPrice, ShippingZone, Warehouse
    from saleor_support_plugin.delivery.reading import read_days_off
    from saleor_support_plugin.shop.models import Channel, Stock, Variant
    from saleor_support_plugin.stores.models import Store

    now = datetime.now(UTC)
    store = Store.across_stores.create(
        api_url=api_url(number),
        key=store_key(number),
        app_id="QXBwOjE=",
        token="-",
        jwks=jwks,
        jwks_asked_at=now,
        installed_at=now,
    )
    depots = [
        Warehouse.across_stores.create(store=store, saleor_id=f"W{one}", name=f"Depot {one}", country=country)
        for one, country in enumerate(("TR", "DE"))
    ]
    ids = [depot.saleor_id for depot in depots]
    Channel.across_stores.create(
        store=store,
        saleor_id="C1",
        slug=CHANNEL,
        name="Shop",
        currency="EUR",
        default_country="TR",
        countries=["TR", "DE"],
        warehouse_ids=ids,
        tax=WITH_TAX,
    )
    zone = ShippingZone.across_stores.create(
        store=store, saleor_id="Z1", name="Here", countries=["TR", "DE"], channels=[CHANNEL], warehouses=ids
    )
    for one, days in enumerate(((1, 2), (3, 5))):
        method = ShippingMethod.across_stores.create(
            store=store, zone=zone, saleor_id=f"M{one}", name=f"Cargo {one}", minimum_days=days[0], maximum_days=days[1]
        )
        ShippingPrice.across_stores.create(method=method, channel_slug=CHANNEL, price=Decimal(10 - one), currency="EUR")
    store.delivery_rules.create(warehouse_id="W0", data={"cutoffs": ["15:00"] * 5 + [None] * 2}, updated_at=now)
    made = Variant.across_stores.bulk_create(
        [
            Variant(
                store=store,
                saleor_id=f"V{one}",
                product_id=f"P{one // 3}",
                product_name="Shirt",
                product_slug="shirt",
                listings={CHANNEL: LISTING},
                weight=1,
                issued_at=now - timedelta(days=1),
            )
            for one in range(variants)
        ],
        batch_size=2000,
    )
    Stock.across_stores.bulk_create(
        [
            Stock(variant=variant, warehouse_id=one, warehouse_name=one, quantity=9, quantity_allocated=0)
            for variant in made
            for one in ids
        ],
        batch_size=5000,
    )
    read_days_off(store, now)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "saleor_support_plugin.settings"
    django.setup()
    fill(int(sys.argv[1]), int(sys.argv[2]), sys.stdin.read())
