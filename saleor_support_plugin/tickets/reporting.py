"""How a shop answers: what became of the tickets of a span, in sum and by one thing about them."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import orjson
from django.db import connection

from ..conversations.reached import holidays_between
from ..conversations.reaching import FORM, hours_of
from ..hours.course import Course, course
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.queries import settings_of_channels

# What a report may reach over.
LONGEST = timedelta(days=366)
# Of the groups, those with most tickets.
MOST_GROUPS = 100


class By(StrEnum):
    """What a report is divided by."""

    CHANNEL = "CHANNEL"
    REASON = "REASON"
    DEPARTMENT = "DEPARTMENT"
    MEDIUM = "MEDIUM"


@dataclass(frozen=True, slots=True)
class Span:
    """Tickets opened from `since` until before `until`; with `channel`, of that one alone."""

    since: datetime
    until: datetime
    channel: str | None = None

    @property
    def is_right(self) -> bool:
        return self.since < self.until <= self.since + LONGEST


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes in which somebody was there: half of `many` took no longer than `p50`, nine of ten no longer than p90."""

    many: int
    p50: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the tickets of one group; `name` is None for all of them."""

    name: str | None
    opened: int
    # Those that a shopper began, but for chats that go on; and of them, those that staff answered.
    asked: int
    answered: int
    unanswered: int
    oldest_at: datetime | None
    first_reply: Times
    kept: int
    breached: int
    resolution: Times
    reopened: int


@dataclass(frozen=True, slots=True)
class Report:
    total: Figures
    groups: list[Figures]


NOTHING = Times(0, None, None)
# Who was touched since was opened since or before: so the index of what was touched last finds them. With `offset 0` an
# instant is turned into seconds once, not in each place that names it.
FIGURES = """
with hours as materialized (
    select * from json_to_recordset(%(hours)s) as h(channel text, edges float8[], before float8[], rate float8[])),
opened as (
    select case %(by)s when 'CHANNEL' then c.channel_slug when 'REASON' then t.reason
            when 'DEPARTMENT' then t.department else t.medium end as name,
        t.created_at, t.reopened > 0 as again, c.is_live, t.state = 'CLOSED' as done,
        t.first_replied_at is distinct from t.created_at as asks,
        t.first_replied_at is not null as replied,
        case when t.first_reply_target is not null then 'FIRST_REPLY BREACHED' = any (t.marks) end as replies_late,
        case when t.resolve_target is not null then 'RESOLVE BREACHED' = any (t.marks) end as done_late,
        date_part('epoch', t.created_at) as began,
        date_part('epoch', t.first_replied_at) as reply,
        date_part('epoch', t.closed_at) as close,
        h.edges, h.before, h.rate
    from support_ticket t join support_conversation c on c.id = t.conversation_id
    left join hours h on h.channel = c.channel_slug
    where t.store_id = %(store)s and t.updated_at >= %(since)s and t.created_at >= %(since)s
        and t.created_at < %(until)s and t.merged_into_id is null
        and (%(channels)s::text[] is null or c.channel_slug = any(%(channels)s))
    offset 0),
placed as (
    select *, width_bucket(began, edges) as b, width_bucket(reply, edges) as r, width_bucket(close, edges) as d
    from opened offset 0),
passed as (
    select name, created_at, again, asks, replied, done, replies_late, done_late,
        not replied and not done and not is_live as waits,
        asks and (replied or not is_live) as counts,
        coalesce(before[r] + rate[r] * (reply - edges[r]) - before[b] - rate[b] * (began - edges[b]), reply - began)
            as replied_after,
        coalesce(before[d] + rate[d] * (close - edges[d]) - before[b] - rate[b] * (began - edges[b]), close - began)
            as done_after
    from placed offset 0)
select grouping(name), name, count(*),
    count(*) filter (where counts),
    count(*) filter (where counts and replied),
    count(*) filter (where waits),
    min(created_at) filter (where waits),
    percentile_cont(array[0.5, 0.9]) within group (order by replied_after) filter (where counts and replied),
    count(*) filter (where counts and replied and not replies_late) + count(*) filter (where done and not done_late),
    count(*) filter (where replies_late) + count(*) filter (where done_late),
    count(*) filter (where done),
    percentile_cont(array[0.5, 0.9]) within group (order by done_after) filter (where done),
    count(*) filter (where again)
from passed group by grouping sets ((), (name))
order by 1 desc, 3 desc, 2 limit %(most)s"""


def report(staff: Staff, span: Span, *, by: By, now: datetime) -> Report:
    """Return what became of the tickets of a span, in the channels that a member of staff may see."""
    channels = seen_of(staff, span.channel)
    asked: dict[str, Any] = {
        "store": staff.store.pk,
        "since": span.since,
        "until": span.until,
        "channels": channels,
        "by": by.value,
        "hours": orjson.dumps(_courses(staff.store, channels, span.since, now)).decode(),
        "most": MOST_GROUPS + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(FIGURES, asked)
        total, *groups = [_figures(*row) for row in cursor.fetchall()]
    return Report(total, groups)


def seen_of(staff: Staff, channel: str | None) -> list[str] | None:
    """Return the channels that are asked for and may be seen; None: all."""
    if channel is None:
        return None if staff.channels is None else sorted(staff.channels)
    return [channel] if staff.channels is None or channel in staff.channels else []


def _courses(store: Store, channels: Collection[str] | None, since: datetime, now: datetime) -> list[dict[str, Any]]:
    """Return how open time passed in each channel; those with the same hours are worked out once."""
    of, found = settings_of_channels(store), dict[str, Course]()
    worked_out: dict[str, Course] = {}
    countries = dict(store.channels.values_list("slug", "default_country"))
    days = holidays_between(set(countries.values()), since, now)
    for slug, country in countries.items():
        if channels is not None and slug not in channels:
            continue
        hours = hours_of(of(slug), FORM, days[country])
        key = repr(hours)
        if key not in worked_out:
            worked_out[key] = course(hours, since, now)
        found[slug] = worked_out[key]
    return [{"channel": slug, **asdict(one)} for slug, one in found.items()]


def _figures(
    is_total: int,
    name: str | None,
    opened: int,
    asked: int,
    answered: int,
    unanswered: int,
    oldest_at: datetime | None,
    replies: list[float] | None,
    kept: int,
    breached: int,
    closed: int,
    closes: list[float] | None,
    reopened: int,
) -> Figures:
    return Figures(
        name=None if is_total else name or "",
        opened=opened,
        asked=asked,
        answered=answered,
        unanswered=unanswered,
        oldest_at=oldest_at,
        first_reply=_times(answered, replies),
        kept=kept,
        breached=breached,
        resolution=_times(closed, closes),
        reopened=reopened,
    )


def _times(many: int, seconds: list[float] | None) -> Times:
    return Times(many, *(one / 60 for one in seconds)) if seconds else NOTHING
