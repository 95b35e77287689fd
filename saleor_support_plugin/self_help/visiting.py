"""Stores, read as anybody may read them, for whoever is at a public door: bounded, kept, and one at a time."""

from collections.abc import Callable, Hashable
from threading import Lock

from cachetools import TTLCache

from ..saleor.errors import SaleorError

# A store that does not answer is left alone for so long.
REST_SECONDS = 15
# Doors have few threads: a slow store, or many different searches at once, may keep one of them and no more.
_asking = Lock()
_resting: TTLCache[int, bool] = TTLCache(maxsize=1_000, ttl=REST_SECONDS)
_resting_lock = Lock()


class Busy(Exception):
    """Somebody else is being answered, or the store is not."""

    code = "BUSY"


class Kept[Key: Hashable, Found]:
    """What stores said, by what they were asked."""

    def __init__(self, *, most: int, seconds: int) -> None:
        self._kept: TTLCache[tuple[int, Key], Found] = TTLCache(maxsize=most, ttl=seconds)
        self._lock = Lock()

    def get(self, store_id: int, key: Key, ask: Callable[[], Found]) -> Found:
        """Return what is known, or ask. Raises Busy."""
        with self._lock:
            known = self._kept.get((store_id, key))
        if known is not None:
            return known
        if _rests(store_id) or not _asking.acquire(blocking=False):
            raise Busy
        try:
            found = ask()
        except SaleorError as error:
            with _resting_lock:
                _resting[store_id] = True
            raise Busy from error
        finally:
            _asking.release()
        with self._lock:
            self._kept[store_id, key] = found
        return found

    def forget(self) -> None:
        with self._lock, _resting_lock:
            self._kept.clear()
            _resting.clear()


def _rests(store_id: int) -> bool:
    with _resting_lock:
        return store_id in _resting
