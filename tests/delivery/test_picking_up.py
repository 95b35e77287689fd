"""When an order can be picked up: opening hours are counted, not hours."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from saleor_support_plugin.delivery.facts import Days, Item, Supply
from saleor_support_plugin.delivery.picking_up import Ready, ready
from saleor_support_plugin.delivery.rules import Reason
from saleor_support_plugin.hours.business import Hours
from saleor_support_plugin.stores.values import Shift

ISTANBUL = ZoneInfo("Europe/Istanbul")
LUNCH = (Shift(time(9), time(12)), Shift(time(13), time(18)))
OPEN = Hours((*[LUNCH] * 5, (), ()), frozenset({date(2026, 11, 24)}), ISTANBUL)
ROUND_THE_CLOCK = Hours([(Shift(time(), time()),)] * 7, frozenset(), ISTANBUL)
ONE = Item(1, [Supply("moda", 2)])


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ISTANBUL)


def asked(now: str, *items: Item, hours: Hours = OPEN, work: int = 2) -> Ready:
    return ready(items or (ONE,), warehouse_id="moda", hours=hours, work=timedelta(hours=work), now=wall(now))


@pytest.mark.parametrize(
    ("now", "work", "on", "cutoff"),
    [
        # Friday 20 November 2026; the shop is closed on Tuesday 24.
        ("2026-11-20T10:00", 2, "2026-11-20", "2026-11-20T16:00"),
        ("2026-11-20T15:59:59", 2, "2026-11-20", "2026-11-20T16:00"),
        ("2026-11-20T16:00", 2, "2026-11-23", "2026-11-23T16:00"),
        ("2026-11-20T17:30", 2, "2026-11-23", "2026-11-23T16:00"),
        ("2026-11-21T12:00", 2, "2026-11-23", "2026-11-23T16:00"),
        ("2026-11-23T16:30", 2, "2026-11-25", "2026-11-25T16:00"),
        ("2026-11-20T08:00", 6, "2026-11-20", "2026-11-20T11:00"),
        ("2026-11-20T12:30", 5, "2026-11-23", "2026-11-23T12:00"),
        ("2026-11-20T10:00", 20, "2026-11-25", "2026-11-20T14:00"),
        ("2026-11-20T10:00", 0, "2026-11-20", "2026-11-20T18:00"),
    ],
)
def test_it_is_ready_after_so_many_opening_hours(now: str, work: int, on: str, cutoff: str) -> None:
    assert asked(now, work=work) == Ready(date.fromisoformat(on), wall(cutoff))


def test_a_shop_that_never_closes_has_midnights_all_the_same() -> None:
    said = asked("2026-11-20T10:00", hours=ROUND_THE_CLOCK)
    assert said == Ready(date(2026, 11, 20), wall("2026-11-20T22:00"))
    assert asked("2026-11-20T22:00", hours=ROUND_THE_CLOCK).on == date(2026, 11, 21)


def test_the_day_holds_until_the_cut_off_and_no_longer() -> None:
    said = asked("2026-11-20T10:00")
    assert said.cutoff is not None
    before = said.cutoff.astimezone(ISTANBUL).replace(tzinfo=None) - timedelta(seconds=1)
    assert asked(before.isoformat()).on == said.on
    assert asked(said.cutoff.astimezone(ISTANBUL).replace(tzinfo=None).isoformat()).on != said.on


@pytest.mark.parametrize(
    ("supplies", "reason"),
    [
        ([], Reason.OUT_OF_STOCK),
        ([Supply("mitte", 9)], Reason.OUT_OF_STOCK),
        ([Supply("moda", -1)], Reason.OUT_OF_STOCK),
        ([Supply("moda", 2), Supply("mitte", 9)], Reason.NOT_ENOUGH),
    ],
)
def test_only_what_is_in_the_shop_has_a_day(supplies: list[Supply], reason: Reason) -> None:
    assert asked("2026-11-20T10:00", Item(3, supplies)) == Ready(reason=reason)


def test_a_shop_without_hours_is_never_open() -> None:
    assert asked("2026-11-20T10:00", hours=Hours([()] * 7, frozenset(), ISTANBUL)) == Ready(reason=Reason.NEVER_OPEN)


def test_what_takes_days_to_make_is_ready_days_later_and_without_a_hurry() -> None:
    bulky = replace(ONE, extra_handling=Days(0, 1))
    assert asked("2026-11-20T10:00", bulky) == Ready(date(2026, 11, 23))
    assert asked("2026-11-20T10:00", replace(ONE, not_before=date(2026, 11, 24))) == Ready(date(2026, 11, 25))
    assert asked("2026-11-20T10:00", replace(ONE, supplies=[Supply("moda", None)], quantity=900)).on is not None
