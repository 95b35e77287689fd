"""What a web process keeps of what shops' pages ask, as long as it hears of every change to that."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from cachetools import LRUCache

from .places import Place

MOST_PLACES = 1_000
# Of answers, in one process: some 10,000 of them.
MOST_BYTES = 24 * 1024 * 1024
# What Python needs for an answer beside its body: its key, its row, its place in three tables.
ROW_BYTES = 600


@dataclass(slots=True)
class Answer:
    """A body as it is sent, with headers of its own; it holds until `until`.

    `variant_id` is what it is about: of reviews and questions, a product's id.
    """

    body: bytes
    until: datetime
    store_id: int = 0
    variant_id: str = ""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    etag: bytes = b""

    def __post_init__(self) -> None:
        self.etag = b'"%s"' % blake2b(self.body, digest_size=12).hexdigest().encode()


class Memory:
    """Nothing is kept while `hears` is false: nobody would say that it has become old.

    What was read before a change and finished after it must not be kept either, so `generation` counts the changes:
    who reads takes it first, and gives it back with what it read.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.hears = False
        self.generation = 0
        self.bytes = 0
        self._most_bytes = most_bytes
        self._places: LRUCache[tuple[str, str], Place] = LRUCache(maxsize=MOST_PLACES)
        self._answers: OrderedDict[bytes, Answer] = OrderedDict()
        self._of_store: dict[int, dict[str, set[bytes]]] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def place(self, store_key: str, channel: str) -> Place | None:
        return self._places.get((store_key, channel))

    def keep_place(self, store_key: str, channel: str, place: Place, *, since: int) -> None:
        if self.hears and since == self.generation:
            self._places[store_key, channel] = place

    def answer(self, address: bytes, now: datetime) -> Answer | None:
        """Return what was answered at this address (path, "?" and query, as they were sent), as long as it holds."""
        kept = self._answers.get(address)
        if kept is None:
            return None
        if kept.until <= now:
            self._drop(address)
            return None
        self._answers.move_to_end(address)
        return kept

    def keep(self, address: bytes, answer: Answer, *, since: int) -> None:
        if not self.hears or since != self.generation:
            return
        self._drop(address)
        answer.body = bytes(memoryview(answer.body))  # orjson's own bytes hold on to a buffer of twice their length
        self._answers[address] = answer
        self._of_store.setdefault(answer.store_id, {}).setdefault(answer.variant_id, set()).add(address)
        self.bytes += _size(address, answer)
        while self.bytes > self._most_bytes:
            self._drop(next(iter(self._answers)))

    def forget(self, said: str) -> None:
        """Forget what a notification says is old: a store's ("7"), one thing's ("7:UHJv…"), or everything ("")."""
        self.generation += 1
        store, _, variant_id = said.partition(":")
        if not store.isdigit():
            self.forget_all()
            return
        theirs = self._of_store.get(int(store), {})
        for one in [variant_id] if variant_id else list(theirs):
            for address in list(theirs.get(one, ())):
                self._drop(address)
        if not variant_id:
            for key in [key for key, place in self._places.items() if place.store_id == int(store)]:
                del self._places[key]

    def forget_all(self) -> None:
        self.generation += 1
        self.bytes = 0
        self._places.clear()
        self._answers.clear()
        self._of_store.clear()

    def _drop(self, address: bytes) -> None:
        dropped = self._answers.pop(address, None)
        if dropped is None:
            return
        self.bytes -= _size(address, dropped)
        theirs = self._of_store[dropped.store_id]
        theirs[dropped.variant_id].discard(address)
        if not theirs[dropped.variant_id]:
            del theirs[dropped.variant_id]
        if not theirs:
            del self._of_store[dropped.store_id]


def _size(address: bytes, answer: Answer) -> int:
    return len(address) + len(answer.body) + ROW_BYTES
