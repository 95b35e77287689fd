"""How much somebody may ask of a socket: so much at once, and from then on so much in a second."""

from cachetools import LRUCache


class Bucket:
    """Holds `many`, and gets `per_second` back."""

    __slots__ = ("_at", "_left", "_many", "_per_second")

    def __init__(self, many: float, per_second: float, now: float) -> None:
        self._many = many
        self._per_second = per_second
        self._left = many
        self._at = now

    def take(self, now: float) -> bool:
        """Take one; False where none is left. `now` is in seconds of any clock that never goes back."""
        self._left = min(self._many, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Buckets:
    """One for each name; of `most` names those that came last are remembered."""

    def __init__(self, many: float, per_second: float, *, most: int = 20_000) -> None:
        self._many = many
        self._per_second = per_second
        self._buckets: LRUCache[str, Bucket] = LRUCache(maxsize=most)

    def take(self, name: str, now: float) -> bool:
        bucket = self._buckets.get(name)
        if bucket is None:
            bucket = self._buckets[name] = Bucket(self._many, self._per_second, now)
        return bucket.take(now)


class Places:
    """How many are there at once, for each name."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: dict[str, int] = {}

    def enter(self, name: str) -> bool:
        taken = self._taken.get(name, 0)
        if taken >= self._most:
            return False
        self._taken[name] = taken + 1
        return True

    def leave(self, name: str) -> None:
        left = self._taken.get(name, 0) - 1
        if left > 0:
            self._taken[name] = left
        else:
            self._taken.pop(name, None)
