"""When somebody is there: business hours by the clock on the wall of one time zone.

Open means that the wall clock stands within a shift of a day that is not closed. So where clocks are turned back, a
shift in that hour is open twice; where they are turned forward, what the jump swallows is not there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from .clocks import clock_change

DAY = timedelta(days=1)
MIDNIGHT = time()


class Shift(Protocol):
    @property
    def opens(self) -> time: ...

    @property
    def closes(self) -> time:
        """The first minute after it; midnight is the end of the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`week` has seven days, Monday first, each with its shifts; `closed_on` are whole days.

    `ends` are days on which work ends at that clock, whatever their shifts say: the eve of a holiday.
    """

    week: Sequence[Sequence[Shift]]
    closed_on: Collection[date]
    zone: ZoneInfo
    ends: Mapping[date, time] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _CutShort:
    opens: time
    closes: time


def is_open(hours: Hours, now: datetime) -> bool:
    return _is_open_by_wall(hours, now.astimezone(hours.zone))


def next_opening(hours: Hours, now: datetime) -> datetime | None:
    """Return the first instant from `now` on at which it is open, in UTC; None where it never opens."""
    if is_open(hours, now):
        return now.astimezone(UTC)
    return next((at for at in _changes(hours, now) if is_open(hours, at)), None)


def next_change(hours: Hours, now: datetime) -> datetime | None:
    """Return when it next opens or closes, in UTC, later than `now`; None where that never happens."""
    before = is_open(hours, now)
    return next((at for at in _changes(hours, now) if is_open(hours, at) is not before), None)


def open_spans(hours: Hours, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Give every stretch between two instants in which it is open, in order."""
    at = since
    while at < until:
        turn = min(next_change(hours, at) or until, until)
        if is_open(hours, at):
            yield at, turn
        at = turn


def open_time(hours: Hours, since: datetime, until: datetime) -> timedelta:
    """Return for how long it is open between two instants."""
    return sum((end - begin for begin, end in open_spans(hours, since, until)), timedelta())


def after_open_time(hours: Hours, since: datetime, span: timedelta) -> datetime | None:
    """Return the first instant by which it has been open for `span` since then; None where it never is for so long."""
    at, left = since, span
    while left > timedelta():
        turn = next_change(hours, at)
        if is_open(hours, at):
            if turn is None or at + left <= turn:
                return at + left
            left -= turn - at
        if turn is None:
            return None
        at = turn
    return at


def _is_open_by_wall(hours: Hours, wall: datetime) -> bool:
    clock = wall.time()
    return any(one.opens <= clock and (clock < one.closes or one.closes == MIDNIGHT) for one in _on(hours, wall.date()))


def _on(hours: Hours, day: date) -> Sequence[Shift]:
    if day in hours.closed_on:
        return ()
    shifts, end = hours.week[day.weekday()], hours.ends.get(day)
    return (
        shifts
        if end is None
        else [_CutShort(one.opens, _earlier(one.closes, end)) for one in shifts if one.opens < end]
    )


def _earlier(closes: time, end: time) -> time:
    return end if closes == MIDNIGHT else min(closes, end)


def _changes(hours: Hours, now: datetime) -> Iterator[datetime]:
    """Give every instant after `now` at which it may open or close, in order, as far as it can matter.

    Each closed day can hide one week's only shift, and a jump of the clock one more: beyond that nothing new comes.
    """
    today = now.astimezone(hours.zone).date()
    was_quiet = not any(hours.week)
    for count in range(-1, 7 * (len(hours.closed_on) + len(hours.ends) + 3)):
        day = today + count * DAY
        is_quiet = not _on(hours, day)
        if not (is_quiet and was_quiet):  # the last shift before a quiet day may end with the midnight between them
            yield from (at for at in _edges(hours, day) if at > now)
        was_quiet = is_quiet


def _edges(hours: Hours, day: date) -> list[datetime]:
    """Return the instants of one day, from its midnight to before the next one's, at which anything may change."""
    begin, end = _instant(day, MIDNIGHT, 0, hours.zone), _instant(day + DAY, MIDNIGHT, 0, hours.zone)
    clocks = {clock for one in _on(hours, day) for clock in (one.opens, one.closes)}
    edges = {begin, *(_instant(day, clock, 0, hours.zone) for clock in clocks)}
    if begin.astimezone(hours.zone).utcoffset() != end.astimezone(hours.zone).utcoffset():
        # Clocks are turned on this day: that is an edge, and what the wall says twice comes twice.
        edges |= {_instant(day, clock, 1, hours.zone) for clock in (MIDNIGHT, *clocks)}
        edges.add(clock_change(begin, end, hours.zone))
    return sorted(edges)


def _instant(day: date, clock: time, fold: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC)
