"""Watching for bad reviews that come too thick, and telling staff: on the page Reviews, and their other programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from ..announcements.actions import announce
from ..stores.models import Store
from . import listing
from .crisis_rules import BASELINE, NEGATIVE, WEEK, Counted, Judged, Subject, judge
from .models import Crisis, Origin, State

# A store's reviews of a week and of the weeks before it, by what they are about: one scan. The last row is the whole.
COUNT = f"""with said as (
    select r.product_id, coalesce(o.delivery_method_name, '') as carrier, coalesce(p.warehouse_id, '') as warehouse,
        r.stars <= {NEGATIVE} as is_negative, r.created_at > %(week)s as is_fresh
    from support_review r
    left join support_order o on o.id = r.order_id
    left join lateral (
        select f.warehouse_id from support_fulfillment f
        join support_fulfillmentline l on l.fulfillment_id = f.id and l.order_line_id = r.order_line_id
        where f.order_id = r.order_id order by f.delivered_at nulls last limit 1) p on true
    where r.store_id = %(store)s and r.created_at > %(before)s and r.created_at <= %(now)s
        and r.origin = '{Origin.REQUEST}' and r.state in ('{State.PENDING}', '{State.PUBLISHED}'))
select grouping(product_id, carrier, warehouse), product_id, carrier, warehouse,
    count(*) filter (where is_fresh), count(*) filter (where is_fresh and is_negative),
    count(*) filter (where not is_fresh), count(*) filter (where not is_fresh and is_negative)
from said group by grouping sets ((product_id), (carrier), (warehouse), ())"""  # noqa: S608  names and numbers of ours
# What `grouping` says of the rows of each, and in which column its name stands.
KINDS = {0b011: Subject.PRODUCT, 0b101: Subject.CARRIER, 0b110: Subject.WAREHOUSE}


@dataclass(frozen=True, slots=True)
class Seen:
    """The reviews of a week and of the weeks before it."""

    week: Counted
    before: Counted


NONE = Seen(Counted(0, 0), Counted(0, 0))


@dataclass(slots=True)
class Counts:
    whole: Seen = NONE
    subjects: dict[tuple[Subject, str], Seen] = field(default_factory=dict)


@transaction.atomic
def watch(*, store: Store, now: datetime) -> dict[str, int]:
    """Open an alarm for each thing whose bad reviews came too thick this week, and end those that are over."""
    counts = count(store, now)
    judged = {about: judge(seen.week, seen.before, counts.whole.before) for about, seen in counts.subjects.items()}
    open_ones = {(Subject(one.kind), one.about): one for one in store.review_crises.filter(ended_at=None)}
    began = [about for about, found in judged.items() if found.is_alarm and about not in open_ones]
    over = [one.pk for about, one in open_ones.items() if about not in judged or judged[about].is_calm]
    for about in began:
        _begin(store, about, counts.subjects[about], judged[about], now)
    Crisis.across_stores.filter(pk__in=over).update(ended_at=now)
    return {"began": len(began), "over": len(over)}


def _begin(store: Store, about: tuple[Subject, str], seen: Seen, judged: Judged, now: datetime) -> None:
    crisis = Crisis.across_stores.create(
        store=store,
        kind=about[0],
        about=about[1],
        negative=seen.week.negative,
        expected=judged.expected,
        began_at=now,
    )
    announce(store=store, kind="reviews.crisis", occasion=str(crisis.pk), data=_said(crisis, seen), now=now)


def _said(crisis: Crisis, seen: Seen) -> Mapping[str, Any]:
    return {
        "kind": crisis.kind,
        "about": crisis.about,
        "name": listing.name_of(crisis.store, crisis),
        "reviews": seen.week.reviews,
        "negative": crisis.negative,
        "expected": round(crisis.expected, 1),
        "beganAt": crisis.began_at.isoformat(),
    }


def count(store: Store, now: datetime) -> Counts:
    """Count what was said of each product, carrier and warehouse; imported reviews are of no week."""
    asked: dict[str, Any] = {"store": store.pk, "now": now, "week": now - WEEK, "before": now - WEEK - BASELINE}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, asked)
        rows = cursor.fetchall()
    counts = Counts()
    for grouped, *names, week, week_negative, before, before_negative in rows:
        seen = Seen(Counted(week, week_negative), Counted(before, before_negative))
        name = next((one for one in names if one), "")
        if grouped in KINDS and name:
            counts.subjects[KINDS[grouped], name] = seen
        elif grouped not in KINDS:
            counts.whole = seen
    return counts
