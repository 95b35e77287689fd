"""Reads about delivery."""

from datetime import datetime

from ..hours.zones import zone_of_country
from ..money import Money
from ..stores.models import Store
from .rules import DeliveryLine, Method, delivery_line


def line(store: Store, *, channel: str, variant_id: str, country: str, now: datetime) -> DeliveryLine | None:
    """Return what a product page may say, or None where channel or variant is not known to the store."""
    of_channel = store.channels.filter(slug=channel, is_active=True).first()
    variant = store.variants.filter(saleor_id=variant_id, is_deleted=False).first()
    if of_channel is None or variant is None:
        return None
    rows = store.shipping_options.filter(channel_slug=channel, country=country) if variant.is_shipping_required else ()
    methods = [
        Method(
            row.method_id,
            row.name,
            Money(row.price_amount, row.currency),
            row.minimum_days,
            row.maximum_days,
            row.is_conditional,
        )
        for row in rows
    ]
    return delivery_line(methods=methods, now=now, zone=zone_of_country(of_channel.default_country))
