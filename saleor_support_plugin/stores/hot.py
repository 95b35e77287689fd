"""Installed stores for the hot doors: found by address, kept for half a minute, with their keys ready to verify."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
from cachetools import TTLCache
from psycopg_pool import AsyncConnectionPool

from ..saleor.keys import KeySet
from .rules import ApiUrlWrong
from .rules import api_url as canonical

KEPT_SECONDS = 30
# Between two looks at the database for new keys of one store, in this process.
LOOK_SECONDS = 5

FIND = """select id, api_url, jwks from support_store where api_url = %s and removed_at is null"""
MAY_ASK = """update support_store set jwks_asked_at = now() where id = %s
    and jwks_asked_at < now() - interval '60 seconds' returning id"""
KEEP_KEYS = "update support_store set jwks = %s where id = %s"


class KeysOutOfReach(Exception):
    """The store's keys cannot be had now: what was signed may yet be right, so the sender shall come again."""

    code = "KEYS_OUT_OF_REACH"


@dataclass(slots=True)
class InstalledStore:
    """`api_url` is as the sender spells it, perhaps with capitals in the host."""

    id: int
    api_url: str
    keys: KeySet
    looked_at: float = 0.0


class InstalledStores:
    def __init__(self, pool: AsyncConnectionPool[Any], fetch_keys: Callable[[str], str]) -> None:
        self._pool = pool
        self._fetch_keys = fetch_keys
        self._kept: TTLCache[str, InstalledStore] = TTLCache(maxsize=10_000, ttl=KEPT_SECONDS)
        self._locks: dict[int, asyncio.Lock] = {}

    async def installed_store(self, api_url: str) -> InstalledStore | None:
        """Return the store that has the app installed at this API address, or None."""
        kept = self._kept.get(api_url)
        return kept if kept is not None else await self._find(api_url)

    def forget(self, api_url: str | None = None) -> None:
        if api_url is None:
            self._kept.clear()
        else:
            self._kept.pop(api_url, None)

    async def _find(self, api_url: str) -> InstalledStore | None:
        try:
            key = canonical(api_url)
        except ApiUrlWrong:
            return None
        async with self._pool.connection() as connection:
            row = await (await connection.execute(FIND, (key,))).fetchone()
        if row is None:
            return None
        store = InstalledStore(row[0], api_url, KeySet.parse(row[2]))
        self._kept[api_url] = store
        return store

    async def with_newer_keys(self, store: InstalledStore) -> InstalledStore:
        """Return the store with keys asked for just now, or found newer in the database.

        Over all processes a store is asked once a minute at most, however many forged signatures arrive.
        Raises KeysOutOfReach when it may not be asked yet or does not answer.
        """
        async with self._locks.setdefault(store.id, asyncio.Lock()):
            current = self._kept.get(store.api_url)
            if current is not None and current.keys is not store.keys:
                return current
            if time.monotonic() - store.looked_at < LOOK_SECONDS and store.looked_at:
                raise KeysOutOfReach
            store.looked_at = time.monotonic()
            return await self._ask(store)

    async def _ask(self, store: InstalledStore) -> InstalledStore:
        async with self._pool.connection() as connection:
            may_ask = await (await connection.execute(MAY_ASK, (store.id,))).fetchone()
        if may_ask is None:
            return await self._newer_than(store)
        try:
            jwks = await asyncio.to_thread(self._fetch_keys, store.api_url)
            keys = KeySet.parse(jwks)
        except Exception as error:  # whatever went wrong out there, the sender's signature may still be right
            raise KeysOutOfReach from error
        async with self._pool.connection() as connection:
            await connection.execute(KEEP_KEYS, (jwks, store.id))
        fresh = InstalledStore(store.id, store.api_url, keys, store.looked_at)
        self._kept[store.api_url] = fresh
        return fresh

    async def _newer_than(self, store: InstalledStore) -> InstalledStore:
        found = await self._find(store.api_url)
        if found is None or found.keys.keys.keys() == store.keys.keys.keys():
            if found is not None:
                found.looked_at = store.looked_at
            raise KeysOutOfReach
        return found


SEEN_EVERY = timedelta(hours=1)
SEEN = """insert into support_setup (store_id, snippet_seen_at, stages_seen)
    values (%(store)s, %(now)s, %(stages)s::jsonb)
    on conflict (store_id) do update
    set snippet_seen_at = excluded.snippet_seen_at, stages_seen = support_setup.stages_seen || excluded.stages_seen
    where support_setup.snippet_seen_at is null
    or support_setup.snippet_seen_at < excluded.snippet_seen_at - %(every)s
    or not support_setup.stages_seen ? %(stage)s::text
    or (support_setup.stages_seen ->> %(stage)s::text)::timestamptz < excluded.snippet_seen_at - %(every)s"""


async def mark_snippet_seen(pool: AsyncConnectionPool[Any], *, store_id: int, stage: str, now: datetime) -> None:
    """Write down that a storefront loads the widget, at a stage where it names one.

    Once an hour and stage at most, however many pages do.
    """
    stages = orjson.dumps({stage: now.isoformat()} if stage else {}).decode()
    asked = {"store": store_id, "now": now, "stages": stages, "stage": stage or None, "every": SEEN_EVERY}
    async with pool.connection() as connection:
        await connection.execute(SEEN, asked)
