"""The shop, its channels, warehouses and ways of shipping, as the API shows them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from .catalogue_records import Channel, Stock, Warehouse
from .checkout_acts import LIMIT_PER_LINE
from .records import Address, global_id
from .resolving import Ask, page, resolves
from .shipping import ShippingMethod, methods_to, offered
from .state import State

COUNTRIES = {"AT": "Austria", "DE": "Germany", "FR": "France", "NL": "Netherlands", "TR": "Türkiye"}
LANGUAGES = {"EN": "English", "TR": "Turkish", "DE": "German", "NL": "Dutch"}


def country(code: str) -> dict[str, str]:
    return {"code": code, "country": COUNTRIES.get(code, code)}


def language(code: str) -> dict[str, str]:
    return {"code": code, "language": LANGUAGES.get(code, code)}


def permission(code: str) -> dict[str, str]:
    return {"code": code, "name": code.replace("_", " ").capitalize() + "."}


_SHOP: dict[str, Any] = {
    "Shop.id": global_id("Shop", "1"),
    "Shop.defaultMailSenderName": "",
    "Shop.defaultMailSenderAddress": None,
    "Shop.description": "A demo shop; nothing here is real.",
    "Shop.fulfillmentAutoApprove": True,
    "Shop.fulfillmentAllowUnpaid": True,
    "Shop.trackInventoryByDefault": True,
    "Shop.allowStorefrontTraffic": True,
    "Shop.defaultWeightUnit": "KG",
    "Shop.limitQuantityPerCheckout": LIMIT_PER_LINE,
    "Shop.passwordLoginMode": "ENABLED",
    "Shop.useLegacyShippingZoneStockAvailability": True,
    "Channel.stockSettings": {"allocation_strategy": "PRIORITIZE_SORTING_ORDER"},
    "Channel.orderSettings": {
        "automatically_confirm_all_new_orders": True,
        "automatically_fulfill_non_shippable_gift_card": True,
        "allow_unpaid_orders": False,
        "mark_as_paid_strategy": "TRANSACTION_FLOW",
    },
    "Warehouse.companyName": "Demo shop",
    "Warehouse.externalReference": None,
    "Stock.quantityReserved": 0,
    "Address.isDefaultShippingAddress": None,
    "Address.isDefaultBillingAddress": None,
}


def same_for_all(values: dict[str, Any]) -> None:
    """Fields whose answer never changes."""
    for name, value in values.items():
        resolves(name)(lambda row, ask, _value=value: _value)


same_for_all(_SHOP)


@resolves("Shop.name")
def shop_name(state: State, ask: Ask) -> str:
    return state.shop_name


@resolves("Shop.version")
def shop_version(state: State, ask: Ask) -> str:
    return ask.store.full_version


@resolves("Shop.schemaVersion")
def shop_schema_version(state: State, ask: Ask) -> str:
    return state.version


@resolves("Shop.domain")
def shop_domain(state: State, ask: Ask) -> dict[str, Any]:
    parts = urlsplit(state.api_url)
    return {"host": parts.netloc, "ssl_enabled": parts.scheme == "https", "url": f"{parts.scheme}://{parts.netloc}/"}


@resolves("Shop.channelCurrencies")
def shop_currencies(state: State, ask: Ask) -> list[str]:
    return sorted({channel.currency_code for channel in state.channels.values()})


@resolves("Shop.countries")
def shop_countries(state: State, ask: Ask) -> list[dict[str, str]]:
    return [country(code) for code in COUNTRIES]


@resolves("Shop.defaultCountry")
def shop_default_country(state: State, ask: Ask) -> dict[str, str]:
    return country("TR")


@resolves("Shop.companyAddress")
def shop_address(state: State, ask: Ask) -> Address:
    return state.warehouse("istanbul").address


@resolves("Shop.languages")
def shop_languages(state: State, ask: Ask) -> list[dict[str, str]]:
    return [language(code) for code in LANGUAGES]


@resolves("Shop.permissions")
def shop_permissions(state: State, ask: Ask) -> list[dict[str, str]]:
    return [permission(code) for code in sorted(ask.store.all_permissions)]


@resolves("Shop.availableShippingMethods")
def shop_shipping_methods(
    state: State, ask: Ask, channel: str, address: dict[str, Any] | None = None
) -> list[ShippingMethod]:
    to = (address or {}).get("country")
    postal_code = (address or {}).get("postal_code", "") if to else None
    return [offered(state, method, channel) for method in methods_to(state, channel, to, postal_code=postal_code)]


@resolves("Channel.defaultCountry")
def channel_country(channel: Channel, ask: Ask) -> dict[str, str]:
    return country(channel.default_country)


@resolves("Channel.countries")
def channel_countries(channel: Channel, ask: Ask) -> list[dict[str, str]]:
    return [country(code) for code in channel.countries]


@resolves("Channel.hasOrders")
def channel_has_orders(channel: Channel, ask: Ask) -> bool:
    return any(order.channel_slug == channel.slug for order in ask.store.state.orders.values())


@resolves("Channel.warehouses")
def channel_warehouses(channel: Channel, ask: Ask) -> list[Warehouse]:
    state = ask.store.state
    slugs = [
        slug for zone in state.zones.values() if channel.slug in zone.channel_slugs for slug in zone.warehouse_slugs
    ]
    return [state.warehouse(slug) for slug in dict.fromkeys(slugs)]


@resolves("Channel.availableShippingMethodsPerCountry")
def channel_methods_per_country(channel: Channel, ask: Ask, countries: list[str] | None = None) -> list[dict[str, Any]]:
    """Without postal rules, and in no useful order: Saleor sorts the countries, not the methods."""
    state = ask.store.state
    served = [code for code in sorted(countries or channel.countries) if methods_to(state, channel.slug, code)]
    return [
        {
            "country_code": code,
            "shipping_methods": [
                offered(state, method, channel.slug)
                for method in sorted(methods_to(state, channel.slug, code), key=lambda method: int(method.pk))
            ],
        }
        for code in served
    ]


@resolves("Warehouse.shippingZones")
def warehouse_zones(warehouse: Warehouse, ask: Ask, **paging: Any) -> dict[str, Any]:
    zones = [zone for zone in ask.store.state.zones.values() if warehouse.slug in zone.warehouse_slugs]
    return page(zones, name="shippingZones", **paging)


@resolves("Warehouse.stocks")
def warehouse_stocks(warehouse: Warehouse, ask: Ask, **paging: Any) -> dict[str, Any]:
    stocks = [stock for stock in ask.store.state.stocks() if stock.warehouse_slug == warehouse.slug]
    return page(stocks, name="stocks", **paging)


@resolves("Stock.warehouse")
def stock_warehouse(stock: Stock, ask: Ask) -> Warehouse:
    return ask.store.state.warehouse(stock.warehouse_slug)


@resolves("Address.country")
def address_country(address: Address, ask: Ask) -> dict[str, str]:
    return country(address.country)
