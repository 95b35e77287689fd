"""The way out of every message that is not about something the person did: a signed link, good for two years."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

from ..stores.models import Store
from .rules import Purpose, address_hash

SALT = "unsubscribe"
LASTS = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class WayOut:
    """Who wants out of what. The link holds no address, only the hash that is kept of it."""

    store: Store
    email_hash: str
    purpose: str


def unsubscribe_link(*, store: Store, email: str, purpose: Purpose) -> str:
    token = signing.dumps([store.pk, address_hash(email), purpose], salt=SALT, compress=False)
    return f"{settings.PUBLIC_URL}/u/{token}"


def way_out(token: str) -> WayOut | None:
    """Return what a link's token stands for; None for one that is not ours, too old, or of a store that is gone."""
    try:
        store_id, email_hash, purpose = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    store = Store.across_stores.filter(pk=store_id, removed_at=None).first()
    return WayOut(store, email_hash, purpose) if store else None
