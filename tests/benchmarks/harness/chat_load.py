"""Two people in each of many conversations, over bare WebSockets: as cheap as can be, for it shares the machine."""

import asyncio
import base64
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

import orjson
import uvloop

from . import CannotMeasure
from .chat_rows import ORIGIN
from .shop_rows import CHANNEL, store_key

TEXT = (
    "Merhaba, geçen hafta aldığım lambanın kargosu nerede? Takip numarası hâlâ yok, yardımcı olur musunuz? Teşekkürler."
)
PATIENCE = 20.0
LATE = 5.0


class Broken(CannotMeasure):
    """A connection ended, or somebody was not told."""


class Dialect:
    """How one of the servers is spoken to. Frames are text; a message is known by its key."""

    path: str

    def greet(self, conversation: int) -> Sequence[str]:
        raise NotImplementedError

    def say(self, key: int) -> str:
        raise NotImplementedError

    def key_told(self, frame: bytes) -> int | None:
        """Return the key of the message that a frame tells, None for any other frame."""
        raise NotImplementedError

    def is_welcome(self, frame: bytes) -> bool:
        raise NotImplementedError

    def reply(self, frame: bytes) -> str | None:
        """Return what must be answered to a frame, such as a ping."""
        return None


class Ours(Dialect):
    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = tokens
        self.path = f"/s/{store_key(0)}/{CHANNEL}/chat"

    def greet(self, conversation: int) -> Sequence[str]:
        # As a page that comes back: what was said before is known to it.
        return [
            orjson.dumps(
                {"do": "hello", "token": self._tokens[conversation], "after": self.after(conversation)}
            ).decode()
        ]

    def after(self, conversation: int) -> dict[str, int]:
        return {base64.b64encode(f"Conversation:{conversation + 1}".encode()).decode(): 2**30}

    def say(self, key: int) -> str:
        return orjson.dumps({"do": "say", "key": str(key), "text": TEXT}).decode()

    def key_told(self, frame: bytes) -> int | None:
        return int(orjson.loads(frame)["key"]) if frame.startswith(b'{"is":"said"') else None

    def is_welcome(self, frame: bytes) -> bool:
        return frame.startswith(b'{"is":"welcome"')


class SocketIo(Dialect):
    path = "/socket.io/?EIO=4&transport=websocket"

    def greet(self, conversation: int) -> Sequence[str]:
        return ["40" + orjson.dumps({"conversation": conversation}).decode()]

    def say(self, key: int) -> str:
        return f"42{key}" + orjson.dumps(["say", str(key), TEXT]).decode()

    def key_told(self, frame: bytes) -> int | None:
        return int(orjson.loads(frame[2:])[1]["key"]) if frame.startswith(b'42["said"') else None

    def is_welcome(self, frame: bytes) -> bool:
        return frame.startswith(b"40")

    def reply(self, frame: bytes) -> str | None:
        return "3" if frame == b"2" else None


def masked(text: str) -> bytes:
    """Return a client's frame under a mask of zeros, which is one like any other."""
    data = text.encode()
    if len(data) < 126:
        return bytes((0x81, 0x80 | len(data))) + b"\0\0\0\0" + data
    return bytes((0x81, 0xFE)) + len(data).to_bytes(2, "big") + b"\0\0\0\0" + data


