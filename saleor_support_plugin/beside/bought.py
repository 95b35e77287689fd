"""What became of what staff showed: opened, as the shopper's page told, and bought, as the store's own orders tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from ..conversations.cards import OPENED, SHOWN
from ..conversations.models import Conversation
from ..stores.callers import Staff
from .queries import UNPAID

# Who buys later was reminded by something else.
WITHIN = timedelta(days=7)

# The first order with the product in it, of the same account, mailbox or checkout.
_ORDER = """
select o.number, o.created from support_order o
where o.store_id = c.store_id and o.channel_slug = c.channel_slug
  and o.created >= m.at and o.created < m.at + %(within)s and o.status <> all(%(unpaid)s)
  and (c.email <> '' and upper(o.customer_email) = upper(c.email)
       or o.customer_id <> '' and c.shopper_key = 'user:' || o.customer_id
       or o.checkout_id <> '' and (o.checkout_id = c.here ->> 'checkout' or exists (
           select from support_cartact a where a.conversation_id = c.id and a.checkout_id = o.checkout_id)))
  and exists (select from support_orderline l
              join support_variant v on v.store_id = o.store_id and v.saleor_id = l.variant_id
              where l.order_id = o.id and v.product_id = m.card ->> 'product')
order by o.created limit 1"""
BOUGHT = """
select m.seq, b.number, b.created from support_conversationmessage m
join support_conversation c on c.id = m.conversation_id
cross join lateral (ORDER) b
where m.conversation_id = %(conversation)s and m.author = 'staff' and m.card ->> 'kind' = 'product'
order by m.seq""".replace("ORDER", _ORDER)
COUNT = """
select count(*), count(*) filter (where m.card ->> %(opened)s is not null), count(b.number)
from support_queueentry q
join support_conversation c on c.id = q.conversation_id
join support_conversationmessage m on m.conversation_id = c.id
    and m.author = 'staff' and m.card ->> 'kind' = any(%(shown)s)
left join lateral (ORDER) b on m.card ->> 'kind' = 'product'
where q.store_id = %(store)s and q.joined_at >= %(since)s
  and (%(channels)s::text[] is null or q.channel_slug = any(%(channels)s))""".replace("ORDER", _ORDER)


@dataclass(frozen=True, slots=True)
class Bought:
    """A product that staff showed in a message, and the order it is in."""

    seq: int
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """How many products, pages and ways to the checkout were shown, opened, and, of products, bought."""

    pushed: int
    opened: int
    bought: int


def bought(conversation: Conversation) -> list[Bought]:
    return [Bought(*row) for row in _rows(BOUGHT, {"conversation": conversation.pk})]


def shown(staff: Staff, *, since: datetime, channel: str | None) -> Shown:
    """Count what was shown in chats that began since then, in the channels that the caller may see."""
    seen = None if staff.channels is None else sorted(staff.channels)
    if channel is not None:
        seen = [channel] if seen is None or channel in seen else []
    given = {"store": staff.store.pk, "since": since, "channels": seen, "opened": OPENED, "shown": sorted(SHOWN)}
    [row] = _rows(COUNT, given)
    return Shown(*row)


def _rows(sql: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given | {"within": WITHIN, "unpaid": list(UNPAID)})
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
