"""Twice an hour: within how long those who wrote in the last seven days were answered, by channel and way."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Min, Q

from ..conversations.models import Author, Conversation, ReplyTime
from ..conversations.reached import holidays
from ..conversations.reaching import FORM, hours_of
from ..conversations.replies import FEWEST, LATELY, reply_minutes
from ..hours.business import Hours, open_time
from ..stores.models import Store
from ..stores.queries import configuration
from .models import Kind, State

REPLIES = "reply times"


@dataclass(frozen=True, slots=True)
class _Waits:
    answered: list[timedelta] = field(default_factory=list)
    waiting: list[timedelta] = field(default_factory=list)


def measure(store: Store, now: datetime) -> dict[str, Any]:
    """Measure a store's reply times and keep them; return of how many ways something can be said."""
    rows = [
        ReplyTime(
            store=store,
            channel_slug=channel,
            kind=kind,
            minutes=reply_minutes(waits.answered, waits.waiting),
            many=len(waits.answered) + len(waits.waiting),
            measured_at=now,
        )
        for channel, kinds in _waits(store, now).items()
        for kind, waits in kinds.items()
    ]
    with transaction.atomic():
        store.reply_times.all().delete()
        ReplyTime.across_stores.bulk_create(rows)
    return {"ways": len(rows), "told": sum(row.minutes is not None for row in rows), "fewest": FEWEST}


def _waits(store: Store, now: datetime) -> dict[str, dict[str, _Waits]]:
    """Return how long people waited while somebody was there, by channel and kind of way."""
    found: dict[str, dict[str, _Waits]] = defaultdict(lambda: defaultdict(_Waits))
    hours: dict[tuple[str, str], Hours] = {}
    for channel, kind, asked, answered in _asked(store, now):
        if (channel, kind) not in hours:
            hours[channel, kind] = _hours(store, channel, kind, now)
        wait = open_time(hours[channel, kind], asked, answered or now)
        waits = found[channel][kind]
        (waits.waiting if answered is None else waits.answered).append(wait)
    return found


def _asked(store: Store, now: datetime) -> Iterator[tuple[str, str, datetime, datetime | None]]:
    """Give who wrote first lately: the channel, the kind of way, when they wrote, and when staff answered.

    Who wanted to be called was promised when; and who was left without an answer on purpose waits for none.
    """
    lately = Conversation.across_stores.filter(store=store, created_at__gte=now - LATELY)
    first = lately.annotate(
        asked=Min("messages__at", filter=Q(messages__author=Author.SHOPPER)),
        answered=Min("messages__at", filter=Q(messages__author=Author.STAFF)),
    ).filter(asked__isnull=False)
    theirs = first.filter(Q(answered=None) | Q(answered__gte=F("asked"))).exclude(ticket__kind=Kind.CALLBACK)
    rows = theirs.exclude(answered=None, ticket__state=State.CLOSED)
    for channel, kind, asked, answered in rows.values_list("channel_slug", "ticket__kind", "asked", "answered"):
        yield channel, "chat" if kind == Kind.CHAT else "form", asked, answered


def _hours(store: Store, channel: str, kind: str, now: datetime) -> Hours:
    settings = configuration(store, channel)
    way = next((one for one in settings.contact_channels if one.kind == kind), FORM)
    return hours_of(settings, way, holidays(store, channel, now))
