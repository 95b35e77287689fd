"""Reading a store's public shipping methods."""

from ..stores.clients import client_of
from ..stores.models import Store
from . import actions
from .models import ShippingOption


def read_shipping(store: Store) -> int:
    """Take over the shipping methods of every channel and country; return how many."""
    client = client_of(store)
    by_postal_code = client.methods_by_postal_code()
    count = 0
    for channel in store.channels.filter(is_active=True):
        options = [
            ShippingOption(
                store=store,
                channel_slug=channel.slug,
                country=country,
                method_id=method.id,
                name=method.name,
                price_amount=method.price.amount,
                currency=method.price.currency,
                minimum_days=method.minimum_delivery_days,
                maximum_days=method.maximum_delivery_days,
                minimum_order=method.minimum_order_price.amount if method.minimum_order_price else None,
                maximum_order=method.maximum_order_price.amount if method.maximum_order_price else None,
                by_postal_code=method.id in by_postal_code,
            )
            for country, method in client.shipping_methods(channel.slug, channel.countries)
        ]
        actions.remember_shipping(store=store, channel=channel.slug, options=options)
        count += len(options)
    return count
