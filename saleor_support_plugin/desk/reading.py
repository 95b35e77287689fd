"""Reading an order's history out of Saleor, when somebody wants to see it and the order changed since."""

import logging

from django.utils import timezone

from ..saleor.errors import SaleorError
from ..shop.models import Order
from ..stores.clients import client_of
from ..stores.models import Store
from . import actions
from .models import EventsReading

log = logging.getLogger(__name__)


def learn_events(store: Store, order: Order) -> bool:
    """Read what we do not know of an order's history; return whether all of it is known now."""
    if EventsReading.across_stores.filter(order=order, of=order.issued_at).exists():
        return True
    try:
        events = client_of(store).order_history(order.saleor_id)
    except SaleorError as error:  # what is known is worth seeing without it
        log.warning("an order's history was not read", extra={"facts": {"code": error.code}})
        return False
    actions.remember_events(order=order, events=events, of=order.issued_at, now=timezone.now())
    return True
