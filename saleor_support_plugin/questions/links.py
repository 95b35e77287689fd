"""The link to the page where buyers answer what was asked about what they received: signed, of one order, ending."""

from datetime import timedelta

from django.conf import settings
from django.core import signing

from ..shop.models import Order

SALT = "question"
LASTS = timedelta(days=60)


def answering(order: Order) -> str:
    return f"{settings.PUBLIC_URL}/q/{signing.TimestampSigner(salt=SALT).sign_object(order.pk)}"


def opened(token: str) -> Order | None:
    """Return the order that a link's token stands for; None for one that is not ours, too old, or of nobody."""
    try:
        pk = signing.TimestampSigner(salt=SALT).unsign_object(token, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    rows = Order.across_stores.select_related("store")
    return rows.filter(pk=pk, store__removed_at=None, store__is_active=True).first()
