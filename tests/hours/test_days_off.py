"""Holidays as the package has them, and half days by a clock."""

from datetime import date, time

import pytest

from saleor_support_plugin.hours.days_off import Holiday, days_off, holidays_of


@pytest.mark.parametrize(
    ("year", "eves"),
    [
        (2026, {"Ramazan Bayramı": (3, 19), "Kurban Bayramı": (5, 26), "Cumhuriyet Bayramı": (10, 28)}),
        (2027, {"Ramazan Bayramı": (3, 8), "Kurban Bayramı": (5, 15), "Cumhuriyet Bayramı": (10, 28)}),
        (2028, {"Ramazan Bayramı": (2, 25), "Kurban Bayramı": (5, 4), "Cumhuriyet Bayramı": (10, 28)}),
    ],
)
def test_the_eves_of_turkish_feasts_end_at_one(year: int, eves: dict[str, tuple[int, int]]) -> None:
    half = [holiday for holiday in holidays_of("TR", year) if holiday.half_until is not None]
    assert half == [Holiday(date(year, month, day), name, time(13)) for name, (month, day) in eves.items()]


def test_a_feast_has_its_plain_name() -> None:
    named = {holiday.on: holiday.name for holiday in holidays_of("TR", 2028)}
    assert named[date(2028, 2, 26)] == "Ramazan Bayramı"
    assert named[date(2028, 5, 8)] == "Kurban Bayramı"
    assert not [name for name in named.values() if "(" in name]


def test_a_half_day_is_no_day_off() -> None:
    assert date(2026, 3, 19) not in days_off("TR", 2026)
    assert date(2026, 3, 20) in days_off("TR", 2026)


def test_a_half_day_without_a_clock_is_left_out() -> None:
    assert [one.half_until for one in holidays_of("EE", 2026) if one.on == date(2026, 2, 23)] == []
    assert [one.half_until for one in holidays_of("IS", 2026) if one.on == date(2026, 12, 31)] == [time(13)]
    assert [one.half_until for one in holidays_of("PR", 2026) if one.on == date(2026, 12, 24)] == [time(12)]


def test_a_country_without_half_days_has_its_holidays() -> None:
    assert date(2026, 12, 25) in {holiday.on for holiday in holidays_of("de", 2026)}


def test_a_country_that_is_not_known_has_none() -> None:
    assert holidays_of("ZZ", 2026) == holidays_of("", 2026) == ()
