"""The only writes about what Saleor says happened to orders."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from ..saleor.order_notes import OrderHappening
from ..shop.models import Order
from .models import EventsReading, SaleorEvent


@transaction.atomic
def remember_events(*, order: Order, events: Iterable[OrderHappening], of: datetime, now: datetime) -> None:
    """Keep an order's history as it was when our word for the order was `of`. What is known stays as it is."""
    rows = [
        SaleorEvent(
            order=order,
            saleor_id=one.id,
            type=one.type,
            at=one.at,
            message=one.message,
            app_name=one.app_name[:250],
        )
        for one in events
    ]
    SaleorEvent.across_stores.bulk_create(rows, ignore_conflicts=True)
    EventsReading.across_stores.update_or_create(order=order, defaults={"read_at": now, "of": of})
