"""Reads of what we know of a shop, for a member of staff: only orders of channels that Saleor lets them see."""

from django.db.models import Prefetch, QuerySet

from ..stores.callers import Staff
from ..stores.models import Store
from .models import Channel, Fulfillment, FulfillmentLine, Order


def orders(staff: Staff) -> QuerySet[Order]:
    """Return the orders that this member of staff may see, newest first, with lines and fulfilments."""
    seen = staff.store.orders.all()
    if staff.channels is not None:
        seen = seen.filter(channel_slug__in=staff.channels)
    lines = Prefetch("fulfillments__lines", FulfillmentLine.across_stores.all())
    return seen.order_by("-created", "id").prefetch_related("lines", "fulfillments", lines)


def order(staff: Staff, saleor_id: str) -> Order | None:
    """Return the order with Saleor's id, or None: unknown, another store's and another channel's look the same."""
    return orders(staff).filter(saleor_id=saleor_id).first()


def knows_order(store: Store, saleor_id: str) -> bool:
    return store.orders.filter(saleor_id=saleor_id).exists()


def channels(staff: Staff) -> list[Channel]:
    """Return the channels that this member of staff may see, by name."""
    seen = staff.store.channels.order_by("name", "id")
    return list(seen if staff.channels is None else seen.filter(slug__in=staff.channels))


def fulfillment(staff: Staff, saleor_id: str) -> Fulfillment | None:
    """Return a parcel of an order that they may see, with its lines, or None as for an order."""
    seen = Fulfillment.across_stores.filter(saleor_id=saleor_id, order__in=orders(staff).order_by())
    return seen.select_related("order").prefetch_related("lines").first()
