"""Somebody slow who looks at clocks on walls, hour after hour, to work a promise out. No code of the rule is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from saleor_support_plugin.delivery.facts import Calendar, Item, Method, Question, Warehouse

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
# Clocks are turned by two hours at most (Troll): who looks at every minute of three hours misses nothing.
LONGEST_TURN = timedelta(hours=3)
MOST_DAYS = 500


@dataclass(frozen=True)
class Seen:
    """First and last day of dispatch, and of arrival."""

    dispatch: tuple[date, date]
    arrival: tuple[date, date]


@dataclass(frozen=True)
class Sent:
    first: date
    last: date
    first_at: datetime
    last_at: datetime


def look(question: Question) -> dict[str, Seen | None]:
    """Return what becomes of each method, None where no day can be named."""
    return {method.id: _look_at(method, question) for method in question.methods}


def _look_at(method: Method, question: Question) -> Seen | None:
    sent = []
    for item in question.items:
        taken = _taken(item, question)
        if not taken:
            return None
        for warehouse_id, not_before in taken:
            if method.warehouse_ids is not None and warehouse_id not in method.warehouse_ids:
                return None
            one = _send(question.warehouses[warehouse_id], item, not_before, question.now)
            if one is None:
                return None
            sent.append(one)
    if method.transit is None:
        return None
    days = [
        (
            _arrival(method.carrier, one.first_at, question.destination, method.transit.least),
            _arrival(method.carrier, one.last_at, question.destination, method.transit.most + method.late_days),
        )
        for one in sent
    ]
    firsts, lasts = [first for first, _ in days if first], [last for _, last in days if last]
    if len(firsts) < len(days) or len(lasts) < len(days):
        return None
    return Seen((max(one.first for one in sent), max(one.last for one in sent)), (max(firsts), max(lasts)))


def _taken(item: Item, question: Question) -> list[tuple[str, date | None]]:
    """Take piece by piece; return the warehouses and the day before which nothing of it is there."""
    left = [supply.available for supply in item.supplies]
    found: list[tuple[str, date | None]] = []
    for _ in range(item.quantity):
        for number, supply in enumerate(item.supplies):
            pieces = left[number]
            if pieces is None or pieces > 0:
                left[number] = None if pieces is None else pieces - 1
                taken = (supply.warehouse_id, item.not_before)
                break
        else:
            expecting = [supply for supply in item.supplies if supply.expected_on]
            if not expecting:
                return []
            on, warehouse = expecting[0].expected_on, question.warehouses[expecting[0].warehouse_id]
            if on is None or question.now.astimezone(warehouse.calendar.zone).date() > on:
                return []
            taken = (warehouse.id, max(on, item.not_before or on))
        if taken not in found:
            found.append(taken)
    return found


def _send(warehouse: Warehouse, item: Item, not_before: date | None, now: datetime) -> Sent | None:
    begun = _begun(warehouse, not_before, now)
    if begun is None:
        return None
    least = min(warehouse.handling.least, warehouse.handling.most)
    most = max(warehouse.handling.least, warehouse.handling.most)
    first = _dispatched(warehouse, begun, least + item.extra_handling.least)
    last = _dispatched(warehouse, begun, most + item.extra_handling.most)
    return Sent(first, last, _closed(warehouse, first), _closed(warehouse, last))


def _begun(warehouse: Warehouse, not_before: date | None, now: datetime) -> date | None:
    for day in islice(_days(now, warehouse.calendar.zone), MOST_DAYS):
        clock = _clock(warehouse, day)
        if clock is None or (not_before and day < not_before):
            continue
        if not _has_shown(now, day, clock, warehouse.calendar.zone):
            return day
    return None


def _dispatched(warehouse: Warehouse, begun: date, handling: int) -> date:
    worked = 0
    for day in _days(_closed(warehouse, begun), warehouse.calendar.zone, begun):
        if day > begun and _works(warehouse.calendar, day):
            worked += 1
        if worked >= handling and _clock(warehouse, day) is not None:
            return day
    raise AssertionError("time has no end")


def _arrival(carrier: Calendar, sent_at: datetime, zone: ZoneInfo, transit: int) -> date | None:
    carried = 0
    sent_on = sent_at.astimezone(zone).date()
    for day in islice(_days(sent_at, zone), MOST_DAYS):
        counts = _works(carrier, day) and day not in carrier.half
        if counts and day > sent_on:
            carried += 1
        if counts and (carried == transit or transit == 0):
            return day
    return None


def _works(calendar: Calendar, day: date) -> bool:
    return calendar.week[day.isoweekday() - 1] and day not in calendar.off


def _clock(warehouse: Warehouse, day: date) -> time | None:
    """Return the clock at which a day's orders are closed, None on a day that takes none."""
    if not _works(warehouse.calendar, day):
        return None
    clock = warehouse.cutoffs[day.isoweekday() - 1]
    if clock is not None and day in warehouse.calendar.half and warehouse.calendar.half[day][0] < clock:
        return warehouse.calendar.half[day][0]
    return clock


def _days(at: datetime, zone: ZoneInfo, begin: date | None = None) -> Iterator[date]:
    """Give each date that the wall shows from an instant on, hour after hour; `begin` first where it is given."""
    shown = begin
    if begin:
        yield begin
    at = at.astimezone(UTC)
    while True:
        day = at.astimezone(zone).date()
        if shown is None or day > shown:
            shown = day
            yield day
        at += HOUR


def _has_shown(now: datetime, day: date, clock: time, zone: ZoneInfo) -> bool:
    """Say whether the wall has shown this clock, or one past it, on this day by now."""
    at = (now.astimezone(UTC) - LONGEST_TURN).replace(second=0, microsecond=0)
    while at <= now:
        if _shows(at, day, clock, zone):
            return True
        at += MINUTE
    return _shows(now, day, clock, zone)


def _closed(warehouse: Warehouse, day: date) -> datetime:
    """Return the first minute at which the wall shows a day's closing clock, or is past it."""
    clock, zone = _clock(warehouse, day), warehouse.calendar.zone
    assert clock is not None
    at = datetime.combine(day, time(), UTC) - timedelta(hours=15)
    while not (_shows(at, day, clock, zone) or at.astimezone(zone).date() > day):
        at += HOUR
    at -= LONGEST_TURN
    while not (_shows(at, day, clock, zone) or at.astimezone(zone).date() > day):
        at += MINUTE
    return at


def _shows(at: datetime, day: date, clock: time, zone: ZoneInfo) -> bool:
    wall = at.astimezone(zone)
    return wall.date() == day and wall.time() >= clock
