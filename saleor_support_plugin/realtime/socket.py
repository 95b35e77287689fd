"""One connection's way out: in order, never waited for by anybody else, and bounded."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

type Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
# Writes a text at once, or says that it cannot: then `Send` waits, or says why.
type Write = Callable[[str], bool]

# Beside what the kernel and uvicorn take: a reader further behind than this is told to come back and resume.
MOST_WAITING = 200
MOST_CHARACTERS = 200_000
READS_TOO_SLOWLY = 4409
# Whoever does not even read that it is closed is cut off.
CUT_OFF_AFTER_SECONDS = 5.0
# Under which name serving.py leaves it, as `write`, among a connection's ASGI extensions.
WRITE = "saleor-support.write"


def cannot_write(_: str) -> bool:
    """Return what `Write` does where a server has no way to write at once."""
    return False


class Socket:
    """`cut_off` ends the door of a connection that takes nothing any more."""

    __slots__ = (
        "_characters",
        "_closing",
        "_cut_off",
        "_loop",
        "_send",
        "_sending",
        "_waiting",
        "_write",
        "pushed",
        "rooms",
    )

    def __init__(self, send: Send, cut_off: Callable[[], object], write: Write = cannot_write) -> None:
        self._send = send
        self._cut_off = cut_off
        self._write = write
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[str] = deque()
        self._characters = 0
        self._sending: asyncio.Task[None] | None = None
        self._closing: tuple[int, str] | None = None
        self.rooms: set[str] = set()
        # How many frames it was given so far.
        self.pushed = 0

    @property
    def closed_with(self) -> int:
        """Return the code with which we close; 0 while it is open."""
        return self._closing[0] if self._closing else 0

    def push(self, text: str) -> None:
        """Send soon; where too much waits already, close instead. Never blocks."""
        if self._closing:
            return
        self.pushed += 1
        if self._sending is None:
            if not self._write(text):
                self._start(text)
        elif len(self._waiting) >= MOST_WAITING or self._characters > MOST_CHARACTERS:
            self.close(READS_TOO_SLOWLY, "resume")
        else:
            self._waiting.append(text)
            self._characters += len(text)

    async def sent(self, text: str) -> None:
        """Send, and return when the connection has room for more: for what is read row after row."""
        self.push(text)
        while self._sending is not None and not self._closing:
            await asyncio.shield(self._sending)

    def close(self, code: int, reason: str = "") -> None:
        """Close after what is being sent now; what waits is not sent any more."""
        if self._closing:
            return
        self._closing = (code, reason)
        self._waiting.clear()
        if self._sending is None:
            self._start(None)
        self._loop.call_later(CUT_OFF_AFTER_SECONDS, self._cut_off)

    def _start(self, text: str | None) -> None:
        # Begun at once: where the connection takes it, which is nearly always, nothing is left for the loop to do.
        task: asyncio.Task[None] = asyncio.Task(self._out(text), loop=self._loop, eager_start=True)
        if not task.done():
            self._sending = task

    async def _out(self, text: str | None) -> None:
        try:
            if text is not None:
                await self._send({"type": "websocket.send", "text": text})
            while self._waiting:
                text = self._waiting.popleft()
                self._characters -= len(text)
                await self._send({"type": "websocket.send", "text": text})
            if self._closing:
                code, reason = self._closing
                await self._send({"type": "websocket.close", "code": code, "reason": reason})
        except (OSError, RuntimeError):
            self._waiting.clear()  # it is gone, and its door hears so
        finally:
            self._sending = None
