"""How a date came about, step by step and in the order of the days, for who asks why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from .calendars import DAY, cutoff, works
from .facts import Calendar, Days, Method, Warehouse


class StepCode(StrEnum):
    NOT_BEFORE = "NOT_BEFORE"  # on: sold or sent from this day
    EXPECTED = "EXPECTED"  # on: more comes to the warehouse
    SPLIT = "SPLIT"  # more than one warehouse sends; the latest decides
    CUTOFF = "CUTOFF"  # on, at: ordered before it, the work begins that day; `at` only where the merchant gave one
    HANDLING = "HANDLING"  # days of the warehouse
    DISPATCH = "DISPATCH"  # on: the last day on which it leaves
    TRANSIT = "TRANSIT"  # days of the carrier
    WIDENED = "WIDENED"  # days of the carrier that were added because of what was measured
    HOLIDAY = "HOLIDAY"  # on, name: nobody works; before DISPATCH at the warehouse, after it on the way
    CLOSED = "CLOSED"  # on: the same, without a name
    WEEKEND = "WEEKEND"  # on: the first of one or more days that are free every week
    HALF_DAY = "HALF_DAY"  # on, at, name: the warehouse closes early, or the carrier does not count the day


@dataclass(frozen=True, slots=True)
class Step:
    code: StepCode
    on: date | None = None
    at: time | None = None
    days: Days | None = None
    name: str = ""


def until_sent(warehouse: Warehouse, asked: date, begun: date, handling: Days, sent: date) -> Iterator[Step]:
    """Give the steps at a warehouse: work was possible from `asked` on, and `sent` is the last day of dispatch."""
    yield from _shortened(warehouse, asked)
    if begun > asked:
        yield from _idle(warehouse.calendar, asked, begun)
        yield from _shortened(warehouse, begun)
    at = cutoff(warehouse, begun) if warehouse.cutoffs_given else None
    yield Step(StepCode.CUTOFF, begun, at)
    if handling.most:
        yield Step(StepCode.HANDLING, days=handling)
        yield from _idle(warehouse.calendar, begun + DAY, sent)
    yield Step(StepCode.DISPATCH, sent)


def on_the_way(method: Method, transit: Days, sent: date, last: date) -> Iterator[Step]:
    """Give the carrier's steps; `sent` is the last day of dispatch by the destination's clock, `last` of arrival."""
    yield Step(StepCode.TRANSIT, days=transit)
    if method.late_days:
        yield Step(StepCode.WIDENED, days=Days(0, method.late_days))
    counts_itself = transit.most + method.late_days == 0
    yield from _idle(method.carrier, sent if counts_itself else sent + DAY, last, half_days=True)


def _idle(calendar: Calendar, day: date, end: date, *, half_days: bool = False) -> Iterator[Step]:
    """Give the days before `end` that do not count; of a weekend, the first."""
    was_weekend = False
    while day < end:
        is_weekend = not calendar.week[day.weekday()]
        if is_weekend and not was_weekend:
            yield Step(StepCode.WEEKEND, day)
        elif not is_weekend and not works(calendar, day):
            name = calendar.off[day]
            yield Step(StepCode.HOLIDAY if name else StepCode.CLOSED, day, name=name)
        elif not is_weekend and half_days and day in calendar.half:
            until, name = calendar.half[day]
            yield Step(StepCode.HALF_DAY, day, until, name=name)
        was_weekend = is_weekend
        day += DAY


def _shortened(warehouse: Warehouse, day: date) -> Iterator[Step]:
    """Give a half day that closes orders earlier than the cut-off would have."""
    clock, half = warehouse.cutoffs[day.weekday()], warehouse.calendar.half.get(day)
    if half and clock is not None and half[0] < clock and works(warehouse.calendar, day):
        yield Step(StepCode.HALF_DAY, day, half[0], name=half[1])
