"""What we do when Saleor tells us something about an order that staff gave money back for."""

from django.utils import timezone

from ..events.rules import Delivery
from ..stores.models import Store
from . import actions


def order_changed(*, store: Store, delivery: Delivery) -> None:
    """Whether a payment provider has paid, or refused, Saleor tells only by the order's own events."""
    order = delivery.body.get("order")
    if order is not None:
        actions.look_again(order_id=order["id"], store=store, now=timezone.now())
