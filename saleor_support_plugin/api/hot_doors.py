"""What the hot doors share: plain ASGI answers, bounded bodies, and log lines written a few times a second."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

import orjson

from ..logs import accepted_request_id, new_request_id

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
type Headers = list[tuple[bytes, bytes]]
# Status, headers and body of an answer.
type Whole = tuple[int, Headers, bytes]
# Takes a GET's address (path, "?" and query, as they were sent) and headers; None where only a door has the answer.
type AtOnce = Callable[[bytes, Headers], Whole | None]

# Under which name the application leaves such a one in the state of its lifespan, for serving.py.
AT_ONCE = "saleor-support.at-once"


class TooLarge(Exception):
    code = "TOO_LARGE"


class Gone(Exception):
    """The caller went away before its request was whole."""


async def read_body(receive: Receive, *, most: int) -> bytes:
    """Return the whole body. Raises TooLarge past `most` bytes, Gone when the caller leaves."""
    message = await receive()
    if message["type"] == "http.request" and not message.get("more_body"):
        body: bytes = message.get("body", b"")
        if len(body) > most:
            raise TooLarge
        return body
    return await _read_parts(message, receive, most)


async def _read_parts(message: Message, receive: Receive, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        if message["type"] != "http.request":
            raise Gone
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise TooLarge
        if not message.get("more_body"):
            return b"".join(parts)
        message = await receive()


def request_id_of(headers: dict[bytes, bytes]) -> str:
    given = headers.get(b"x-request-id")
    return accepted_request_id(given.decode("latin-1")) if given else new_request_id()


async def answer(
    send: Send,
    status: int,
    body: bytes,
    request_id: str,
    headers: tuple[tuple[bytes, bytes], ...] = (),
    content_type: bytes = b"application/json",
) -> None:
    await send_whole(send, whole(status, body, request_id, headers, content_type))


def whole(
    status: int,
    body: bytes,
    request_id: str,
    headers: tuple[tuple[bytes, bytes], ...] = (),
    content_type: bytes = b"application/json",
) -> Whole:
    start = [
        (b"content-type", content_type),
        (b"content-length", b"%d" % len(body)),
        (b"x-request-id", request_id.encode()),
        *headers,
    ]
    return status, start, body


async def send_whole(send: Send, answered: Whole) -> None:
    status, headers, body = answered
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def problem(code: str, message: str) -> bytes:
    return orjson.dumps({"error": {"code": code, "message": message}})


class LogLines:
    """Log lines of hot doors, written five times a second: a line of its own costs 20–40 µs, one here 3."""

    def __init__(self, door: str, write: Callable[[str], object] = sys.stderr.write) -> None:
        self._door = door
        self._write = write
        self._lines: list[tuple[float, float, int, str, dict[str, object]]] = []
        self._kept = 0

    def count(self) -> None:
        """An answer out of memory, of which nothing is to be told: there may be twenty thousand in a second."""
        if not self._kept:
            asyncio.get_running_loop().call_later(1, self.flush)
        self._kept += 1

    def add(self, began: float, status: int, request_id: str, **facts: object) -> None:
        """`began` is time.perf_counter() when the request came in."""
        if not self._lines:
            asyncio.get_running_loop().call_later(0.2, self.flush)
        self._lines.append((time.time(), time.perf_counter() - began, status, request_id, facts))

    def flush(self) -> None:
        lines, self._lines = self._lines, []
        kept, self._kept = self._kept, 0
        if lines:
            self._write("".join(map(self._line, lines)))
        if kept:
            self._write(self._record(time.time(), {"kept": kept}))

    def _line(self, line: tuple[float, float, int, str, dict[str, object]]) -> str:
        at, took, status, request_id, facts = line
        said = {"status": status, "ms": round(took * 1000, 2), "request_id": request_id, **facts}
        return self._record(at, said)

    def _record(self, at: float, said: Mapping[str, object]) -> str:
        moment = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
        return orjson.dumps({"at": moment, "level": "info", "logger": self._door, **said}).decode() + "\n"
