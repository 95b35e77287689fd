"""Which methods are offered, which is the cheapest and which the fastest, and how a date is explained."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from saleor_support_plugin.delivery.calendars import calendar_of
from saleor_support_plugin.delivery.facts import Calendar, Days, Item, Method, Question, Supply, Warehouse
from saleor_support_plugin.delivery.rules import Promise, Reason, promise
from saleor_support_plugin.delivery.steps import StepCode
from saleor_support_plugin.money import Money

ISTANBUL = ZoneInfo("Europe/Istanbul")
CARRIER = Calendar(ISTANBUL, (True,) * 6 + (False,))
MODA = Warehouse("moda", "Moda", "TR", Calendar(ISTANBUL), [time(15)] * 7)
MITTE = Warehouse("mitte", "Mitte", "DE", Calendar(ZoneInfo("Europe/Berlin")), [time(12)] * 7)
ONE = Item(1, [Supply("moda", 5)])
MONDAY_NOON = datetime(2026, 11, 23, 9, tzinfo=UTC)


def lira(amount: str) -> Money:
    return Money(Decimal(amount), "TRY")


def method(name: str, price: str, least: int, most: int) -> Method:
    return Method(name, name, lira(price), "INCLUDED", Days(least, most), CARRIER)


SLOW, FAST = method("slow", "29.90", 2, 4), method("fast", "99.90", 1, 1)
FREE = replace(method("free", "0", 2, 4), minimum_order=lira("600"))


def asked(
    *methods: Method, items: Sequence[Item] = (ONE,), now: datetime = MONDAY_NOON, subtotal: str | None = None
) -> Promise:
    warehouses = {"moda": MODA, "mitte": MITTE}
    return promise(Question(now, ISTANBUL, items, warehouses, methods, None if subtotal is None else lira(subtotal)))


def ids(answer: Promise) -> list[str]:
    return [option.method.id for option in answer.options]


def test_the_cheapest_comes_first_and_the_fastest_is_told_apart() -> None:
    answer = asked(FAST, SLOW)
    assert ids(answer) == ["slow", "fast"]
    assert answer.cheapest is not None
    assert answer.fastest is not None
    assert (answer.cheapest.method, answer.fastest.method) == (SLOW, FAST)


def test_nothing_is_called_faster_that_is_not() -> None:
    dear = replace(SLOW, id="dear", price=lira("59.90"))
    assert asked(SLOW, dear).fastest is None
    assert asked(SLOW).fastest is None


def test_of_two_that_cost_the_same_the_earlier_comes_first() -> None:
    assert ids(asked(SLOW, replace(FAST, price=SLOW.price))) == ["fast", "slow"]


def test_free_is_no_price_for_who_may_not_reach_the_sum() -> None:
    unknown = asked(FREE, SLOW)
    assert ids(unknown) == ["free", "slow"]
    assert unknown.cheapest is not None
    assert (unknown.cheapest.method, unknown.free_from, unknown.options[0].needs) == (SLOW, lira("600"), lira("600"))
    below, reached = asked(FREE, SLOW, subtotal="599.99"), asked(FREE, SLOW, subtotal="600")
    assert below.free_from == lira("600")
    assert reached.cheapest is not None
    assert (reached.cheapest.method, reached.free_from) == (FREE, None)


def test_there_is_no_distance_to_what_is_free_already() -> None:
    assert asked(FREE, method("always", "0", 3, 5)).free_from is None
    assert asked(SLOW).free_from is None


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"maximum_weight": Decimal(2)}, Reason.TOO_HEAVY),
        ({"minimum_weight": Decimal(4)}, Reason.NO_METHOD),
        ({"maximum_order": lira("100")}, Reason.NO_METHOD),
    ],
)
def test_what_saleor_would_not_offer_is_left_out(limits: dict[str, object], reason: Reason) -> None:
    heavy = replace(ONE, quantity=3, weight=Decimal(1))
    limited = replace(SLOW, **limits)  # type: ignore[arg-type]
    refused = asked(limited, items=[heavy], subtotal="100.01")
    assert (refused.options, refused.reason) == ((), reason)
    assert ids(asked(limited, FAST, items=[heavy], subtotal="100.01")) == ["fast"]


def test_limits_do_not_count_where_weight_and_worth_are_not_known() -> None:
    limited = replace(SLOW, maximum_weight=Decimal(2), maximum_order=lira("100"))
    assert ids(asked(limited, items=[replace(ONE, quantity=3)])) == ["slow"]


def test_an_excluded_product_excludes_the_method() -> None:
    excluded = replace(ONE, excluded_methods=frozenset({"fast"}))
    assert ids(asked(FAST, SLOW, items=[ONE, excluded])) == ["slow"]


def test_a_price_without_days_is_shown_without_a_date_and_says_when_it_leaves() -> None:
    (option,) = asked(replace(SLOW, transit=None)).options
    assert (option.window, option.cutoff, option.reason) == (None, None, Reason.NO_DAYS)
    assert option.dispatch is not None
    assert option.dispatch.first == date(2026, 11, 23)


def test_one_method_without_a_date_does_not_take_the_others() -> None:
    answer = asked(replace(SLOW, transit=None), FAST)
    assert answer.reason is None
    assert answer.fastest is not None


def test_days_given_the_wrong_way_round_are_still_a_window() -> None:
    (option,) = asked(method("odd", "1", 3, 1)).options
    assert option.window is not None
    assert option.window.first < option.window.last


def test_days_that_nobody_can_mean_are_no_date() -> None:
    assert asked(method("never", "1", 1, 2_000_000_000)).reason == Reason.NEVER_OPEN


def codes(answer: Promise) -> list[tuple[StepCode, object]]:
    return [(step.code, step.on or step.days) for step in answer.options[0].steps]


def test_the_steps_say_why_in_the_order_of_the_days() -> None:
    turkish = calendar_of("TR", zone=ISTANBUL, week=CARRIER.week, closures={date(2026, 5, 25): ""}, years=[2026])
    moda = replace(MODA, calendar=replace(turkish, week=(True,) * 5 + (False, False)), handling=Days(0, 1))
    carried = replace(SLOW, carrier=turkish, transit=Days(1, 2), late_days=1)
    now = datetime(2026, 5, 22, 12, tzinfo=UTC)  # Friday 15:00 there, before Monday's closure and Tuesday's Arife
    answer = promise(Question(now, ISTANBUL, [ONE], {"moda": moda}, [carried]))
    assert codes(answer) == [
        (StepCode.WEEKEND, date(2026, 5, 23)),
        (StepCode.CLOSED, date(2026, 5, 25)),
        (StepCode.HALF_DAY, date(2026, 5, 26)),
        (StepCode.CUTOFF, date(2026, 5, 26)),
        (StepCode.HANDLING, Days(0, 1)),
        (StepCode.HOLIDAY, date(2026, 5, 27)),
        (StepCode.HOLIDAY, date(2026, 5, 28)),
        (StepCode.HOLIDAY, date(2026, 5, 29)),
        (StepCode.WEEKEND, date(2026, 5, 30)),
        (StepCode.DISPATCH, date(2026, 6, 1)),
        (StepCode.TRANSIT, Days(1, 2)),
        (StepCode.WIDENED, Days(0, 1)),
    ]
    assert {step.name for step in answer.options[0].steps} == {"", "Kurban Bayramı"}


def test_a_cut_off_that_nobody_gave_is_not_named() -> None:
    usual = replace(MODA, cutoffs_given=False)
    answer = promise(Question(MONDAY_NOON, ISTANBUL, [ONE], {"moda": usual}, [SLOW]))
    (cutoff,) = [step for step in answer.options[0].steps if step.code == StepCode.CUTOFF]
    assert (cutoff.on, cutoff.at, answer.options[0].cutoff) == (date(2026, 11, 23), None, None)


def test_the_steps_are_those_of_the_part_that_comes_last() -> None:
    split = Item(3, [Supply("moda", 2), Supply("mitte", None)])
    answer = asked(SLOW, items=[split], now=datetime(2026, 11, 23, 11, 30, tzinfo=UTC))
    assert codes(answer)[:2] == [(StepCode.SPLIT, None), (StepCode.CUTOFF, date(2026, 11, 24))]


def test_what_is_waited_for_is_named() -> None:
    expected = Item(1, [Supply("moda", 0, date(2026, 12, 1))], not_before=date(2026, 11, 30))
    assert codes(asked(SLOW, items=[expected]))[:3] == [
        (StepCode.NOT_BEFORE, date(2026, 11, 30)),
        (StepCode.EXPECTED, date(2026, 12, 1)),
        (StepCode.CUTOFF, date(2026, 12, 1)),
    ]
