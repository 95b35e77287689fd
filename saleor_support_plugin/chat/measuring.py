"""Once an hour: how those waited who came to chat in the last two days, by hour and channel."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Min, Q

from ..conversations.models import Author
from ..stores.models import Store
from ..stores.queries import configuration
from . import rules
from .models import QueueState, WaitHour

WAITS = "chat waits"
# What became of a chat later than this is not counted any more.
LATELY = timedelta(days=2)


def measure(store: Store, now: datetime) -> dict[str, Any]:
    """Count a store's waits anew and keep them; return of how many hours."""
    return {"hours": sum(_measure(store, channel, came, now) for channel, came in _lately(store, now).items())}


@transaction.atomic
def _measure(store: Store, channel: str, came: list[rules.Arrival], now: datetime) -> int:
    zone = configuration(store, channel).zone
    begun = (now - LATELY).astimezone(zone)
    # The hour in which the two days begin is not whole, and was counted before.
    hours = {hour: waits for hour, waits in rules.by_hour(came, zone).items() if hour > (begun.date(), begun.hour)}
    counted = store.wait_hours.filter(channel_slug=channel)
    counted.filter(Q(day__gt=begun.date()) | Q(day=begun.date(), hour__gt=begun.hour)).delete()
    WaitHour.across_stores.bulk_create(
        WaitHour(
            store=store,
            channel_slug=channel,
            day=day,
            hour=hour,
            arrivals=waits.arrivals,
            left=waits.left,
            missed=waits.missed,
            waits=waits.waits,
            first_replies=waits.first_replies,
            resolutions=waits.resolutions,
        )
        for (day, hour), waits in hours.items()
    )
    return len(hours)


def _lately(store: Store, now: datetime) -> dict[str, list[rules.Arrival]]:
    theirs = Q(conversation__messages__author=Author.STAFF, conversation__messages__at__gte=F("joined_at"))
    found = store.queue.filter(joined_at__gte=now - LATELY).annotate(
        replied_at=Min("conversation__messages__at", filter=theirs)
    )
    came: dict[str, list[rules.Arrival]] = defaultdict(list)
    rows = found.values_list("channel_slug", "state", "joined_at", "seated_at", "replied_at", "ended_at")
    for channel, state, joined, seated, replied, ended in rows:
        is_left, is_missed = state == QueueState.LEFT, state == QueueState.MISSED
        came[channel].append(rules.Arrival(joined, seated, replied, ended, is_left, is_missed))
    return came
