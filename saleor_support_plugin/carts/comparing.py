"""What people spent who may be written to, beside those who by chance never are: the input of carts.lift."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from ..stores.callers import Staff
from . import listing
from .lift import Arm, Lift, lift
from .models import CartPlan
from .plan import Plan

# A person's orders count for so long after the first message might have gone: the way back works as long.
JUDGED_AFTER = timedelta(days=7)
# How far back, whatever span of a report is looked at: a span that was chosen afterwards would choose its own answer.
COMPARED = timedelta(days=366)
CANCELLED = ["CANCELED", "EXPIRED", "DRAFT"]


@dataclass(frozen=True, slots=True)
class ChannelLift:
    """A channel has one currency; `since` is when its people were first divided as they are now."""

    channel: str
    currency: str
    since: datetime
    written: Arm
    held_out: Arm
    lift: Lift


# Each person once a channel, by the first case that was counted since then, with what they ordered in the days after:
# by whatever checkout, and whatever became of the case. So it asks the same of both groups.
ARMS = """with counted as (
    select distinct on (c.channel_slug, c.person_id)
        c.channel_slug, c.person_id, c.currency, c.is_held_out, c.counted_at, c.order_id
    from support_cartcase c join unnest(%(channels)s::text[], %(sinces)s::timestamptz[]) asked(channel, since)
        on asked.channel = c.channel_slug
    where c.store_id = %(store)s and c.counted_at >= asked.since and c.counted_at <= %(until)s
    order by c.channel_slug, c.person_id, c.counted_at, c.id),
spent as (
    select n.channel_slug, n.currency, n.is_held_out, count(o.id) as orders,
        coalesce(sum(o.total_gross - o.total_refunded), 0) as amount
    from counted n left join lateral (
        select o.id, o.total_gross, o.total_refunded from support_order o
        where o.store_id = %(store)s and o.currency = n.currency and o.status <> all(%(cancelled)s)
            and o.created >= n.counted_at and o.created < n.counted_at + %(judged_after)s
            and upper(o.customer_email) = any(array(select upper(k.value) from support_personkey k
                where k.person_id = n.person_id and k.kind = 'EMAIL'))
        union
        select o.id, o.total_gross, o.total_refunded from support_order o
        where o.store_id = %(store)s and o.saleor_id = n.order_id and n.order_id <> '' and o.currency = n.currency
            and o.status <> all(%(cancelled)s)
            and o.created >= n.counted_at and o.created < n.counted_at + %(judged_after)s
    ) o on true group by n.channel_slug, n.currency, n.is_held_out, n.person_id)
select channel_slug, currency, is_held_out,
    count(*), count(*) filter (where orders > 0), sum(amount), sum(amount * amount)
from spent group by channel_slug, currency, is_held_out"""


def lifts(staff: Staff, *, channel: str, now: datetime) -> list[ChannelLift]:
    """Compare, in each channel, the people who may be written to with those who never are."""
    sinces = _divided_since(staff, channel, now)
    asked: dict[str, Any] = {
        "store": staff.store.pk,
        "channels": list(sinces),
        "sinces": list(sinces.values()),
        "until": now - JUDGED_AFTER,
        "judged_after": JUDGED_AFTER,
        "cancelled": CANCELLED,
    }
    arms: dict[tuple[str, str], dict[bool, Arm]] = {}
    with connection.cursor() as cursor:
        cursor.execute(ARMS, asked)
        for slug, currency, is_held_out, *sums in cursor.fetchall():
            arms.setdefault((slug, currency), {})[is_held_out] = Arm(*sums)
    found = []
    for (slug, currency), both in sorted(arms.items()):
        written, held_out = both.get(False, Arm()), both.get(True, Arm())
        found.append(ChannelLift(slug, currency, sinces[slug], written, held_out, lift(written, held_out)))
    return found


def _divided_since(staff: Staff, channel: str, now: datetime) -> dict[str, datetime]:
    """Return for each channel since when the share of people who are held out is what it is now.

    Groups that were divided differently must not be added up: what differed between the times would look like lift.
    """
    seen = listing.seen_cases(staff).filter(counted_at__isnull=False).order_by()
    slugs = [slug for slug in seen.values_list("channel_slug", flat=True).distinct() if channel in ("", slug)]
    rows = list(CartPlan.across_stores.filter(store=staff.store).order_by("made_at", "pk"))
    return {slug: max(now - COMPARED, _last_division(slug, rows, now)) for slug in slugs}


def _last_division(slug: str, rows: Iterable[CartPlan], now: datetime) -> datetime:
    held: dict[str, int | None] = {}
    share, since = Plan().holdout_percent, now - COMPARED
    for row in rows:
        if row.channel_slug not in (slug, ""):
            continue
        held[row.channel_slug] = row.data.get("holdout_percent")
        own, usual = held.get(slug), held.get("")
        holds = own if own is not None else usual if usual is not None else Plan().holdout_percent
        if holds != share:
            share, since = holds, row.made_at
    return since
