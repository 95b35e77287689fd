"""The fields of Query about the shop and its goods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError

from .catalogue_records import Category, Channel, Product, ProductVariant, ShippingZone, Stock, Warehouse
from .filters import CATEGORIES, VARIANTS, WAREHOUSES, narrowed, ordered, product_filter, product_sorting
from .product_fields import in_channel
from .resolving import Ask, page, resolves
from .state import State

# Whoever may see unpublished goods need not name a channel.
_SEES_ALL = ("AUTHENTICATED_APP", "AUTHENTICATED_STAFF_USER")


@resolves("Query.shop")
def shop(root: None, ask: Ask) -> State:
    return ask.store.state


@resolves("Query.channel")
def channel(root: None, ask: Ask, id: str | None = None, slug: str | None = None) -> Channel | None:
    by_id: Channel | None = ask.store.state.find(id or "", "Channel")
    return by_id or ask.store.state.channel(slug or "")


@resolves("Query.channels")
def channels(root: None, ask: Ask) -> list[Channel]:
    return list(ask.store.state.channels.values())


@resolves("Query.shippingZone")
def shipping_zone(root: None, ask: Ask, id: str, channel: str | None = None) -> ShippingZone | None:
    zone: ShippingZone | None = ask.store.state.find(id, "ShippingZone")
    return zone


@resolves("Query.shippingZones")
def shipping_zones(root: None, ask: Ask, channel: str | None = None, **paging: Any) -> dict[str, Any]:
    zones = [zone for zone in ask.store.state.zones.values() if channel is None or channel in zone.channel_slugs]
    return page(zones, name="shippingZones", **paging)


@resolves("Query.warehouse")
def warehouse(root: None, ask: Ask, id: str | None = None, external_reference: str | None = None) -> Warehouse | None:
    found: Warehouse | None = ask.store.state.find(id or "", "Warehouse")
    return found


@resolves("Query.warehouses")
def warehouses(root: None, ask: Ask, filter: dict[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    return page(narrowed(ask.store.state.warehouses.values(), filter, WAREHOUSES), name="warehouses", **paging)


@resolves("Query.stock")
def stock(root: None, ask: Ask, id: str) -> Stock | None:
    found: Stock | None = ask.store.state.find(id, "Stock")
    return found


@resolves("Query.stocks")
def stocks(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page(list(ask.store.state.stocks()), name="stocks", **paging)


@resolves("Query.category")
def category(root: None, ask: Ask, id: str | None = None, slug: str | None = None) -> Category | None:
    return next((c for c in ask.store.state.categories.values() if c.id == id or c.slug == slug), None)


@resolves("Query.categories")
def categories(root: None, ask: Ask, filter: Mapping[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    return page(narrowed(ask.store.state.categories.values(), filter, CATEGORIES), name="categories", **paging)


def _demand_channel(ask: Ask, channel: str | None) -> None:
    if channel is None and not ask.caller.has(*_SEES_ALL):
        raise GraphQLError("You need to provide channel slug.")


@resolves("Query.product")
def product(
    root: None,
    ask: Ask,
    id: str | None = None,
    slug: str | None = None,
    external_reference: str | None = None,
    channel: str | None = None,
) -> Product | None:
    _demand_channel(ask, channel)
    found = next((p for p in ask.store.state.products.values() if p.id == id or p.slug == slug), None)
    return in_channel(found, channel) if found else None


@resolves("Query.products")
def products(
    root: None,
    ask: Ask,
    channel: str | None = None,
    filter: dict[str, Any] | None = None,
    sort_by: dict[str, Any] | None = None,
    **paging: Any,
) -> dict[str, Any]:
    _demand_channel(ask, channel)
    shown = [p for p in ask.store.state.products.values() if p.is_published or ask.caller.has(*_SEES_ALL)]
    found = narrowed(shown, filter, product_filter(ask))
    rows = ordered(found, sort_by, product_sorting(sort_by), "CREATED_AT")
    return page([in_channel(row, channel) for row in rows], name="products", **paging)


@resolves("Query.productVariant")
def product_variant(
    root: None,
    ask: Ask,
    id: str | None = None,
    sku: str | None = None,
    external_reference: str | None = None,
    channel: str | None = None,
) -> ProductVariant | None:
    _demand_channel(ask, channel)
    found = next((v for _, v in ask.store.state.variants() if v.id == id or (sku and v.sku == sku)), None)
    return in_channel(found, channel) if found else None


@resolves("Query.productVariants")
def product_variants(
    root: None,
    ask: Ask,
    ids: list[str] | None = None,
    channel: str | None = None,
    filter: dict[str, Any] | None = None,
    sort_by: dict[str, Any] | None = None,
    **paging: Any,
) -> dict[str, Any]:
    _demand_channel(ask, channel)
    rows = [variant for _, variant in ask.store.state.variants() if ids is None or variant.id in ids]
    rows = narrowed(rows, filter, VARIANTS)
    if sort_by:
        rows = ordered(rows, sort_by, {"LAST_MODIFIED_AT": lambda variant: variant.updated_at}, "")
    return page([in_channel(row, channel) for row in rows], name="productVariants", **paging)
