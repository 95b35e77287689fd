"""Business hours, beside somebody who looks at the clock every minute."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_support_plugin.hours.business import Hours, is_open, next_change, next_opening

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Shift:
    opens: time
    closes: time


def shift(text: str) -> Shift:
    opens, _, closes = text.partition("-")
    return Shift(time.fromisoformat(opens), time.fromisoformat(closes))


def hours(zone: str, *shifts: str, days: range = range(5), closed: tuple[date, ...] = ()) -> Hours:
    day = tuple(map(shift, shifts))
    return Hours(tuple(day if number in days else () for number in range(7)), closed, ZoneInfo(zone))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ISTANBUL = hours("Europe/Istanbul", "09:00-12:00", "13:00-18:00")
CASES = [
    # Friday 20 November 2026; Istanbul is three hours ahead.
    (ISTANBUL, "2026-11-20T06:00", True, "2026-11-20T06:00", "2026-11-20T09:00"),
    (ISTANBUL, "2026-11-20T05:59", False, "2026-11-20T06:00", "2026-11-20T06:00"),
    (ISTANBUL, "2026-11-20T09:30", False, "2026-11-20T10:00", "2026-11-20T10:00"),
    (ISTANBUL, "2026-11-20T15:00", False, "2026-11-23T06:00", "2026-11-23T06:00"),
    (
        hours("Europe/Istanbul", "09:00-18:00", closed=(date(2026, 10, 29),)),
        "2026-10-29T09:00",
        False,
        "2026-10-30T06:00",
        "2026-10-30T06:00",
    ),
    # Round the clock: it closes on no day, so nothing ever changes.
    (hours("Europe/Berlin", "00:00-00:00", days=range(7)), "2026-11-20T23:59", True, "2026-11-20T23:59", None),
    (hours("Europe/Berlin"), "2026-11-20T12:00", False, None, None),
    # Berlin's spring: 02:00 becomes 03:00 at 01:00 UTC, and a shift from 02:30 begins where the jump lands.
    (
        hours("Europe/Berlin", "02:30-05:00", days=range(7)),
        "2026-03-29T00:30",
        False,
        "2026-03-29T01:00",
        "2026-03-29T01:00",
    ),
    # Berlin's autumn: the wall says 02:00 to 03:00 twice, so a shift of 02:00-02:30 comes twice.
    (
        hours("Europe/Berlin", "02:00-02:30", days=range(7)),
        "2026-10-25T00:40",
        False,
        "2026-10-25T01:00",
        "2026-10-25T01:00",
    ),
    # Lord Howe turns its clocks by half an hour.
    (
        hours("Australia/Lord_Howe", "02:00-02:15", days=range(7)),
        "2026-10-03T15:20",
        False,
        "2026-10-04T15:00",
        "2026-10-04T15:00",
    ),
]


@pytest.mark.parametrize(("calendar", "now", "is_it", "opens", "changes"), CASES)
def test_what_the_door_says(calendar: Hours, now: str, is_it: bool, opens: str | None, changes: str | None) -> None:
    at = utc(now)
    assert is_open(calendar, at) is is_it
    assert next_opening(calendar, at) == (opens and utc(opens))
    assert next_change(calendar, at) == (changes and utc(changes))


def test_a_shop_that_opens_on_mondays_only_and_never_on_these_opens_on_the_next_one() -> None:
    mondays = tuple(date(2026, 11, 23) + timedelta(weeks=week) for week in range(100))
    calendar = hours("Europe/Istanbul", "09:00-18:00", days=range(1), closed=mondays)
    assert next_opening(calendar, utc("2026-11-20T12:00")) == utc("2028-10-23T06:00")


# Days on which clocks are turned, and ordinary ones.
DAYS = {
    "Europe/Istanbul": ["2016-03-27", "2026-11-20"],
    "Europe/Berlin": ["2026-03-29", "2026-10-25", "2026-11-20"],
    "America/New_York": ["2026-03-08", "2026-11-01"],
    "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
}
CLOCKS = st.integers(0, 24 * 12 - 1).map(lambda fives: time(fives // 12, fives % 12 * 5))


@st.composite
def days(draw: st.DrawFn) -> tuple[Shift, ...]:
    edges = sorted(draw(st.sets(CLOCKS, max_size=4)))
    pairs = [Shift(opens, closes) for opens, closes in zip(edges[::2], edges[1::2], strict=False)]
    if len(edges) % 2:
        pairs.append(Shift(edges[-1], time()))
    return tuple(pairs)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Hours, datetime]:
    zone = draw(st.sampled_from(sorted(DAYS)))
    around = date.fromisoformat(draw(st.sampled_from(DAYS[zone])))
    closed = draw(st.sets(st.integers(-1, 2), max_size=2))
    week = draw(st.lists(days(), min_size=7, max_size=7))
    calendar = Hours(tuple(week), tuple(around + timedelta(days=day) for day in closed), ZoneInfo(zone))
    midnight = datetime.combine(around, time(), UTC)
    return calendar, midnight + timedelta(minutes=draw(st.integers(-24 * 60, 30 * 60)))


def looks_open(calendar: Hours, at: datetime) -> bool:
    """Look at the wall clock, in minutes of the day, as a person does."""
    wall = at.astimezone(calendar.zone)
    minute = wall.hour * 60 + wall.minute
    shifts = () if wall.date() in calendar.closed_on else calendar.week[wall.weekday()]
    return any(of_day(one.opens) <= minute < (of_day(one.closes) or 24 * 60) for one in shifts)


def of_day(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@settings(max_examples=300, deadline=None)
@given(calendars())
def test_it_says_what_somebody_sees_who_looks_every_minute(given_: tuple[Hours, datetime]) -> None:
    calendar, now = given_
    minutes = [now + step * MINUTE for step in range(2 * 24 * 60)]
    seen = [looks_open(calendar, at) for at in minutes]
    assert is_open(calendar, now) is seen[0]
    opening = next((at for at, is_it in zip(minutes, seen, strict=True) if is_it), None)
    change = next((at for at, is_it in zip(minutes, seen, strict=True) if is_it is not seen[0]), None)
    for said, found in ((next_opening(calendar, now), opening), (next_change(calendar, now), change)):
        assert said == found or (found is None and (said is None or said > minutes[-1]))
