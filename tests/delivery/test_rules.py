"""The thin delivery line: the cheapest price, and a window only where the merchant gave days."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.delivery.rules import Method, Window, delivery_line, working_day
from saleor_support_plugin.money import Money

ISTANBUL = ZoneInfo("Europe/Istanbul")
FRIDAY_NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)


def method(
    name: str, price: str, days: tuple[int | None, int | None] = (1, 2), *, is_conditional: bool = False
) -> Method:
    return Method(name, name, Money(Decimal(price), "TRY"), *days, is_conditional)


def test_the_cheapest_comes_first() -> None:
    line = delivery_line(methods=[method("a", "49.90"), method("b", "29.90")], now=FRIDAY_NOON, zone=ISTANBUL)
    assert line.cheapest is not None
    assert line.cheapest.method.id == "b"


def test_days_that_the_merchant_did_not_give_are_not_guessed() -> None:
    for days in ((None, None), (1, None), (None, 3)):
        line = delivery_line(methods=[method("a", "1", days)], now=FRIDAY_NOON, zone=ISTANBUL)
        assert line.options[0].window is None


def test_a_weekend_does_not_count() -> None:
    line = delivery_line(methods=[method("a", "1", (1, 2))], now=FRIDAY_NOON, zone=ISTANBUL)
    assert line.options[0].window == Window(date(2026, 11, 23), date(2026, 11, 24))


def test_the_day_is_the_stores_day() -> None:
    late = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)  # Monday 00:30 in Istanbul
    line = delivery_line(methods=[method("a", "1", (1, 1))], now=late, zone=ISTANBUL)
    assert line.options[0].window == Window(date(2026, 11, 24), date(2026, 11, 24))
    assert line.until == datetime(2026, 11, 24, tzinfo=ISTANBUL)


def test_a_method_for_some_postal_codes_or_sums_is_left_out() -> None:
    line = delivery_line(methods=[method("a", "1", is_conditional=True)], now=FRIDAY_NOON, zone=ISTANBUL)
    assert line.options == ()
    assert line.cheapest is None


def test_days_given_the_wrong_way_round_are_still_a_window() -> None:
    line = delivery_line(methods=[method("a", "1", (3, 1))], now=FRIDAY_NOON, zone=ISTANBUL)
    window = line.options[0].window
    assert window is not None
    assert window.first < window.last


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 18), 5, date(2026, 11, 25)),
    ],
)
def test_working_days(day: date, count: int, expected: date) -> None:
    assert working_day(day, count) == expected


@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    later=st.timedeltas(timedelta(0), timedelta(days=10)),
    days=st.tuples(st.integers(0, 30), st.integers(0, 30)),
    zone=st.sampled_from(
        ["Europe/Istanbul", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]
    ),
)
def test_a_window_is_never_in_the_past_and_a_later_order_never_has_an_earlier_day(
    now: datetime, later: timedelta, days: tuple[int, int], zone: str
) -> None:
    where = ZoneInfo(zone)
    first = delivery_line(methods=[method("a", "1", days)], now=now, zone=where)
    second = delivery_line(methods=[method("a", "1", days)], now=now + later, zone=where)
    window, next_window = first.options[0].window, second.options[0].window
    assert window is not None
    assert next_window is not None
    assert now.astimezone(where).date() <= window.first <= window.last
    assert window.first <= next_window.first
    assert window.last <= next_window.last
    assert first.until > now
