"""What a product page reads: JSON over GET, cacheable by anybody, never a call to Saleor.

A CDN may keep an answer (`s-maxage`), never past the instant until which it holds.
"""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson
import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..conversations import hot as conversations
from ..conversations.hot import WidgetFacts
from ..conversations.rules import Way
from ..delivery import hot as delivery
from ..delivery.rules import DeliveryLine, Option
from ..ids import own_id
from ..reviews import hot as reviews
from ..reviews.rules import ProductReviews, Shown, asked_anew_at
from ..stores.hot import SEEN_EVERY, mark_snippet_seen
from .hot_doors import LogLines, Receive, Scope, Send, answer, problem, request_id_of

ADDRESS = re.compile(
    r"/s/(?P<store_key>[\w-]{1,32})/(?P<channel>[^/\x00]{1,255})/"
    r"(?:widget\.json|delivery/(?P<variant_id>[\w=+-]{1,128})/(?P<country>[A-Za-z]{2})/?"
    r"|reviews/(?P<product_id>[\w=+-]{1,128})/?)"
)
# A page that was just loaded may show what was right half a minute ago; a CDN answers from its copy while it asks anew.
FRESH_SECONDS = 30
EVERYBODY = (b"access-control-allow-origin", b"*")


class FactsDoor:
    def __init__(self, pool: AsyncConnectionPool[Any], *, clock: Callable[[], datetime], lines: LogLines) -> None:
        self._pool = pool
        self._clock = clock
        self._lines = lines
        self._marking: set[asyncio.Task[None]] = set()

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
        found = asked and await self._find(asked, headers, now)
        if not found:
            return 404, problem("NOT_FOUND", "There is nothing at this address."), ((b"cache-control", b"no-store"),)
        body, until = found
        return fresh(body, until, now, headers)

    async def _find(
        self, asked: re.Match[str], headers: dict[bytes, bytes], now: datetime
    ) -> tuple[bytes, datetime] | None:
        place = {"store_key": asked["store_key"], "channel": asked["channel"]}
        if asked["variant_id"]:
            country = asked["country"].upper()
            line = await delivery.line(self._pool, **place, variant_id=asked["variant_id"], country=country, now=now)
            return None if line is None else (delivery_body(line, country), line.until)
        if asked["product_id"]:
            said = await reviews.published(self._pool, **place, product_id=asked["product_id"])
            until = asked_anew_at(now)
            return None if said is None else (reviews_body(said, asked["product_id"], until), until)
        facts = await conversations.widget_facts(self._pool, **place, now=now)
        if facts is None:
            return None
        self._mark_seen(facts, headers.get(b"origin", b"").decode("latin-1").lower(), now)
        return widget_body(facts), facts.contact.until

    def _mark_seen(self, facts: WidgetFacts, origin: str, now: datetime) -> None:
        """Remember that the merchant's storefront loads the widget, beside the answer and at most once an hour.

        A browser says its page's origin. Where the merchant has not named theirs yet, any page's counts.
        """
        origins = facts.configuration.storefront_origins
        if not origin or (origins and origin not in origins):
            return
        if facts.seen_at is None or facts.seen_at < now - SEEN_EVERY:
            marking = asyncio.create_task(self._mark(facts.store_id, now))
            self._marking.add(marking)  # the loop alone would let it be collected half done
            marking.add_done_callback(self._marking.discard)

    async def _mark(self, store_id: int, now: datetime) -> None:
        # Where the database fails or the store has just been erased, the next page marks it, or nobody needs to.
        with suppress(psycopg.Error, PoolTimeout):
            await mark_snippet_seen(self._pool, store_id=store_id, now=now)


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


def widget_body(facts: WidgetFacts) -> bytes:
    """Return what a widget needs before anybody taps it, docs/storefront.md."""
    here = facts.contact
    return orjson.dumps(
        {
            "name": facts.name,
            "locale": facts.locale,
            "accent": facts.configuration.accent or None,
            "open": here.is_open,
            "opens_at": here.opens_at,
            "until": here.until,
            "channels": [_way(way) for way in here.ways],
        }
    )


def _way(way: Way) -> dict[str, object]:
    return {"kind": way.kind, "url": way.url, "open": way.is_open, "opens_at": way.opens_at}


def reviews_body(said: ProductReviews, product_id: str, until: datetime) -> bytes:
    """Return the public shape, docs/storefront.md. Every review is verified: who writes one was sent the product."""
    return orjson.dumps(
        {
            "product": product_id,
            "count": said.count,
            "average": None if said.average is None else str(said.average),
            "stars": {str(stars): said.stars[stars] for stars in sorted(said.stars, reverse=True)},
            "reviews": [_review(review) for review in said.newest],
            "until": until,
        }
    )


def _review(review: Shown) -> dict[str, object]:
    return {
        "id": own_id("Review", review.id),
        "stars": review.stars,
        "title": review.title,
        "text": review.text,
        "author": review.author,
        "language": review.language,
        "created_at": review.created_at,
        "verified": True,
    }
