"""Working days of warehouses and carriers, and the instants at which a day's orders are closed. No clock, no rows."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..hours.clocks import instant
from ..hours.days_off import Holiday, holidays_of
from .facts import WORKWEEK, Calendar, Warehouse

DAY = timedelta(days=1)
MOST_DAYS = 1000  # what is further away is a typing error, not a date


class NeverOpen(Exception):
    """There is no day on which the work could be done, or none that anybody could mean."""

    code = "NEVER_OPEN"


def works(calendar: Calendar, day: date) -> bool:
    return calendar.week[day.weekday()] and day not in calendar.off


def working_day(calendar: Calendar, day: date, count: int) -> date:
    """Return the `count`-th working day after `day`; for none, `day` itself or the next working day.

    Raises NeverOpen.
    """
    return _counted(calendar, day, count, without=())


def carrier_day(calendar: Calendar, day: date, count: int) -> date:
    """Return the same for a carrier, whose half days do not count: who is at the door then is not known."""
    return _counted(calendar, day, count, without=calendar.half)


def _counted(calendar: Calendar, day: date, count: int, *, without: Container[date]) -> date:
    week, off = calendar.week, calendar.off
    if not any(week) or count > MOST_DAYS:
        raise NeverOpen
    if count <= 0:  # the first from `day` on is the next after the day before
        day, count = day - DAY, 1
    while count:
        day += DAY
        if week[day.weekday()] and day not in off and day not in without:
            count -= 1
    return day


def cutoff(warehouse: Warehouse, day: date) -> time | None:
    """Return the clock before which an order's work begins that day, None where nobody works or nothing leaves."""
    clock = warehouse.cutoffs[day.weekday()]
    if clock is None or not works(warehouse.calendar, day):
        return None
    half = warehouse.calendar.half.get(day)
    return min(clock, half[0]) if half else clock


def leaving(warehouse: Warehouse, day: date) -> tuple[date, datetime]:
    """Return the first day from `day` on that has a cut-off, and the instant of it in UTC. Raises NeverOpen.

    A clock that is shown twice closes the day the first time, one that is skipped when the clocks are turned.
    """
    # Each day off can hide one week's only day: beyond that nothing new comes.
    for _ in range(7 * (len(warehouse.calendar.off) + 2)):
        if (clock := cutoff(warehouse, day)) is not None:
            return day, instant(day, clock, warehouse.calendar.zone)
        day += DAY
    raise NeverOpen


def next_midnight(now: datetime, zone: ZoneInfo) -> datetime:
    return instant(now.astimezone(zone).date() + DAY, time(), zone)


def calendar_of(
    country: str, *, zone: ZoneInfo, week: Sequence[bool], closures: Mapping[date, str], years: Iterable[int]
) -> Calendar:
    """Return a calendar with a country's own holidays and half days of these years, beside what the merchant closed."""
    return with_holidays(zone, week, closures, (one for year in years for one in holidays_of(country, year)))


def with_holidays(
    zone: ZoneInfo,
    week: Sequence[bool] = WORKWEEK,
    closures: Mapping[date, str] | None = None,
    holidays: Iterable[Holiday] = (),
) -> Calendar:
    """Return a calendar of holidays as rows have them. What is closed all day is not open for half of it."""
    listed = tuple(holidays)
    off = {one.on: one.name for one in listed if one.half_until is None} | dict(closures or {})
    half = {one.on: (one.half_until, one.name) for one in listed if one.half_until is not None and one.on not in off}
    return Calendar(zone, week, off, half)
