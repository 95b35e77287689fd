"""How many pieces of a variant may be sold: those in the warehouses of the zones that are asked about."""

from __future__ import annotations

from .catalogue_records import ProductVariant, Stock
from .state import State


def stocks_near(state: State, variant: ProductVariant, channel_slug: str | None, country: str | None) -> list[Stock]:
    """The stocks of warehouses whose zones reach the channel and the country, where one is named."""
    zones = [
        zone
        for zone in state.zones.values()
        if (country is None or country in zone.countries)
        and (channel_slug is None or channel_slug in zone.channel_slugs)
    ]
    slugs = {slug for zone in zones for slug in zone.warehouse_slugs}
    return [stock for stock in variant.stocks if stock.warehouse_slug in slugs]


def free_pieces(state: State, variant: ProductVariant, channel_slug: str | None, country: str | None) -> int:
    stocks = stocks_near(state, variant, channel_slug, country)
    return sum(max(stock.quantity - stock.quantity_allocated, 0) for stock in stocks)