class End(asyncio.Protocol):
    """One connection; `told` is called with each text frame after the welcome."""

    def __init__(self, dialect: Dialect, conversation: int, host: str) -> None:
        self._dialect = dialect
        self._conversation = conversation
        self._host = host
        self._data = b""
        self._is_open = False
        self.welcomed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.told: Callable[[bytes], None] = lambda frame: None
        self.transport: asyncio.WriteTransport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.WriteTransport, transport)
        key = base64.b64encode(os.urandom(16)).decode()
        self.transport.write(
            f"GET {self._dialect.path} HTTP/1.1\r\nHost: {self._host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Origin: {ORIGIN}\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def send(self, text: str) -> None:
        self.transport.write(masked(text))

    def data_received(self, data: bytes) -> None:
        self._data += data
        if not self._is_open:
            head, end, rest = self._data.partition(b"\r\n\r\n")
            if not end:
                return
            if b" 101 " not in head[:20]:
                self.welcomed.set_exception(Broken(head.decode("latin-1")[:200]))
                return
            self._is_open, self._data = True, rest
            for frame in self._dialect.greet(self._conversation):
                self.send(frame)
        self._take_frames()

    def _take_frames(self) -> None:
        data, at = self._data, 0
        while len(data) - at >= 2:
            size, body = data[at + 1] & 0x7F, at + 2
            if size == 126:
                size, body = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, body = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if body > len(data) or len(data) - body < size:
                break
            self._take(data[at] & 0x0F, data[body : body + size])
            at = body + size
        self._data = data[at:]

    def _take(self, opcode: int, frame: bytes) -> None:
        if opcode == 9:
            self.transport.write(bytes((0x8A, 0x80 | len(frame))) + b"\0\0\0\0" + frame)
        elif opcode == 1:
            answer = self._dialect.reply(frame)
            if answer is not None:
                self.send(answer)
            elif not self.welcomed.done():
                if self._dialect.is_welcome(frame):
                    self.welcomed.set_result(None)
            else:
                self.told(frame)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.welcomed.done():
            self.welcomed.set_exception(Broken("a connection ended before it was welcomed"))


async def connected(
    dialect: Dialect, port: int, conversation: int, told: Callable[[bytes], None] = lambda frame: None
) -> End:
    """Return a connection that was welcomed; what comes after that is `told`."""

    def made() -> End:
        end = End(dialect, conversation, f"127.0.0.1:{port}")
        end.told = told
        return end

    _, end = await asyncio.get_running_loop().create_connection(made, "127.0.0.1", port)
    await asyncio.wait_for(end.welcomed, PATIENCE)
    return end


@dataclass
class Heard:
    """What the agents heard: how long each message took to them, and what went wrong."""

    seconds: float = 0.0
    waits_ms: list[float] = field(default_factory=list)
    said: int = 0
    doubled: int = 0
    disordered: int = 0

    @property
    def lost(self) -> int:
        return self.said - len(self.waits_ms)


class Talk:
    """One conversation: the shopper says one message after the other, the agent hears them."""

    def __init__(self, shopper: End, agent: End, dialect: Dialect, heard: Heard, *, again: Callable[[], bool]) -> None:
        self._shopper = shopper
        self._dialect = dialect
        self._heard = heard
        self._again = again
        self._sent: dict[int, float] = {}
        self._last = 0
        agent.told = self._told

    def say(self, key: int) -> None:
        self._heard.said += 1
        self._sent[key] = time.perf_counter()
        self._shopper.send(self._dialect.say(key))

    def _told(self, frame: bytes) -> None:
        key = self._dialect.key_told(frame)
        if key is None:
            return
        sent = self._sent.pop(key, None)
        if sent is None:
            self._heard.doubled += 1
            return
        self._heard.disordered += key < self._last
        self._last = max(key, self._last)
        self._heard.waits_ms.append((time.perf_counter() - sent) * 1000)
        if self._again():
            self.say(next_key())


_keys = iter(range(1, 2**31))


def next_key() -> int:
    return next(_keys)


def talk(
    dialect: Dialect, ports: tuple[int, int], *, conversations: int, seconds: float, per_second: int | None = None
) -> Heard:
    """Talk in so many conversations; as fast as the server goes, or so many messages a second over all of them.

    Shoppers are connected to the first port, agents to the second.
    """
    return uvloop.run(_talk(dialect, ports, conversations, seconds, per_second))


async def _talk(
    dialect: Dialect, ports: tuple[int, int], conversations: int, seconds: float, per_second: int | None
) -> Heard:
    heard = Heard()
    until = 0.0
    talks = []
    ends = []
    for conversation in range(conversations):
        pair = [await connected(dialect, port, conversation) for port in ports]
        ends += pair
        again = (lambda: False) if per_second else (lambda: time.perf_counter() < until)
        talks.append(Talk(pair[0], pair[1], dialect, heard, again=again))
    began = time.perf_counter()
    until = began + seconds
    if per_second:
        await _at_a_pace(talks, per_second, until)
    else:
        for one in talks:
            one.say(next_key())
        await asyncio.sleep(seconds)
    heard.seconds = time.perf_counter() - began
    give_up = time.perf_counter() + LATE
    while heard.lost and time.perf_counter() < give_up:  # noqa: ASYNC110  every message would set an event
        await asyncio.sleep(0.01)
    for end in ends:
        end.transport.close()
    return heard


async def _at_a_pace(talks: Sequence[Talk], per_second: int, until: float) -> None:
    due = time.perf_counter()
    turn = 0
    while due < until:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        talks[turn % len(talks)].say(next_key())
        turn += 1
        due += 1 / per_second


def idle(dialect: Dialect, port: int, *, many: int, conversations: int, measure: Callable[[], None]) -> None:
    """Hold so many connections that say nothing, and measure while they are there."""
    uvloop.run(_idle(dialect, port, many, conversations, measure))


async def _idle(dialect: Dialect, port: int, many: int, conversations: int, measure: Callable[[], None]) -> None:
    ends = []
    for begun in range(0, many, 50):
        batch = [connected(dialect, port, one % conversations) for one in range(begun, min(many, begun + 50))]
        ends += await asyncio.gather(*batch)
    await asyncio.sleep(1)
    measure()
    for end in ends:
        end.transport.close()
