"""Chat for the sockets, in plain SQL: what was said, who may read it, and how far each side has read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import orjson
from psycopg_pool import AsyncConnectionPool

from ..realtime.payload import NOT_RECOGNISED, STORE, STORE_GONE, everybody_of
from ..realtime.rooms import Hub, Page
from ..stores.configuration import chosen, from_data
from . import frames
from .here import Here
from .rules import link_digest
from .statement import Line, Told, read_told
from .word_filter import WordFilter, word_filter

MOST_A_PAGE = 200

READ = """
select seq, author, author_name, text, at, event, key, card, channel from support_conversationmessage
where conversation_id = %s and seq > %s order by seq limit %s"""
LASTS = """
select c.id, c.last_seq, exists (select 1 from support_conversationlink l
                                 where l.conversation_id = c.id and l.kind = 'widget')
from support_conversation c where c.id = any(%s)"""
STORES = "select id from support_store where id = any(%s) and removed_at is null and is_active"
OPEN = """
select c.id, c.store_id, c.channel_slug, c.name, c.last_seq, c.shopper_read_seq, c.staff_read_seq,
       c.is_live, c.ended_at is not null, c.here, t.id, t.kind
from support_conversation c join support_store s on s.id = c.store_id
left join support_ticket t on t.conversation_id = c.id
"""
BY_LINK = f"""{OPEN} join support_conversationlink l on l.conversation_id = c.id
where l.digest = %s and l.kind = 'widget' and l.expires_at > %s and s.key = %s
  and s.removed_at is null and s.is_active"""
BY_ID = f"{OPEN} where c.id = %s and c.store_id = %s"
ORIGINS = """
select n.channels, coalesce(n.is_default, false), n.data::text from support_store s
join support_channel c on c.store_id = s.id and c.slug = %s and c.is_active
left join support_namedconfiguration n on n.store_id = s.id
where s.key = %s and s.removed_at is null and s.is_active order by n.id"""
STAND = "update support_conversation set here = %s::jsonb where id = %s"
MARK = """
update support_conversation c set {side}_read_seq = least(g.seq, c.last_seq)
from unnest(%s::bigint[], %s::integer[]) g (id, seq)
where c.id = g.id and c.{side}_read_seq < least(g.seq, c.last_seq)"""


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation that somebody may read and write in, as it was when they came."""

    id: int
    store_id: int
    channel: str
    name: str
    last_seq: int
    shopper_read: int
    staff_read: int
    is_live: bool
    is_ended: bool
    here: Here | None
    ticket_id: int | None
    kind: str | None

    @property
    def is_letter(self) -> bool:
        """No chat, now or before: what is said moves the ticket, and is answered by mail."""
        return self.kind is not None and self.kind != "CHAT"


type Pool = AsyncConnectionPool[Any]


