"""What a product page reads: JSON over GET, cacheable by anybody, never a call to Saleor.

A CDN may keep an answer (`s-maxage`), never past the instant until which it holds.
"""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import orjson
import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..chat.hot import chat_now
from ..conversations import hot as conversations
from ..conversations.hot import WidgetFacts
from ..conversations.reaching import Contact, Way
from ..delivery import hot as delivery
from ..delivery.asking import CannotAsk, in_address
from ..delivery.kept import Answer, Memory
from ..delivery.page import page_body
from ..reviews.asked import CannotAsk as CannotAskReviews
from ..stores.hot import SEEN_EVERY, mark_snippet_seen
from ..stores.rules import STAGES
from . import question_facts, review_facts
from .hot_doors import Headers, LogLines, Receive, Scope, Send, Whole, answer, problem, request_id_of, send_whole, whole
from .region import region_body

ADDRESS = re.compile(
    r"/s/(?P<store_key>[\w-]{1,32})/(?P<channel>[^/\x00]{1,255})/"
    r"(?:widget\.json|(?P<region>region\.json)"
    r"|delivery/(?P<variant_id>[\w=+-]{1,128})/(?P<country>[A-Za-z]{2})(?:/(?P<postal_code>[^/\x00]{1,16}))?/?"
    r"|questions/(?P<asked_about>[\w=+-]{1,128})/?"
    r"|(?P<reviews>reviews)(?:/(?P<product_id>[\w=+-]{1,128}))?/?)"
)
# At which stage of buying a page with the widget says that it is.
STAGE = re.compile(rb"at=(" + "|".join(STAGES).encode() + rb")(?:&|$)")
# A page that was just loaded may show what was right half a minute ago; a CDN answers from its copy while it asks anew.
FRESH_SECONDS = 30
FRESH = timedelta(seconds=FRESH_SECONDS)
CONTROL = b"public, max-age=0, s-maxage=%d"
FULL = (b"cache-control", CONTROL % FRESH_SECONDS)
EVERYBODY = (b"access-control-allow-origin", b"*")


# A countdown goes by our clock, for a shopper's own may be wrong.
DATED = (b"access-control-expose-headers", b"Date")
UNKEPT = ((b"cache-control", b"no-store"),)
PRIVATE = ((b"cache-control", b"private, no-store"),)

type Answered = tuple[int, bytes, tuple[tuple[bytes, bytes], ...]]


