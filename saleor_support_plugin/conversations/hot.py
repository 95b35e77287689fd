"""How a shop can be reached, for the hot door: one statement, then the same rules as everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import orjson
from cachetools import LRUCache
from psycopg_pool import AsyncConnectionPool

from ..stores.configuration import Configuration, chosen, from_data
from .rules import Contact, contact

# One row for each configuration of the store, or one with nulls; none where store or channel is unknown.
FIND = """
select s.id, c.name, c.default_country, p.snippet_seen_at, n.channels, coalesce(n.is_default, false), n.data::text
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %s and c.is_active
left join support_setup p on p.store_id = s.id
left join support_namedconfiguration n on n.store_id = s.id
where s.key = %s and s.removed_at is null and s.is_active
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


class _Row(NamedTuple):
    channels: Sequence[str]
    is_default: bool
    data: str


async def widget_facts(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, now: datetime
) -> WidgetFacts | None:
    """Return the facts, or None where store or channel is not known."""
    async with pool.connection() as connection:
        rows = await (await connection.execute(FIND, (channel, store_key))).fetchall()
    return from_rows(rows, channel=channel, now=now) if rows else None


def from_rows(rows: list[tuple[Any, ...]], *, channel: str, now: datetime) -> WidgetFacts:
    store_id, channel_name, country, seen_at = rows[0][:4]
    row = chosen([_Row(*one[4:]) for one in rows if one[6] is not None], channel)
    data = row.data if row else "{}"
    configuration = _read(data)
    return WidgetFacts(
        store_id=store_id,
        name=configuration.sender_name or urlsplit(configuration.storefront_url).hostname or channel_name,
        locale="tr" if country == "TR" else "en",
        configuration=configuration,
        contact=_contact(data, now),
        seen_at=seen_at,
    )


@lru_cache(maxsize=1_000)
def _read(data: str) -> Configuration:
    return from_data(orjson.loads(data))


# What was said of these settings, and from when on it holds: the same for every page until it ends.
_said: LRUCache[str, tuple[datetime, Contact]] = LRUCache(maxsize=1_000)


def _contact(data: str, now: datetime) -> Contact:
    since, said = _said.get(data, (now, None))
    if said is None or not since <= now < said.until:
        said = contact(_read(data), now)
        _said[data] = (now, said)
    return said
