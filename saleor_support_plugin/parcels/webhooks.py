"""What we do when Saleor tells us that an order was placed: keep what is promised for it."""

from ..events.rules import Delivery
from ..stores.models import Store
from . import actions


def order_placed(*, store: Store, delivery: Delivery) -> None:
    """Runs after the order was taken over, and before its stock is read anew: what it took itself is still there."""
    order = delivery.body.get("order")
    row = store.orders.prefetch_related("lines").filter(saleor_id=order["id"]).first() if order else None
    if row is not None:
        actions.freeze(order=row, now=delivery.issued_at)


def parcel_changed(*, store: Store, delivery: Delivery) -> None:
    """A parcel left, was cancelled or got its number: the order may be whole now, and a service may be told of it."""
    order = delivery.body.get("order")
    row = store.orders.prefetch_related("lines").filter(saleor_id=order["id"]).first() if order else None
    if row is not None:
        actions.settle(order=row)
        actions.follow_soon(store=store, now=delivery.issued_at)
