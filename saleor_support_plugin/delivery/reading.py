"""Reading what a store says about shipping, and the holidays of the countries that it matters in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from ..hours.days_off import holidays_of
from ..shop.facts import kilogrammes
from ..stores.clients import client_of
from ..stores.models import Store
from . import actions
from .models import ShippingMethod, ShippingPrice, ShippingZone, TaxRate, Warehouse

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient
    from ..saleor.generated.fragments import ShippingZoneFacts, ShippingZoneFactsShippingMethods

# How many years' holidays are kept from this one on: a window at New Year ends in the next, a back order after that.
YEARS = 3


def read_shipping(store: Store) -> int:
    """Take over zones, methods, prices, warehouses and tax rates; return how many methods there are."""
    client = client_of(store)
    zones, methods, prices = _zones(store, client)
    shipping = actions.Shipping(
        zones=zones,
        methods=methods,
        prices=prices,
        warehouses=list(_warehouses(store, client)),
        tax_rates=list(_tax_rates(store, client)),
        stock_follows_zones=client.stock_follows_zones(),
    )
    actions.remember_shipping(store=store, shipping=shipping)
    return len(methods)


def read_days_off(store: Store, now: datetime) -> int:
    """Take over the holidays of every country that the store ships from or to; return how many were new."""
    zones = store.shipping_zones.values_list("countries", flat=True)
    countries = {*store.warehouses.values_list("country", flat=True), *chain.from_iterable(zones)}
    years = range(now.year, now.year + YEARS)
    since = date(now.year, 1, 1)
    return sum(
        actions.remember_days_off(
            country=country, since=since, holidays=[one for year in years for one in holidays_of(country, year)]
        )
        for country in sorted(countries)
    )


def _zones(store: Store, client: SaleorClient) -> tuple[list[ShippingZone], list[ShippingMethod], list[ShippingPrice]]:
    zones: list[ShippingZone] = []
    methods: list[ShippingMethod] = []
    prices: list[ShippingPrice] = []
    for facts in client.shipping_zones():
        zone = _zone(store, facts)
        zones.append(zone)
        for one in facts.shipping_methods or []:
            method = _method(store, zone, one, _excluded(client, facts.id, one))
            methods.append(method)
            prices.extend(_prices(method, one))
    return zones, methods, prices


def _zone(store: Store, zone: ShippingZoneFacts) -> ShippingZone:
    return ShippingZone(
        store=store,
        saleor_id=zone.id,
        name=zone.name,
        countries=[country.code for country in zone.countries],
        channels=[channel.slug for channel in zone.channels],
        warehouses=[warehouse.id for warehouse in zone.warehouses],
    )


def _method(
    store: Store, zone: ShippingZone, method: ShippingZoneFactsShippingMethods, excluded: Sequence[str]
) -> ShippingMethod:
    from ..saleor.client import shoppers_id  # here: web processes hold this module, and would hold pydantic for nothing

    return ShippingMethod(
        store=store,
        zone=zone,
        saleor_id=shoppers_id(method.id),
        name=method.name,
        minimum_days=method.minimum_delivery_days,
        maximum_days=method.maximum_delivery_days,
        minimum_weight=kilogrammes(method.minimum_order_weight),
        maximum_weight=kilogrammes(method.maximum_order_weight),
        postal_codes=[
            [rule.start or "", rule.end or "", rule.inclusion_type] for rule in method.postal_code_rules or []
        ],
        excluded_products=list(excluded),
        tax_class_id=method.tax_class.id if method.tax_class else "",
    )


def _excluded(client: SaleorClient, zone_id: str, method: ShippingZoneFactsShippingMethods) -> list[str]:
    """Return the products that a method does not take; a zone brings the first hundred, the rest is asked for."""
    page = method.excluded_products
    if page is None:
        return []
    first = [edge.node.id for edge in page.edges]
    if not page.page_info.has_next_page:
        return first
    return [*first, *client.excluded_products(zone_id, method.id, page.page_info.end_cursor)]


def _prices(method: ShippingMethod, facts: ShippingZoneFactsShippingMethods) -> Iterator[ShippingPrice]:
    for one in facts.channel_listings or []:
        if one.price is not None:
            yield ShippingPrice(
                method=method,
                channel_slug=one.channel.slug,
                price=one.price.amount,
                currency=one.price.currency,
                minimum_order=one.minimum_order_price.amount if one.minimum_order_price else None,
                maximum_order=one.maximum_order_price.amount if one.maximum_order_price else None,
            )


def _warehouses(store: Store, client: SaleorClient) -> Iterator[Warehouse]:
    for one in client.all_warehouses():
        address = one.address
        yield Warehouse(
            store=store,
            saleor_id=one.id,
            name=one.name,
            country=address.country.code,
            city=address.city,
            postal_code=address.postal_code,
            street=", ".join(line for line in (address.street_address_1, address.street_address_2) if line),
            click_and_collect=one.click_and_collect_option,
            is_private=one.is_private,
        )


def _tax_rates(store: Store, client: SaleorClient) -> Iterator[TaxRate]:
    for country in client.tax_rates():
        for one in country.tax_class_country_rates:
            tax_class_id = one.tax_class.id if one.tax_class else ""
            yield TaxRate(store=store, country=country.country.code, tax_class_id=tax_class_id, rate=one.rate)
