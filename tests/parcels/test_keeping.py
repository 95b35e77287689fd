"""Windows follow what was measured, and nothing is judged by too little."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.parcels.keeping import (
    FEWEST,
    GOAL,
    MOST_LATE_DAYS,
    Arrival,
    Route,
    Tally,
    prefix_of,
    quantile,
    widen,
)

BASE = date(2026, 11, 2)
LADDER = [BASE + timedelta(days=count) for count in range(MOST_LATE_DAYS + 1)]
TURKEY = Route("m", "TR", "TR")


def arrival(late: int | None, *, prefix: str = "34", widened: int = 0) -> Arrival:
    """One that was `late` carrier days over the rule's own last day; None has not arrived though five days over."""
    last = LADDER[widened]
    if late is None:
        return Arrival("m", "w", "TR", "TR", prefix, last, LADDER, None, BASE + timedelta(days=5))
    on = BASE + timedelta(days=late)
    return Arrival("m", "w", "TR", "TR", prefix, last, LADDER, on, on)


def test_nineteen_arrivals_widen_nothing_and_twenty_do() -> None:
    assert widen([arrival(3) for _ in range(FEWEST - 1)]) == {}
    assert widen([arrival(3) for _ in range(FEWEST)])[TURKEY].late_days == 3


def test_what_is_widened_already_is_measured_by_the_rules_own_days() -> None:
    """Else a window would narrow as soon as it is kept, and widen again."""
    assert widen([arrival(2, widened=2) for _ in range(FEWEST)])[TURKEY].late_days == 2


def test_a_place_with_arrivals_enough_has_its_own_days() -> None:
    far, near = [arrival(4, prefix="65") for _ in range(30)], [arrival(0) for _ in range(300)]
    routes = widen([*far, *near])
    assert routes[Route("m", "TR", "TR", "65")].late_days == 4
    assert routes[Route("m", "TR", "TR", "34")].late_days == 0


def test_what_has_not_arrived_counts_as_later_than_it_is_now() -> None:
    assert arrival(None).late_days == 6
    assert not arrival(None).is_kept


def test_windows_do_not_grow_without_end() -> None:
    assert widen([arrival(40) for _ in range(FEWEST)])[TURKEY].late_days == MOST_LATE_DAYS


@given(st.lists(st.integers(0, 9), min_size=FEWEST, max_size=200))
def test_nine_of_ten_of_what_was_measured_would_have_been_kept(late: list[int]) -> None:
    days = widen([arrival(one) for one in late])[TURKEY].late_days
    assert sum(one <= days for one in late) / len(late) >= GOAL
    if days:  # and no day more than that needs
        assert sum(one < days for one in late) < GOAL * (len(late) + 1)


@given(st.lists(st.integers(-5, 9), min_size=FEWEST, max_size=100))
def test_more_lateness_never_narrows_a_window(late: list[int]) -> None:
    before = widen([arrival(max(one, 0)) for one in late])[TURKEY].late_days
    assert widen([arrival(max(one, 0) + 1) for one in late])[TURKEY].late_days >= before


def test_too_few_to_judge_have_no_share() -> None:
    assert Tally("", "", 40, FEWEST - 1, 19).share is None
    assert Tally("", "", 40, FEWEST, 19).share == pytest.approx(0.95)
    assert quantile([1] * 19, 0.95) is None
    assert quantile([0] * 38 + [5, 7], 0.95) == 5


@pytest.mark.parametrize(
    ("country", "code", "prefix"),
    [
        ("TR", "34 710", "34"),
        ("US", "10001-1234", "100"),
        ("GB", "SW1A 1AA", "SW"),
        ("GB", "M1 1AE", "M"),
        ("JP", "1", ""),
    ],
)
def test_a_postal_code_names_its_region(country: str, code: str, prefix: str) -> None:
    assert prefix_of(country, code) == prefix
