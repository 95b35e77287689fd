"""The ways to an order's own page: one goes out in mails, one is for who proved by a code whose the mailbox is."""

from datetime import timedelta

from django.conf import settings
from django.core import signing

from .models import Order

MAILED, ENTERED = "order page", "order page by code"
# A mailed one is over earlier, by the store's own days (guests.rules.is_shown).
LASTS = {MAILED: timedelta(days=1_100), ENTERED: timedelta(hours=1)}


def order_link(order: Order) -> str:
    """Return the address of an order's page, for a mail to its buyer: whoever reads the mailbox opens it."""
    return _link(order, MAILED)


def entered_link(order: Order) -> str:
    """Return the address for who typed the code that was mailed; it is good for an hour."""
    return _link(order, ENTERED)


def order_of(token: str) -> Order | None:
    """Return the order whose page a token opens; None for one that is not ours or too old, or whose store is gone."""
    number = next((found for salt in LASTS if (found := _opened(token, salt)) is not None), None)
    if number is None:
        return None
    orders = Order.across_stores.select_related("store").filter(store__removed_at=None, store__is_active=True)
    return orders.filter(pk=number).first()


def _link(order: Order, salt: str) -> str:
    return f"{settings.PUBLIC_URL}/o/{signing.dumps(order.pk, salt=salt, compress=False)}"


def _opened(token: str, salt: str) -> int | None:
    try:
        found = signing.loads(token, salt=salt, max_age=LASTS[salt])
    except (signing.BadSignature, ValueError):
        return None
    return found if type(found) is int else None
