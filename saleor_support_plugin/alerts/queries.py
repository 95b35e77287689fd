"""Reads of who waits for an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from ..stores.models import Store
from . import rules

# The tickets in which nobody of the shop has spoken last, from the first message that waits; those of which nobody was
# told yet. What the system noted in between is nobody's answer.
WAITING = """select w.id, w.seq, coalesce(w.since, w.created_at), w.channel_slug from (
        select t.id, t.created_at, c.channel_slug, coalesce(first.seq, 0) as seq, first.at as since
        from support_ticket t join support_conversation c on c.id = t.conversation_id
        left join lateral (
            select m.seq, m.at from support_conversationmessage m
            where m.conversation_id = c.id and m.author = 'shopper' and m.seq > coalesce(
                (select max(s.seq) from support_conversationmessage s
                 where s.conversation_id = c.id and s.author = 'staff'), 0)
            order by m.seq limit 1) first on true
        where t.store_id = %(store)s and t.state = 'OPEN' and t.updated_at > %(after)s and not c.is_live
        and t.merged_into_id is null and (t.snoozed_until is null or t.snoozed_until <= %(now)s)
        and (first.seq is not null or t.first_replied_at is null)) w
    where coalesce(w.since, w.created_at) <= %(before)s
    and not exists (select from support_alert a where a.ticket_id = w.id and a.seq >= w.seq)
    order by coalesce(w.since, w.created_at), w.id limit 500"""


@dataclass(frozen=True, slots=True)
class Wait:
    """A ticket, and since when somebody waits in it; `seq` is their first message that nobody answered, 0 for none."""

    ticket_id: int
    seq: int
    since: datetime
    channel: str


def waiting(store: Store, *, before: datetime, now: datetime) -> list[Wait]:
    """Return who has waited since before that, of whom staff were not told; the longest first."""
    asked: dict[str, Any] = {"store": store.pk, "before": before, "now": now, "after": now - rules.WITHIN}
    with connection.cursor() as cursor:
        cursor.execute(WAITING, asked)
        return [Wait(*row) for row in cursor.fetchall()]
