"""Whether anybody sits there to chat, for the hot door; and which pages are open, told again and again."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

import psycopg
from cachetools import TTLCache
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from ..conversations.frames import PREFIX, conversation_of, is_for_shoppers
from ..conversations.reaching import ChatNow, Waiting
from ..realtime.rooms import Hub
from . import places, rules
from .desks import DESK, desk_of

log = logging.getLogger(__name__)

# Places of those who are there and may take this channel, how many of them are free, who waits, and what a chat takes.
FIND = """
with shop as (select id from support_store where key = %(key)s and removed_at is null and is_active),
there as (
    select s.max_concurrent as places, s.max_concurrent - s.busy as free from support_seat s
    join shop on shop.id = s.store_id
    where s.state = 'ONLINE' and s.seen_at > %(fresh)s
      and (s.channels = '{}' or %(channel)s = any(s.channels))
      and (s.allowed_channels is null or %(channel)s = any(s.allowed_channels))),
lately as (
    select extract(epoch from q.ended_at - q.seated_at) as seconds from support_queueentry q
    join shop on shop.id = q.store_id
    where q.state = 'ENDED' and q.channel_slug = %(channel)s and q.seated_at is not null
    order by q.ended_at desc limit 50)
select (select coalesce(sum(places), 0) from there), (select coalesce(sum(free), 0) from there),
       (select count(*) from support_queueentry q join shop on shop.id = q.store_id
        where q.state = 'WAITING' and q.channel_slug = %(channel)s),
       (select percentile_cont(0.5) within group (order by seconds) from lately having count(*) >= %(fewest)s)"""
PLACE = """
select q.state, q.number, q.channel_slug, t.key, s.name, s.photo_url, s.expertise from support_queueentry q
join support_store t on t.id = q.store_id left join support_seat s on s.id = q.seat_id
where q.conversation_id = %s"""
# A row that somebody holds is seen at the next beat: waiting for many rows is how two would wait for each other.
DESKS_SEEN = """
update support_seat s set seen_at = greatest(s.seen_at, %s)
from (select s.id from support_seat s join unnest(%s::bigint[], %s::text[]) g (store_id, user_id)
      on s.store_id = g.store_id and s.user_id = g.user_id for no key update of s skip locked) held
where s.id = held.id"""
PAGES_SEEN = """
update support_queueentry q set seen_at = greatest(q.seen_at, %s)
from (select id from support_queueentry where conversation_id = any(%s) and state = 'WAITING'
      for no key update skip locked) held
where q.id = held.id"""

# A shop's pages ask many times a second, and a queue moves in seconds.
_now: TTLCache[tuple[str, str], ChatNow] = TTLCache(maxsize=2_000, ttl=2)


def asked(store_key: str, channel: str, now: datetime) -> dict[str, Any]:
    return {"key": store_key, "channel": channel, "fresh": now - rules.FRESH, "fewest": rules.FEWEST_ENDED}


def told(row: tuple[Any, ...]) -> ChatNow:
    places, free, waiting, seconds = row
    if not places:
        return ChatNow()
    if free and not waiting:
        return ChatNow(is_staffed=True)
    number = waiting + 1
    return ChatNow(True, Waiting(number, rules.minutes(number, int(places), seconds)))


async def chat_now(pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, now: datetime) -> ChatNow:
    """Return whether anybody there may take this channel, and which number somebody would be who came now."""
    known = _now.get((store_key, channel))
    if known is None:
        async with pool.connection() as connection:
            row = await (await connection.execute(FIND, asked(store_key, channel, now))).fetchone()
        known = _now[store_key, channel] = told(row) if row else ChatNow()
    return known


async def place(pool: AsyncConnectionPool[Any], conversation_id: int, *, now: datetime) -> places.Frame | None:
    """Return where a chat stands, as telling.place does; None for what is none."""
    async with pool.connection() as connection:
        row = await (await connection.execute(PLACE, (conversation_id,))).fetchone()
        if row is None:
            return None
        state, number, channel, store_key, name, photo, expertise = row
        minutes = None
        if number is not None:
            found = await (await connection.execute(FIND, asked(store_key, channel, now))).fetchone()
            minutes = rules.minutes(number, int(found[0]), found[3]) if found else None
    agent = places.face(name=name, photo=photo, expertise=expertise)
    return places.place(conversation_id, state=state, number=number, minutes=minutes, agent=agent)


def forget() -> None:
    _now.clear()


class Beating:
    """Tells the database which members of staff and which waiting shoppers have a page open in this process."""

    def __init__(self, pool: AsyncConnectionPool[Any], hub: Hub, *, clock: Callable[[], datetime]) -> None:
        self._pool = pool
        self._hub = hub
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            try:
                await self.beat()
            except (psycopg.Error, PoolTimeout) as error:
                log.warning("nobody was told who is there: %s", type(error).__name__)
            await asyncio.sleep(rules.BEAT.total_seconds())

    async def beat(self) -> None:
        now = self._clock()
        desks = [desk_of(room) for room in self._hub.names(DESK)]
        pages = [conversation_of(room) for room in self._hub.names(PREFIX) if is_for_shoppers(room)]
        if not desks and not pages:
            return
        async with self._pool.connection() as connection:
            if desks:
                await connection.execute(DESKS_SEEN, (now, [one for one, _ in desks], [one for _, one in desks]))
            if pages:
                await connection.execute(PAGES_SEEN, (now, pages))
