"""People who chat over bad networks: cut off at any moment they come back, and say again what was not confirmed."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from .chat_load import End, Ours, connected

AWAY_SECONDS = (0.0, 1.0)


@dataclass
class Seen:
    """What went right and wrong, over all conversations. `waits_ms` are those of messages that no cut came between."""

    said: int = 0
    heard: int = 0
    doubled: int = 0
    disordered: int = 0
    cuts: int = 0
    waits_ms: list[float] = field(default_factory=list)
    through_cuts_ms: list[float] = field(default_factory=list)


class Coming(Ours):
    """A page that comes back: it knows up to which number it has everything."""

    def __init__(self, tokens: Sequence[str], seq: int) -> None:
        super().__init__(tokens)
        self._seq = seq

    def after(self, conversation: int) -> dict[str, int]:
        return dict.fromkeys(super().after(conversation), self._seq)


class Side:
    """One of the two in a conversation: what they heard, by number, each once and in order."""

    def __init__(self, tokens: Sequence[str], ports: Sequence[int], conversation: int, seen: Seen) -> None:
        self._tokens = tokens
        self._ports = ports
        self._conversation = conversation
        self._seen = seen
        self._end: End | None = None
        self._coming: asyncio.Task[None] | None = None
        self.seq = 0
        self.keys: list[int] = []
        self.cut_at = 0.0

    async def come(self) -> None:
        """Connect, hear what was missed, and say again what may not have arrived."""
        dialect = Coming(self._tokens, self.seq)
        end = await connected(dialect, random.choice(self._ports), self._conversation, self._told)
        self._end = end
        self.arrived(end)

    def arrived(self, end: End) -> None:
        """The connection stands."""

    def cut(self) -> None:
        """Lose the connection without a word, and be back within a second."""
        end, self._end = self._end, None
        if end is None:
            return
        self._seen.cuts += 1
        self.cut_at = time.perf_counter()
        end.told = lambda frame: None
        end.transport.abort()
        self._coming = asyncio.create_task(self._back())

    async def _back(self) -> None:
        await asyncio.sleep(random.uniform(*AWAY_SECONDS))
        await self.come()

    async def settled(self) -> None:
        """Return once it is there. Raises what kept it from coming back."""
        if self._coming is not None:
            await self._coming

    def leave(self) -> None:
        if self._end is not None:
            self._end.transport.close()

    def _told(self, frame: bytes) -> None:
        if not frame.startswith((b'{"is":"said"', b'{"is":"kept"')):
            return
        told = orjson.loads(frame)
        key, seq = int(told["key"]), int(told["seq"])
        if told["is"] == "said":
            self._seen.doubled += seq <= self.seq
            self._seen.disordered += seq > self.seq + 1
            self.seq = max(seq, self.seq)
            self.keys.append(key)
        self.heard(key)

    def heard(self, key: int) -> None:
        """A message was told, or is known to be kept."""

    def send(self, text: str) -> None:
        if self._end is not None:
            self._end.send(text)


class Shopper(Side):
    def __init__(self, tokens: Sequence[str], ports: Sequence[int], conversation: int, seen: Seen) -> None:
        super().__init__(tokens, ports, conversation, seen)
        self._unconfirmed: deque[int] = deque()
        self._dialect = Ours(tokens)
        self.sent: dict[int, float] = {}
        self.all_said: list[int] = []

    def say(self, key: int) -> None:
        self._seen.said += 1
        self.sent[key] = time.perf_counter()
        self.all_said.append(key)
        self._unconfirmed.append(key)
        self.send(self._dialect.say(key))

    def arrived(self, end: End) -> None:
        for key in self._unconfirmed:
            end.send(self._dialect.say(key))

    def heard(self, key: int) -> None:
        if key in self._unconfirmed:
            self._unconfirmed.remove(key)


class Agent(Side):
    def __init__(
        self, shopper: Shopper, tokens: Sequence[str], ports: Sequence[int], conversation: int, seen: Seen
    ) -> None:
        super().__init__(tokens, ports, conversation, seen)
        self._shopper = shopper

    def heard(self, key: int) -> None:
        sent = self._shopper.sent.pop(key, None)
        if sent is None:
            return
        self._seen.heard += 1
        wait = (time.perf_counter() - sent) * 1000
        # Cut after it was said, or shortly before, and perhaps not back yet.
        was_cut = max(self.cut_at, self._shopper.cut_at) > sent - AWAY_SECONDS[1] - 0.5
        (self._seen.through_cuts_ms if was_cut else self._seen.waits_ms).append(wait)
