"""The only writes about delivery."""

from collections.abc import Sequence

from django.db import transaction

from ..stores.models import Store
from .models import ShippingOption


@transaction.atomic
def remember_shipping(*, store: Store, channel: str, options: Sequence[ShippingOption]) -> None:
    """Take over a channel's shipping methods, all countries at once; what is no longer there is gone."""
    store.shipping_options.filter(channel_slug=channel).delete()
    ShippingOption.across_stores.bulk_create(options, batch_size=1000)
