"""What a product page reads: JSON over GET, cacheable by anybody, never a call to Saleor.

A CDN may keep an answer (`s-maxage`), never past the instant until which it holds.
"""

import re
import time
from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson
import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..delivery import hot as delivery
from ..delivery.rules import DeliveryLine, Option
from .hot_doors import LogLines, Receive, Scope, Send, answer, problem, request_id_of

ADDRESS = re.compile(
    r"/s/(?P<store_key>[\w-]{1,32})/(?P<channel>[^/]{1,255})/delivery/(?P<variant_id>[\w=+-]{1,128})/(?P<country>[A-Za-z]{2})/?"
)
# A page that was just loaded may show what was right half a minute ago; a CDN answers from its copy while it asks anew.
FRESH_SECONDS = 30
EVERYBODY = (b"access-control-allow-origin", b"*")


class FactsDoor:
    def __init__(self, pool: AsyncConnectionPool[Any], *, clock: Callable[[], datetime], lines: LogLines) -> None:
        self._pool = pool
        self._clock = clock
        self._lines = lines

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        headers = dict(scope["headers"])
        request_id = request_id_of(headers)
        try:
            status, body, cache = await self._answer(scope, headers)
        except (psycopg.OperationalError, PoolTimeout):
            status, body, cache = 503, problem("DATABASE_OUT_OF_REACH", "Try again in a moment."), ()
        await answer(send, status, b"" if scope["method"] == "HEAD" else body, request_id, (EVERYBODY, *cache))
        self._lines.add(began, status, request_id)

    async def _answer(
        self, scope: Scope, headers: dict[bytes, bytes]
    ) -> tuple[int, bytes, tuple[tuple[bytes, bytes], ...]]:
        if scope["method"] not in ("GET", "HEAD"):
            return 405, problem("METHOD_NOT_ALLOWED", "Facts are read."), ((b"allow", b"GET, HEAD"),)
        asked = ADDRESS.fullmatch(scope["path"])
        now = self._clock()
        line = None
        if asked is not None:
            line = await delivery.line(
                self._pool, **(asked.groupdict() | {"country": asked["country"].upper()}), now=now
            )
        if asked is None or line is None:
            return 404, problem("NOT_FOUND", "There is nothing at this address."), ((b"cache-control", b"no-store"),)
        return fresh(delivery_body(line, asked["country"].upper()), line.until, now, headers)


def fresh(
    body: bytes, until: datetime, now: datetime, headers: dict[bytes, bytes]
) -> tuple[int, bytes, tuple[tuple[bytes, bytes], ...]]:
    etag = b'"%s"' % blake2b(body, digest_size=12).hexdigest().encode()
    seconds = max(0, min(FRESH_SECONDS, int((until - now).total_seconds())))
    cache = (
        (b"etag", etag),
        (b"cache-control", b"public, max-age=0, s-maxage=%d" % seconds),
    )
    if etag in headers.get(b"if-none-match", b""):
        return 304, b"", cache
    return 200, body, cache


def delivery_body(line: DeliveryLine, country: str) -> bytes:
    """Return the public shape, docs/storefront.md: amounts as text, days as ISO dates, nothing that was not given."""
    return orjson.dumps(
        {
            "country": country,
            "until": line.until.isoformat(),
            "cheapest": _option(line.cheapest) if line.cheapest else None,
            "options": [_option(option) for option in line.options],
        }
    )


def _option(option: Option) -> dict[str, object]:
    return {
        "id": option.method.id,
        "name": option.method.name,
        "price": {"amount": option.method.price.text, "currency": option.method.price.currency},
        "window": option.window and {"from": option.window.first.isoformat(), "to": option.window.last.isoformat()},
    }