async def _rows(pool: Pool, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    async with pool.connection() as connection:
        rows: list[tuple[Any, ...]] = await (await connection.execute(sql, values)).fetchall()
    return rows


async def opened_by_token(pool: Pool, token: str, *, store_key: str, now: datetime) -> Opened | None:
    """Return the conversation that a session's token opens, as queries.opened_by_widget does."""
    rows = await _rows(pool, BY_LINK, (link_digest(token), now, store_key))
    return Opened(*rows[0]) if rows else None


async def opened_by_staff(pool: Pool, conversation_id: int, *, store_id: int) -> Opened | None:
    rows = await _rows(pool, BY_ID, (conversation_id, store_id))
    return Opened(*rows[0]) if rows else None


@dataclass(frozen=True, slots=True)
class Storefront:
    """The origins whose pages may chat, and what they may not write there."""

    origins: Sequence[str]
    words: WordFilter


async def storefront(pool: Pool, *, store_key: str, channel: str) -> Storefront | None:
    """Return what holds for a channel's pages; None where store or channel is not known."""
    rows = await _rows(pool, ORIGINS, (channel, store_key))
    if not rows:
        return None
    row = chosen([_Named(*one) for one in rows if one[2] is not None], channel)
    return _storefront(row.data if row else "{}")


class _Named(NamedTuple):
    channels: Sequence[str]
    is_default: bool
    data: str


@lru_cache(maxsize=1_000)
def _storefront(data: str) -> Storefront:
    settings = from_data(orjson.loads(data))
    return Storefront(settings.storefront_origins, word_filter(settings))


async def read_page(pool: Pool, room: str, after: int) -> Page:
    """Read what a conversation's room was told after a number, at most MOST_A_PAGE of it."""
    conversation_id, to_shopper = frames.conversation_of(room), frames.is_for_shoppers(room)
    rows = await _rows(pool, READ, (conversation_id, after, MOST_A_PAGE))
    lines = [
        (seq, Line(conversation_id, author, name, said, at, event, key, card, channel=channel))
        for seq, author, name, said, at, event, key, card, channel in rows
    ]
    told = [(seq, frames.said(line, seq, to_shopper=to_shopper)) for seq, line in lines]
    return Page(told, told[-1][0] if told else after, len(told) == MOST_A_PAGE)


async def mark_read(pool: Pool, side: str, marks: dict[int, int]) -> None:
    """Remember how far `side`, shopper or staff, has read; never backwards, and never past what was said."""
    async with pool.connection() as connection:
        await connection.execute(MARK.format(side=side), (list(marks), list(marks.values())))


async def set_here(pool: Pool, conversation_id: int, here: Here | None) -> None:
    async with pool.connection() as connection:
        told = None if here is None else orjson.dumps(here).decode()
        await connection.execute(STAND, (told, conversation_id))


class Telling:
    """Delivers what was said to the rooms of this process, each in its own words."""

    def __init__(self, hub: Hub, pool: Pool) -> None:
        self._hub = hub
        self._pool = pool

    def tell(self, said: Sequence[Told]) -> None:
        for one in said:
            self._tell(one)
        for one in {told.conversation_id: told for told in said}.values():
            waiting = frames.staff_rooms(one.store_id, None) + frames.staff_rooms(one.store_id, [one.channel])
            for room in waiting:
                if room in self._hub:
                    self._hub.tell(room, frames.moved(one))

    def _tell(self, told: Told) -> None:
        for room in (frames.room_of(told.conversation_id), frames.shoppers_room(told.conversation_id)):
            if room not in self._hub:
                continue
            if told.line is None:
                self._hub.expect(room, told.seq)
            else:
                to_shopper = frames.is_for_shoppers(room)
                self._hub.deliver(room, told.seq, frames.said(told.line, told.seq, to_shopper=to_shopper))

    def heard(self, entries: Sequence[Any]) -> None:
        """Deliver what another process said."""
        self.tell([read_told(entry) for entry in entries])

    async def catch_up(self) -> None:
        """Find out what happened while we did not hear: what was said, and whose door was closed."""
        await self._expect_all(self._hub.names(frames.PREFIX))
        await self._send_away(self._hub.names(STORE))

    async def _expect_all(self, rooms: list[str]) -> None:
        ids = list({frames.conversation_of(room) for room in rooms})
        found = {pk: (last, has_session) for pk, last, has_session in await _rows(self._pool, LASTS, (ids,))}
        for room in rooms:
            last, has_session = found.get(frames.conversation_of(room), (0, False))
            self._hub.expect(room, last)
            if frames.is_for_shoppers(room) and not has_session:
                self._hub.close(room, NOT_RECOGNISED)

    async def _send_away(self, rooms: list[str]) -> None:
        ids = [int(room.removeprefix(STORE)) for room in rooms]
        here = {pk for (pk,) in await _rows(self._pool, STORES, (ids,))}
        for pk in ids:
            if pk not in here:
                self._hub.close(everybody_of(pk), STORE_GONE)
