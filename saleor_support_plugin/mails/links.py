"""Ways from a mail: to the page of what we may send, a signed link that holds no address; and to its order's page."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

from ..people.addresses import address_hash, normal_address
from ..people.models import KeyKind, PersonKey
from ..shop.links import order_link
from ..shop.models import Order
from ..stores.models import Store
from .catalogue import phrases
from .letter import Way

SALT = "preferences"
LASTS = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Choosing:
    """Whose mailbox the link was mailed to."""

    store: Store
    key: PersonKey


def preferences_link(*, store: Store, email: str) -> str:
    token = signing.dumps([store.pk, address_hash(email)], salt=SALT, compress=False)
    return f"{settings.PUBLIC_URL}/p/{token}"


def order_ways(order: Order | None, *, to: str, language: str) -> tuple[Way, ...]:
    """Return the way to an order and to help with it, in a mail to who placed it; none in one to anybody else."""
    if order is None or not to or normal_address(order.customer_email) != normal_address(to):
        return ()
    return (Way(phrases("order_page", language)["link"], order_link(order)),)


def choosing(token: str) -> Choosing | None:
    """Return who chooses; None for a token that is not ours or too old, and for whoever is no longer known."""
    try:
        store_id, value_hash = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    keys = PersonKey.across_stores.select_related("person", "store")
    key = keys.filter(store_id=store_id, store__removed_at=None, kind=KeyKind.EMAIL, value_hash=value_hash).first()
    return Choosing(key.store, key) if key else None