class FactsDoor:
    def __init__(
        self, pool: AsyncConnectionPool[Any], memory: Memory, *, clock: Callable[[], datetime], lines: LogLines
    ) -> None:
        self._pool = pool
        self._memory = memory
        self._clock = clock
        self._lines = lines
        self._marking: set[asyncio.Task[None]] = set()

    async def receive(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = scope["raw_path"] + b"?" + scope["query_string"]
        kept = self.at_once(address, scope["headers"]) if scope["method"] == "GET" else None
        if kept:
            await send_whole(send, kept)
            return
        began = time.perf_counter()
        headers = dict(scope["headers"])
        request_id = request_id_of(headers)
        try:
            status, body, cache = await self._answer(scope, address, headers, self._clock())
        except (psycopg.OperationalError, PoolTimeout):
            status, body, cache = 503, problem("DATABASE_OUT_OF_REACH", "Try again in a moment."), ()
        await answer(send, status, b"" if scope["method"] == "HEAD" else body, request_id, (EVERYBODY, *cache))
        self._lines.add(began, status, request_id)

    def at_once(self, address: bytes, given: Headers) -> Whole | None:
        """Return what is kept for a GET; `AtOnce` of hot_doors.py."""
        now = self._clock()
        kept = self._memory.answer(address, now)
        if kept is None:
            return None
        headers = dict(given)
        status, body, cache = fresh(kept, now, headers)
        self._lines.count()
        return whole(status, body, request_id_of(headers), (EVERYBODY, *cache))

    async def _answer(self, scope: Scope, address: bytes, headers: dict[bytes, bytes], now: datetime) -> Answered:
        if scope["method"] not in ("GET", "HEAD"):
            return 405, problem("METHOD_NOT_ALLOWED", "Facts are read."), ((b"allow", b"GET, HEAD"),)
        asked = ADDRESS.fullmatch(scope["path"])
        if not asked:
            return NOT_FOUND
        if asked["variant_id"]:
            return await self._delivery(asked, address, headers, now)
        if asked["reviews"]:
            return await self._reviews(asked, address, headers, now)
        if asked["asked_about"]:
            return await self._questions(asked, address, headers, now)
        if asked["region"]:
            return await self._region(asked, scope, headers)
        found = await self._find(asked, scope, headers, now)
        return fresh(Answer(*found), now, headers) if found else NOT_FOUND

    async def _delivery(
        self, asked: re.Match[str], address: bytes, headers: dict[bytes, bytes], now: datetime
    ) -> Answered:
        since = self._memory.generation
        try:
            question = in_address(
                variant_id=asked["variant_id"],
                country=asked["country"],
                postal_code=asked["postal_code"] or "",
                query=query_in(address),
            )
        except CannotAsk as error:
            return 422, problem(error.code, str(error)), (DATED, *UNKEPT)
        place = {"store_key": asked["store_key"], "channel": asked["channel"]}
        found = await delivery.answer(self._pool, self._memory, **place, asked=question, now=now)
        if found is None:
            return NOT_FOUND
        made = Answer(orjson.dumps(page_body(found)), found.until, found.store_id, question.variant_id, (DATED,))
        self._memory.keep(address, made, since=since)
        return fresh(made, now, headers)

    async def _reviews(
        self, asked: re.Match[str], address: bytes, headers: dict[bytes, bytes], now: datetime
    ) -> Answered:
        since = self._memory.generation
        place = {"store_key": asked["store_key"], "channel": asked["channel"]}
        query, product = query_in(address), asked["product_id"]
        try:
            if product:
                made = await review_facts.of_product(self._pool, place, product_id=product, query=query, now=now)
            else:
                made = await review_facts.of_list(self._pool, place, query=query, now=now)
        except CannotAskReviews as error:
            return 422, problem(error.code, str(error)), UNKEPT
        if made is None:
            return NOT_FOUND
        self._memory.keep(address, made, since=since)
        return fresh(made, now, headers)

    async def _questions(
        self, asked: re.Match[str], address: bytes, headers: dict[bytes, bytes], now: datetime
    ) -> Answered:
        since = self._memory.generation
        place = {"store_key": asked["store_key"], "channel": asked["channel"]}
        product_id, query = asked["asked_about"], query_in(address)
        try:
            made = await question_facts.of_product(self._pool, place, product_id=product_id, query=query, now=now)
        except question_facts.CannotRead as error:
            return 422, problem(error.code, str(error)), UNKEPT
        if made is None:
            return NOT_FOUND
        self._memory.keep(address, made, since=since)
        return fresh(made, now, headers)

    async def _region(self, asked: re.Match[str], scope: Scope, headers: dict[bytes, bytes]) -> Answered:
        country = await delivery.default_country(self._pool, store_key=asked["store_key"], channel=asked["channel"])
        if country is None:
            return NOT_FOUND
        return 200, region_body(scope, headers, default=country), PRIVATE

    async def _find(
        self, asked: re.Match[str], scope: Scope, headers: dict[bytes, bytes], now: datetime
    ) -> tuple[bytes, datetime] | None:
        place = {"store_key": asked["store_key"], "channel": asked["channel"]}
        chat = await chat_now(self._pool, **place, now=now)
        facts = await conversations.widget_facts(self._pool, **place, now=now, chat=chat)
        if facts is None:
            return None
        named = STAGE.match(scope["query_string"])
        stage = named[1].decode() if named else ""
        self._mark_seen(facts, headers.get(b"origin", b"").decode("latin-1").lower(), stage, now)
        return widget_body(facts), facts.contact.until

    def _mark_seen(self, facts: WidgetFacts, origin: str, stage: str, now: datetime) -> None:
        """Remember that the merchant's storefront loads the widget, beside the answer and at most once an hour.

        A browser says its page's origin. Where the merchant has not named theirs yet, any page's counts.
        """
        origins = facts.configuration.storefront_origins
        if not origin or (origins and origin not in origins):
            return
        at = facts.stages_seen.get(stage)
        is_new = bool(stage) and (at is None or datetime.fromisoformat(at) < now - SEEN_EVERY)
        if is_new or facts.seen_at is None or facts.seen_at < now - SEEN_EVERY:
            marking = asyncio.create_task(self._mark(facts.store_id, stage, now))
            self._marking.add(marking)  # the loop alone would let it be collected half done
            marking.add_done_callback(self._marking.discard)

    async def _mark(self, store_id: int, stage: str, now: datetime) -> None:
        # Where the database fails or the store has just been erased, the next page marks it, or nobody needs to.
        with suppress(psycopg.Error, PoolTimeout):
            await mark_snippet_seen(self._pool, store_id=store_id, stage=stage, now=now)


# What shoppers find in the panel by themselves, where the settings say at which addresses the shop has it.
FOUND_AT = {"articles": "page", "products": "product"}
NOT_FOUND: Answered = (404, problem("NOT_FOUND", "There is nothing at this address."), UNKEPT)


def query_in(address: bytes) -> str:
    return address.partition(b"?")[2].decode("latin-1")


def fresh(kept: Answer, now: datetime, headers: dict[bytes, bytes]) -> Answered:
    left = kept.until - now
    control = FULL if left >= FRESH else (b"cache-control", CONTROL % max(0, int(left.total_seconds())))
    cache = ((b"etag", kept.etag), control, *kept.headers)
    if kept.etag in headers.get(b"if-none-match", b""):
        return 304, b"", cache
    return 200, kept.body, cache


def widget_body(facts: WidgetFacts) -> bytes:
    """Return what a widget needs before anybody taps it, docs/storefront.md."""
    here = facts.contact
    return orjson.dumps(
        {
            "name": facts.name,
            "locale": facts.locale,
            "accent": facts.configuration.accent or None,
            "state": here.state,
            "open": here.is_open,
            "opens_at": here.opens_at,
            "until": here.until,
            "waiting": _waiting(here),
            "channels": [_way(way) for way in here.ways],
            "finds": [what for what, link in FOUND_AT.items() if facts.configuration.links.get(link)],
        }
    )


def _waiting(here: Contact) -> dict[str, int] | None:
    return {"number": here.waiting.number, "minutes": here.waiting.minutes} if here.waiting else None


def _way(way: Way) -> dict[str, object]:
    told: dict[str, object] = {
        "kind": way.kind,
        "url": way.url,
        "open": way.is_open,
        "opens_at": way.opens_at,
        "languages": way.languages,
        "reply_minutes": way.reply_minutes,
    }
    return told | {"token": way.token} if way.token else told
