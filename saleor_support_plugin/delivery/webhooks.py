"""What we do when Saleor tells us that shipping changed: read it anew, once, however many events say so."""

from django.utils import timezone

from ..events.rules import Delivery
from ..stores.actions import make_due
from ..stores.models import Store

SHIPPING = "shipping"


def shipping_changed(*, store: Store, delivery: Delivery) -> None:
    make_due(store=store, names=[SHIPPING], at=timezone.now())
