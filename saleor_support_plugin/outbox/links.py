"""The way out of every message that is not about something the person did: a signed link, good for two years."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

from ..people.addresses import address_hash
from ..people.rules import Medium, Purpose
from ..stores.models import Store

SALT = "unsubscribe"
LASTS = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class WayOut:
    """Who wants out of what. The link holds no address, only the hash that is kept of it."""

    store: Store
    address_hash: str
    purpose: Purpose
    medium: Medium


def unsubscribe_link(*, store: Store, address: str, purpose: str, medium: Medium = "email") -> str:
    token = signing.dumps([store.pk, address_hash(address), purpose, medium], salt=SALT, compress=False)
    return f"{settings.PUBLIC_URL}/u/{token}"


def way_out(token: str) -> WayOut | None:
    """Return what a link's token stands for; None for one that is not ours, too old, or of a store that is gone."""
    try:
        # Links of an earlier version are of mails, and do not say so.
        store_id, hashed, purpose, *rest = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    store = Store.across_stores.filter(pk=store_id, removed_at=None).first()
    return WayOut(store, hashed, purpose, rest[0] if rest else "email") if store else None
