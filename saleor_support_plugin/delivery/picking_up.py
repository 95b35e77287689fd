"""On which day an order can be picked up at a shop of the merchant's. Values in, an answer out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..hours.business import Hours, next_change, next_opening
from ..hours.clocks import instant
from .calendars import next_midnight
from .courses import Reason
from .facts import Item

type Span = tuple[datetime, datetime]
MOST_SPANS = 1000  # far more than a year of days


@dataclass(frozen=True, slots=True)
class Ready:
    """The day by the shop's clock, and the instant before which it has to be ordered; or why there is no day."""

    on: date | None = None
    cutoff: datetime | None = None
    reason: Reason | None = None


def ready(items: Sequence[Item], *, warehouse_id: str, hours: Hours, work: timedelta, now: datetime) -> Ready:
    """Return the day on which this is ready where the shop has all of it and needs `work` of its opening hours.

    What has to be brought there first has no day: nobody said how long that takes.
    """
    there = [_available(item, warehouse_id) for item in items]
    if any(one < item.quantity for one, item in zip(there, items, strict=True)):
        return Ready(reason=Reason.NOT_ENOUGH if all(there) else Reason.OUT_OF_STOCK)
    begin = _begin(items, hours, now)
    spans = _taken(hours, begin, work) if begin else []
    if not spans:
        return Ready(reason=Reason.NEVER_OPEN)
    return Ready(spans[-1][0].astimezone(hours.zone).date(), _cutoff(spans, work) if begin == now else None)


def _available(item: Item, warehouse_id: str) -> int:
    found = next((one for one in item.supplies if one.warehouse_id == warehouse_id), None)
    if found is None:
        return 0
    return item.quantity if found.available is None else max(0, found.available)


def _begin(items: Sequence[Item], hours: Hours, now: datetime) -> datetime | None:
    """Return the instant from which the shop can work on it: later than now where goods or their making need days."""
    begin: datetime | None = now
    for day in (item.not_before for item in items if item.not_before is not None):
        begin = max(begin or now, instant(day, time(), hours.zone))
    for _ in range(max((item.extra_handling.in_order.most for item in items), default=0)):
        begin = next_opening(hours, begin) if begin else None
        begin = next_midnight(begin, hours.zone) if begin else None
    return begin


def _taken(hours: Hours, begin: datetime, work: timedelta) -> list[Span]:
    """Return the times of opening until the end of the day on which the work is done; none where it never is."""
    taken: list[Span] = []
    done_on = None
    for opens, closes in _spans(hours, begin):
        day = opens.astimezone(hours.zone).date()
        if done_on is not None and day != done_on:
            return taken
        taken.append((opens, closes))
        if closes - opens > work and done_on is None:
            done_on = day
        work -= closes - opens
    return taken if done_on else []


def _spans(hours: Hours, at: datetime) -> Iterator[Span]:
    """Give the times of opening, none of which goes past a midnight."""
    for _ in range(MOST_SPANS):
        opens = next_opening(hours, at)
        if opens is None:
            return
        at = min(filter(None, (next_change(hours, opens), next_midnight(opens, hours.zone))))
        yield opens, at


def _cutoff(spans: Sequence[Span], work: timedelta) -> datetime:
    """Return the instant from which the day's last opening hours are too few."""
    spare = sum((closes - opens for opens, closes in spans), timedelta()) - work
    for opens, closes in spans:
        if spare <= closes - opens:
            return opens + spare
        spare -= closes - opens
    return spans[-1][1]
