"""The way from a mail to the page of what we may send: a signed link, good for two years, that holds no address."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

from ..people.addresses import address_hash
from ..people.models import KeyKind, PersonKey
from ..stores.models import Store

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


def choosing(token: str) -> Choosing | None:
    """Return who chooses; None for a token that is not ours or too old, and for whoever is no longer known."""
    try:
        store_id, value_hash = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    keys = PersonKey.across_stores.select_related("person", "store")
    key = keys.filter(store_id=store_id, store__removed_at=None, kind=KeyKind.EMAIL, value_hash=value_hash).first()
    return Choosing(key.store, key) if key else None
