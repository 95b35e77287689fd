"""Clocks run while somebody is there and the ticket waits for them, whatever else happens."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.hours.business import Hours, after_open_time, is_open, open_time
from saleor_support_plugin.stores.values import Shift
from saleor_support_plugin.tickets import clocks
from saleor_support_plugin.tickets.clocks import Clock, ClockState

ISTANBUL, NEW_YORK = ZoneInfo("Europe/Istanbul"), ZoneInfo("America/New_York")
OFFICE = Hours([[Shift(time(9), time(18))]] * 5 + [[], []], frozenset({date(2026, 11, 25)}), ISTANBUL)
# Clocks are turned back there on 1 November 2026, and forward on 8 March 2027.
SHIFTS = Hours(
    [[Shift(time(0), time(3)), Shift(time(13, 30), time(14)), Shift(time(22), time(0))]] * 6 + [[]], (), NEW_YORK
)
NEVER = Hours([[]] * 7, (), ISTANBUL)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
FRIDAY_EVENING = datetime(2026, 11, 20, 14, tzinfo=UTC)  # 17:00 in Istanbul

hours = st.sampled_from([OFFICE, SHIFTS])
instants = st.datetimes(datetime(2026, 10, 20), datetime(2027, 3, 20), timezones=st.just(UTC))
spans = st.integers(0, 3_000).map(lambda minutes: minutes * MINUTE)


@given(hours, instants, spans)
def test_what_was_given_is_open_time_and_nothing_else(when: Hours, now: datetime, span: timedelta) -> None:
    due = after_open_time(when, now, span)
    assert due is not None
    assert open_time(when, now, due) == span
    if span:
        assert is_open(when, due - timedelta(microseconds=1))


@given(hours, instants, spans, st.lists(st.tuples(st.booleans(), spans), max_size=12))
def test_a_clock_that_is_stopped_and_run_spends_what_was_open_while_it_ran(
    when: Hours, now: datetime, span: timedelta, moves: list[tuple[bool, timedelta]]
) -> None:
    clock, spent = clocks.given(span), timedelta()
    for runs, later in moves:
        clock = (clocks.run if runs else clocks.stop)(clock, when, now)
        assert clock.is_running is runs
        if runs:
            spent += open_time(when, now, now + later)
        now += later
    left = clocks.stop(clock, when, now).left
    assert left == max(span - spent, timedelta())


@given(hours, instants, spans, spans)
def test_while_it_waits_for_the_shopper_no_time_passes(
    when: Hours, now: datetime, span: timedelta, wait: timedelta
) -> None:
    standing = clocks.stop(clocks.run(clocks.given(span), when, now), when, now)
    assert standing.left == span
    assert clocks.stop(standing, when, now + wait) == standing
    assert clocks.run(standing, when, now + wait).due_at == after_open_time(when, now + wait, span)


@given(hours, instants, spans)
def test_it_turns_amber_after_three_quarters_and_never_after_its_end(
    when: Hours, now: datetime, span: timedelta
) -> None:
    clock = clocks.run(clocks.given(span), when, now)
    amber = clocks.amber_at(clock, when, now)
    assert amber is not None
    assert clock.due_at is not None
    assert amber <= clock.due_at
    assert open_time(when, now, amber) == span * 3 / 4


@given(hours, instants, spans, spans, spans)
def test_another_time_counts_from_the_beginning(
    when: Hours, now: datetime, span: timedelta, later: timedelta, other: timedelta
) -> None:
    clock = clocks.run(clocks.given(span), when, now)
    spent = min(open_time(when, now, now + later), span)
    changed = clocks.regiven(clock, other, when, now + later)
    assert changed.target == other
    assert clocks.stop(changed, when, now + later).left == max(other - spent, timedelta())


def test_a_weekend_and_a_holiday_are_not_counted() -> None:
    clock = clocks.run(clocks.given(12 * HOUR), OFFICE, FRIDAY_EVENING)
    # One hour on Friday, nine on Monday, two on Tuesday.
    assert clock.due_at == datetime(2026, 11, 24, 8, tzinfo=UTC)
    clock = clocks.run(clocks.given(20 * HOUR), OFFICE, FRIDAY_EVENING)
    assert clock.due_at == datetime(2026, 11, 26, 7, tzinfo=UTC)  # Wednesday is closed


def test_where_nobody_is_ever_there_it_stands() -> None:
    clock = clocks.run(clocks.given(HOUR), NEVER, FRIDAY_EVENING)
    assert clock == Clock(HOUR, left=HOUR)
    assert clocks.amber_at(clock, NEVER, FRIDAY_EVENING) is None


def test_one_that_is_over_has_nothing_left() -> None:
    clock = clocks.run(clocks.given(HOUR), OFFICE, FRIDAY_EVENING)
    assert clocks.stop(clock, OFFICE, FRIDAY_EVENING + 9 * HOUR) == Clock(HOUR, left=timedelta())


def test_of_two_the_one_that_is_over_first_is_shown() -> None:
    first = clocks.run(clocks.given(2 * HOUR), OFFICE, FRIDAY_EVENING)
    second = clocks.run(clocks.given(HOUR), OFFICE, FRIDAY_EVENING)
    both = {clocks.FIRST_REPLY: first, clocks.RESOLVE: second}
    assert clocks.shown(both) == (clocks.RESOLVE, second)
    assert clocks.shown({clocks.RESOLVE: clocks.given(HOUR)}) is None


@pytest.mark.parametrize(
    ("due", "amber", "is_stopped", "state"),
    [
        (2, 1, False, ClockState.RUNNING),
        (2, 0, False, ClockState.AMBER),
        (1, -1, False, ClockState.AMBER),
        (0, -1, False, ClockState.BREACHED),
        (2, None, False, ClockState.RUNNING),
        (None, None, True, ClockState.STOPPED),
        (None, None, False, ClockState.NONE),
    ],
)
def test_how_it_stands(due: int | None, amber: int | None, is_stopped: bool, state: ClockState) -> None:
    now = FRIDAY_EVENING
    due_at = None if due is None else now + due * HOUR
    amber_at = None if amber is None else now + amber * HOUR
    assert clocks.state(due_at=due_at, amber_at=amber_at, is_stopped=is_stopped, now=now) is state
