"""What there is to sell, for staff who look for it while somebody waits."""

from threading import Lock

from cachetools import TTLCache

from ..saleor.catalogue import CatalogueProduct
from ..stores.clients import client_of
from ..stores.models import Store

MOST_FOUND = 24
MOST_SEARCH = 100
# Staff type a word letter by letter, and several look for the same.
KEPT_SECONDS = 30
_found: TTLCache[tuple[int, str, str, int], list[CatalogueProduct]] = TTLCache(maxsize=500, ttl=KEPT_SECONDS)
_lock = Lock()


def find(store: Store, channel: str, *, search: str, most: int) -> list[CatalogueProduct]:
    """Return what is for sale there and meets a search, what is in stock first. Raises a SaleorError."""
    words = " ".join(search.split())[:MOST_SEARCH]
    asked = (store.pk, channel, words.casefold(), min(max(most, 1), MOST_FOUND))
    with _lock:
        known = _found.get(asked)
    if known is None:
        found = client_of(store).catalogue(channel, search=words, most=asked[3])
        known = sorted(found, key=lambda one: not one.is_in_stock)
        with _lock:
            _found[asked] = known
    return known


def forget() -> None:
    with _lock:
        _found.clear()
