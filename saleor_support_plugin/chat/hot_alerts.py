"""Pages that alert staff, for their socket in plain SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg_pool import AsyncConnectionPool

from ..conversations.rules import link_digest

ALERT_PAGE = """
select p.id, p.store_id, p.user_id, p.channels, p.expires_at, coalesce(t.state, 'OFFLINE'),
    array(select q.conversation_id from support_queueentry q where q.seat_id = t.id and q.state = 'SEATED'),
    array(select q.conversation_id from support_queueentry q where q.store_id = p.store_id and q.state = 'WAITING'
          and (p.channels is null or q.channel_slug = any(p.channels)))
from support_alertpage p join support_store s on s.id = p.store_id
left join support_seat t on t.store_id = p.store_id and t.user_id = p.user_id
where p.digest = %s and p.opened_at is not null and p.expires_at > %s and s.removed_at is null and s.is_active"""
ALERT_OPEN = "update support_alertpage set open_until = %s where id = %s and expires_at > %s returning id"
ALERT_CLOSED = "update support_alertpage set open_until = %s where id = %s"


@dataclass(frozen=True, slots=True)
class Alerting:
    """A page that alerts: whose it is, the chats that are theirs and those that wait."""

    id: int
    store_id: int
    user_id: str
    channels: Sequence[str] | None
    expires_at: datetime
    state: str
    mine: Sequence[int]
    waiting: Sequence[int]


async def alerting(pool: AsyncConnectionPool[Any], token: str, *, now: datetime) -> Alerting | None:
    """Return the page whose token this is, as long as it is good."""
    async with pool.connection() as connection:
        row = await (await connection.execute(ALERT_PAGE, (link_digest(token), now))).fetchone()
    return Alerting(*row) if row else None


async def alerts_by_itself(pool: AsyncConnectionPool[Any], page_id: int, *, until: datetime, now: datetime) -> bool:
    """Remember that the page is open; False where its days are over."""
    async with pool.connection() as connection:
        return await (await connection.execute(ALERT_OPEN, (until, page_id, now))).fetchone() is not None


async def alerts_no_more(pool: AsyncConnectionPool[Any], page_id: int, *, now: datetime) -> None:
    async with pool.connection() as connection:
        await connection.execute(ALERT_CLOSED, (now, page_id))
