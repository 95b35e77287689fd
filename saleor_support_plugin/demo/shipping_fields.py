"""Shipping zones and methods, as the API shows them."""

from __future__ import annotations

from typing import Any

from .catalogue_records import Channel, ShippingMethodType, ShippingZone, Warehouse
from .money import Money
from .records import global_id
from .resolving import Ask, page, resolves
from .shipping import ShippingMethod
from .shop_fields import country, language, same_for_all

same_for_all(
    {
        "ShippingMethod.active": True,
        "ShippingMethod.message": "",
        "ShippingMethod.maximumOrderPrice": None,
        "ShippingMethod.maximumOrderWeight": None,
        "ShippingMethod.minimumOrderWeight": None,
        "ShippingMethodType.maximumOrderPrice": None,
        "ShippingMethodType.minimumOrderPrice": None,
        "ShippingMethodType.maximumOrderWeight": None,
        "ShippingMethodType.minimumOrderWeight": None,
    }
)


def _same_as_method(field: str, attribute: str) -> None:
    resolves(f"ShippingMethod.{field}")(lambda row, ask: getattr(row.method, attribute))


for _field, _attribute in (
    ("name", "name"),
    ("type", "type"),
    ("description", "description"),
    ("minimumDeliveryDays", "minimum_delivery_days"),
    ("maximumDeliveryDays", "maximum_delivery_days"),
):
    _same_as_method(_field, _attribute)


@resolves("ShippingMethod.translation", "ShippingMethodType.translation")
def method_translation(row: ShippingMethod | ShippingMethodType, ask: Ask, language_code: str) -> dict[str, Any] | None:
    method = row.method if isinstance(row, ShippingMethod) else row
    if language_code not in method.names:
        return None
    return {
        "id": global_id("ShippingMethodTranslation", method.pk),
        "language": language(language_code),
        "name": method.names[language_code],
        "description": None,
    }


@resolves("ShippingMethodType.channelListings")
def method_listings(method: ShippingMethodType, ask: Ask) -> list[dict[str, Any]]:
    state = ask.store.state
    listings = []
    for slug, price in method.prices.items():
        channel = state.channel_of(slug)
        least = method.minimum_order_prices.get(slug)
        listings.append(
            {
                "id": global_id("ShippingMethodChannelListing", f"{method.pk}{channel.pk}"),
                "channel": channel,
                "price": Money(price, channel.currency_code),
                "minimum_order_price": None if least is None else Money(least, channel.currency_code),
                "maximum_order_price": None,
            }
        )
    return listings


@resolves("ShippingMethodType.excludedProducts")
def method_excluded(method: ShippingMethodType, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page([], name="excludedProducts", **paging)


@resolves("ShippingZone.countries")
def zone_countries(zone: ShippingZone, ask: Ask) -> list[dict[str, str]]:
    return [country(code) for code in zone.countries]


@resolves("ShippingZone.channels")
def zone_channels(zone: ShippingZone, ask: Ask) -> list[Channel]:
    return [channel for channel in ask.store.state.channels.values() if channel.slug in zone.channel_slugs]


@resolves("ShippingZone.warehouses")
def zone_warehouses(zone: ShippingZone, ask: Ask) -> list[Warehouse]:
    return [ask.store.state.warehouse(slug) for slug in zone.warehouse_slugs]
