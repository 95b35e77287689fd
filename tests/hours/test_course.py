"""Open time as a database reads it is the open time of the calendar."""

from bisect import bisect_right
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.hours.business import Hours, open_time
from saleor_support_plugin.hours.course import Course, course

from .test_business import calendars

AFTER = st.timedeltas(timedelta(), timedelta(days=20))


def passed(found: Course, at: datetime) -> float:
    """Return the open seconds by an instant, as the report's statement does."""
    edge = bisect_right(found.edges, at.timestamp()) - 1
    return found.before[edge] + found.rate[edge] * (at.timestamp() - found.edges[edge])


@given(calendars(), AFTER, AFTER)
def test_between_any_two_instants_as_much_is_open_as_the_calendar_says(
    given_: tuple[Hours, datetime], one: timedelta, other: timedelta
) -> None:
    calendar, since = given_
    first, last = sorted((since + one, since + other))
    until = since + timedelta(days=20)
    found = course(calendar, since, until)
    if open_time(calendar, since, until):
        expected = open_time(calendar, first, last).total_seconds()
    else:
        expected = (last - first).total_seconds()
    assert abs(passed(found, last) - passed(found, first) - expected) < 0.001
