"""The half hours within which somebody may be promised a call: whole ones, while somebody is there to call."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from ..hours.business import Hours, next_opening, open_spans

SLOT = timedelta(minutes=30)
# Whoever calls must have read of it first.
SOONEST = timedelta(minutes=15)
AHEAD = timedelta(days=7)
MOST = 60


def free_slots(hours: Hours, now: datetime, *, taken: Mapping[datetime, int], at_once: int) -> list[datetime]:
    """Return when somebody may still be promised a call, in UTC; `taken` is how many were by the slot's beginning."""
    return list(islice((at for at in slots(hours, now) if taken.get(at, 0) < at_once), MOST))


def slots(hours: Hours, now: datetime) -> Iterator[datetime]:
    """Give the slots of the next week of work, the soonest first; none where nobody is ever there."""
    soonest = now + SOONEST
    opening = next_opening(hours, soonest)
    if opening is None:
        return
    for begin, end in open_spans(hours, opening, opening + AHEAD):
        at = _half_hour(begin, hours.zone)
        while at + SLOT <= end:
            yield at
            at += SLOT


def _half_hour(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the first half hour from then on by the clock on the wall."""
    wall = at.astimezone(zone)
    past = timedelta(minutes=wall.minute % 30, seconds=wall.second, microseconds=wall.microsecond)
    return (at if not past else at - past + SLOT).astimezone(UTC)
