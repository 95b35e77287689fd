"""When a clock on the wall shows a time: clocks are turned, so some times come twice and some never."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .zones import UTC


@lru_cache(maxsize=20_000)
def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the first instant, in UTC, at which a day's wall clock shows `clock`, or has just skipped it."""
    wall = datetime.combine(day, clock, zone)
    at = wall.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return at
    return clock_change(wall.replace(fold=1).astimezone(UTC), at, zone)


def clock_change(begin: datetime, end: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant between two others at which a zone's clocks are turned."""
    before = begin.astimezone(zone).utcoffset()
    while end - begin > timedelta(seconds=1):
        middle = begin + (end - begin) // 2
        if middle.astimezone(zone).utcoffset() == before:
            begin = middle
        else:
            end = middle
    return end.replace(microsecond=0)
