"""The only writes about delivery."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..shop.models import Fulfillment
from ..stores.models import Store
from .models import ShippingOption


@transaction.atomic
def remember_shipping(*, store: Store, channel: str, options: Sequence[ShippingOption]) -> None:
    """Take over a channel's shipping methods, all countries at once; what is no longer there is gone."""
    store.shipping_options.filter(channel_slug=channel).delete()
    ShippingOption.across_stores.bulk_create(options, batch_size=1000)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The parcel is known to have arrived now."""


@dataclass(frozen=True, slots=True)
class Already:
    """Somebody said so before; the first word stands."""


@dataclass(frozen=True, slots=True)
class NoParcel:
    """The fulfilment was cancelled, or never left: nothing of it can have arrived."""


NOT_SENT = ("CANCELED", "WAITING_FOR_APPROVAL")


@transaction.atomic
def mark_delivered(
    *, store: Store, fulfillment: Fulfillment, at: datetime, source: str
) -> Delivered | Already | NoParcel:
    """Keep that a parcel of the store arrived `at`; `source` says how we know: `staff`, a carrier, the shopper.

    Saleor has no such state: the mark is ours alone, and what Saleor says later of the fulfilment leaves it alone.
    """
    row = (
        Fulfillment.across_stores.select_for_update(of=("self",)).filter(pk=fulfillment.pk, order__store=store).first()
    )
    if row is None or row.status in NOT_SENT:
        return NoParcel()
    if row.delivered_at is not None:
        return Already()
    row.delivered_at, row.delivered_source = at, source
    row.save(update_fields=["delivered_at", "delivered_source"])
    return Delivered()
