"""The customers of a store as a file for another program of the merchant's, row by row."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from ..beside.queries import UNPAID
from ..csv_files import Record
from ..money import Money
from ..people.addresses import normal_address
from ..people.queries import consents_at
from ..people.rules import Consents
from ..stores.callers import Staff

A_BATCH = 500
COLUMNS = (
    "email",
    "name",
    "language",
    "orders",
    "spent",
    "tickets",
    "last_contact_at",
    "last_score",
    "agreed_to",
    "objected_to",
)
# Who ordered or wrote, by their mailbox; their name and language as they were last told.
CUSTOMERS = """
with ordered as (
    select upper(customer_email) as mailbox, count(*) as orders, max(created) as at,
        (array_agg(customer_email order by created desc))[1] as email,
        (array_agg(customer_name order by created desc) filter (where customer_name <> ''))[1] as name,
        (array_agg(left(language_code, 2) order by created desc))[1] as language
    from support_order where store_id = %(store)s and customer_email <> ''
        and (%(channels)s::text[] is null or channel_slug = any(%(channels)s)) group by 1),
paid as (
    select mailbox, array_agg(kept order by kept desc) as kept, array_agg(currency order by kept desc) as currencies
    from (select upper(customer_email) as mailbox, currency, sum(total_gross - total_refunded) as kept
        from support_order where store_id = %(store)s and customer_email <> '' and status <> all(%(unpaid)s)
            and (%(channels)s::text[] is null or channel_slug = any(%(channels)s)) group by 1, 2) each
    group by 1),
wrote as (
    select upper(c.email) as mailbox, count(t.id) filter (where t.merged_into_id is null) as tickets,
        max(t.updated_at) as at,
        (array_agg(c.email order by c.id desc))[1] as email,
        (array_agg(c.name order by c.id desc) filter (where c.name <> ''))[1] as name,
        (array_agg(lower(c.language) order by c.id desc))[1] as language
    from support_conversation c left join support_ticket t on t.conversation_id = c.id
    where c.store_id = %(store)s and c.email <> ''
        and (%(channels)s::text[] is null or c.channel_slug = any(%(channels)s)) group by 1),
scored as (
    select distinct on (upper(c.email)) upper(c.email) as mailbox, s.score, s.scale
    from support_survey s join support_ticket t on t.id = s.ticket_id
    join support_conversation c on c.id = t.conversation_id
    where s.store_id = %(store)s and s.answered_at is not null and c.email <> ''
        and (%(channels)s::text[] is null or c.channel_slug = any(%(channels)s))
    order by 1, s.answered_at desc, s.id desc)
select coalesce(o.email, w.email), coalesce(o.name, w.name), lower(coalesce(w.language, o.language)),
    coalesce(o.orders, 0), p.kept, p.currencies, coalesce(w.tickets, 0), w.at, s.score, s.scale
from ordered o full join wrote w on w.mailbox = o.mailbox
left join paid p on p.mailbox = o.mailbox
left join scored s on s.mailbox = w.mailbox
order by coalesce(o.mailbox, w.mailbox)"""


def records(staff: Staff) -> Iterator[Record]:
    """Give everybody who ordered or wrote in the channels that a member of staff may see, by their mailbox."""
    asked: dict[str, Any] = {
        "store": staff.store.pk,
        "channels": None if staff.channels is None else sorted(staff.channels),
        "unpaid": list(UNPAID),
    }
    with connection.chunked_cursor() as cursor:
        cursor.execute(CUSTOMERS, asked)
        while rows := cursor.fetchmany(A_BATCH):
            said = consents_at(store=staff.store, emails=[normal_address(row[0]) for row in rows])
            for row in rows:
                yield _record(row, said.get(normal_address(row[0]), Consents()))


def _record(row: Sequence[Any], said: Consents) -> Record:
    email, name, language, orders, kept, currencies, tickets, last_contact_at, score, scale = row
    paid = [Money(*one) for one in zip(kept or (), currencies or (), strict=True)]
    return {
        "email": email,
        "name": name,
        "language": language or None,
        "orders": orders,
        "spent": [{"amount": money.text, "currency": money.currency} for money in paid],
        "tickets": tickets,
        "last_contact_at": last_contact_at,
        "last_score": None if score is None else f"{score}/{scale}",
        "agreed_to": _named(said, is_given=True),
        "objected_to": _named(said, is_given=False),
    }


def _named(said: Consents, *, is_given: bool) -> list[str]:
    """Return by which media and for which purposes they said yes, or no."""
    return sorted(f"{medium} {purpose}" for (medium, purpose), word in said.words.items() if word.is_given is is_given)
