"""The way to a store's API, under the rules for addresses that merchants give."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from ..egress import Egress
from ..saleor.keys import fetch_jwks
from .models import Store
from .rules import ASK_KEYS_EVERY

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient


@cache
def _egress(allow_private: bool, seconds: int) -> Egress:
    # Here, for requests and urllib3 are five megabytes that a process without a question to a store does without.
    from ..egress.checked import CheckedEgress

    return CheckedEgress(allow_private=allow_private, connect_timeout=5, read_timeout=seconds)


def egress() -> Egress:
    return _egress(settings.ALLOW_PRIVATE_STORES, settings.SALEOR_TIMEOUT_SECONDS)


def client_at(api_url: str, *, token: str | None = None) -> SaleorClient:
    from ..saleor.client import SaleorClient  # and pydantic: as above

    return SaleorClient(api_url, token=token, egress=egress())


def client_of(store: Store, *, token: str | None = None) -> SaleorClient:
    """Return a client with the app's own token, or with a caller's."""
    return client_at(store.api_url, token=token or store.token)


def keys_at(api_url: str) -> str:
    """Return the text of the JWKS of the store at this API address. Raises SaleorUnreachable."""
    return fetch_jwks(api_url, egress())


def newest_keys(store: Store) -> str:
    """Return the store's keys, asked for once more unless that was done within the last minute."""
    now = timezone.now()
    mine = Store.across_stores.filter(pk=store.pk)
    if not mine.filter(jwks_asked_at__lt=now - ASK_KEYS_EVERY).update(jwks_asked_at=now):
        return mine.values_list("jwks", flat=True).get()
    jwks = keys_at(store.api_url)
    mine.update(jwks=jwks)
    return jwks
