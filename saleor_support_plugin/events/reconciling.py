"""Getting back what an outage kept from us: Saleor shows an app its own failed deliveries for 14 days."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..stores.clients import client_of
from ..stores.models import Store
from .actions import keep

if TYPE_CHECKING:
    from ..saleor.client import OwnDelivery


def keep_undelivered(store: Store, *, since: datetime) -> int:
    """Keep every delivery made since then that Saleor still holds; return how many it showed.

    One that also arrives by itself is the same row: body and event are the same.
    """
    return sum(_keep(store, delivery) for delivery in client_of(store).own_deliveries(since=since))


def _keep(store: Store, delivery: OwnDelivery) -> bool:
    if not delivery.payload or delivery.payload == "null":  # a deferred one that Saleor has not made yet: it will come
        return False
    keep(store=store, event=delivery.event, body=delivery.payload.encode())
    return True
