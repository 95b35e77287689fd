"""How a shop can be reached, for the hot door: one statement, then the same rules as everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import orjson
from cachetools import LRUCache
from psycopg_pool import AsyncConnectionPool

from ..stores.configuration import Configuration, chosen, from_data
from .reaching import AHEAD, BACK, NOBODY, ChatNow, Contact, Holidays, contact

# One row for each configuration of the store, or one with nulls; none where store or channel is unknown.
FIND = """
select s.id, c.name, c.default_country, p.snippet_seen_at, p.stages_seen,
    (select json_object_agg(r.kind, r.minutes)::text from support_replytime r
     where r.store_id = s.id and r.channel_slug = c.slug and r.minutes is not null),
    (select json_agg(json_build_array(d."on", d.half_until) order by d."on")::text from support_dayoff d
     where d.country = c.default_country and d."on" between %(back)s and %(ahead)s),
    n.channels, coalesce(n.is_default, false), n.data::text
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
left join support_setup p on p.store_id = s.id
left join support_namedconfiguration n on n.store_id = s.id
where s.key = %(key)s and s.removed_at is null and s.is_active
order by n.id"""


@dataclass(frozen=True, slots=True)
class WidgetFacts:
    """What a storefront's widget needs before anybody taps it, and when one was last seen there."""

    store_id: int
    name: str
    locale: str
    configuration: Configuration
    contact: Contact
    seen_at: datetime | None
    # By stage, in ISO 8601.
    stages_seen: Mapping[str, str]


class _Row(NamedTuple):
    channels: Sequence[str]
    is_default: bool
    data: str


async def widget_facts(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, now: datetime, chat: ChatNow = NOBODY
) -> WidgetFacts | None:
    """Return the facts, or None where store or channel is not known."""
    asked = {"channel": channel, "key": store_key, "back": (now - BACK).date(), "ahead": (now + AHEAD).date()}
    async with pool.connection() as connection:
        rows = await (await connection.execute(FIND, asked)).fetchall()
    return from_rows(rows, channel=channel, now=now, chat=chat) if rows else None


def from_rows(rows: list[tuple[Any, ...]], *, channel: str, now: datetime, chat: ChatNow) -> WidgetFacts:
    store_id, channel_name, country, seen_at, stages_seen, replies, holidays = rows[0][:7]
    row = chosen([_Row(*one[7:]) for one in rows if one[9] is not None], channel)
    data = row.data if row else "{}"
    configuration = _read(data)
    return WidgetFacts(
        store_id=store_id,
        name=configuration.sender_name or urlsplit(configuration.storefront_url).hostname or channel_name,
        locale="tr" if country == "TR" else "en",
        configuration=configuration,
        contact=_contact(_Said(data, holidays or "[]", replies or "{}", chat), now),
        seen_at=seen_at,
        stages_seen=stages_seen or {},
    )


@lru_cache(maxsize=1_000)
def _read(data: str) -> Configuration:
    return from_data(orjson.loads(data))


class _Said(NamedTuple):
    """What an answer is made of, beside the time."""

    data: str
    holidays: str
    replies: str
    chat: ChatNow


# What was said of it, and from when on it holds: the same for every page until it ends.
_said: LRUCache[_Said, tuple[datetime, Contact]] = LRUCache(maxsize=1_000)


def _contact(of: _Said, now: datetime) -> Contact:
    since, said = _said.get(of, (now, None))
    if said is None or not since <= now < said.until:
        holidays = _holidays(orjson.loads(of.holidays))
        said = contact(_read(of.data), now, chat=of.chat, holidays=holidays, replies=orjson.loads(of.replies))
        _said[of] = (now, said)
    return said


def _holidays(rows: list[tuple[str, str | None]]) -> Holidays:
    days = [(date.fromisoformat(on), time.fromisoformat(until) if until else None) for on, until in rows]
    return Holidays(
        frozenset(on for on, until in days if until is None), {on: until for on, until in days if until is not None}
    )
