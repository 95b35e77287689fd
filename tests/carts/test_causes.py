"""Why carts were left: labelled cases, and that nothing is said without somebody who says it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.carts.causes import judge
from saleor_support_plugin.carts.facts import (
    Cause,
    Delivery,
    Left,
    Line,
    PaymentFact,
    PaymentState,
    Problem,
    ProblemFact,
    Reason,
    SignalKind,
    Source,
)
from saleor_support_plugin.money import Money

from ..shops import NOON

LAMP, BOWL = "UHJvZHVjdFZhcmlhbnQ6MQ==", "UHJvZHVjdFZhcmlhbnQ6Mg=="


def lira(amount: str) -> Money:
    return Money(Decimal(amount), "TRY")


def line(variant_id: str = LAMP, unit: str = "400", quantity: int = 1) -> Line:
    total = Money(Decimal(unit) * quantity, "TRY")
    return Line("l", variant_id, "p", "c", "Lamp", "Lamba", "", quantity, lira(unit), total, "")


LEFT = Left(lines=(line(),), total=lira("400"), shipping=lira("0"), delivery=Delivery("TR", "34710", "m", "Standard"))


def problem(kind: Problem, variant_id: str = LAMP, available: int | None = None) -> ProblemFact:
    return ProblemFact(kind, Source.PROBLEMS, variant_id, available)


def payment(state: PaymentState, hours: int = 0, message: str = "") -> PaymentFact:
    return PaymentFact(state, NOON + timedelta(hours=hours), message)


SHORT, SOLD_OUT = (problem(Problem.INSUFFICIENT_STOCK, available=pieces) for pieces in (2, 0))
NOT_SOLD = problem(Problem.VARIANT_NOT_AVAILABLE)
GONE = ProblemFact(Problem.DELIVERY_GONE, Source.COMPARISON)
GONE_NOW = ProblemFact(Problem.DELIVERY_GONE, Source.PROBLEMS)
UNSERVED = ProblemFact(Problem.NOT_SERVED, Source.COMPARISON)
FAILED, PENDING, CHARGED = (payment(state) for state in PaymentState)
DEARER = {LAMP: Decimal(380)}
SHOCKING = {"total": lira("533"), "shipping": lira("133.25")}

# What was left, its cause, and who says so.
CASES: list[tuple[dict[str, Any], Cause, Source]] = [
    # Nobody says anything.
    ({}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"lines": ()}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"orders": 3, "voucher_code": "TEN"}, Cause.NOT_KNOWN, Source.NOBODY),
    # Payments, by the newest of them.
    ({"payments": (FAILED,)}, Cause.PAYMENT_FAILED, Source.TRANSACTIONS),
    ({"payments": (PENDING,)}, Cause.PAYMENT_PENDING, Source.TRANSACTIONS),
    ({"payments": (CHARGED,)}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"payments": (FAILED, payment(PaymentState.CHARGED, 1))}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"payments": (PENDING, payment(PaymentState.FAILED, 1))}, Cause.PAYMENT_FAILED, Source.TRANSACTIONS),
    ({"payments": (payment(PaymentState.FAILED, 1), PENDING)}, Cause.PAYMENT_FAILED, Source.TRANSACTIONS),
    ({"payments": (FAILED, payment(PaymentState.PENDING, 1))}, Cause.PAYMENT_PENDING, Source.TRANSACTIONS),
    ({"payments": (FAILED,), "problems": (SOLD_OUT,)}, Cause.PAYMENT_FAILED, Source.TRANSACTIONS),
    ({"payments": (FAILED,), "reason": "PRICE"}, Cause.PAYMENT_FAILED, Source.TRANSACTIONS),
    ({"payments": (PENDING,), "reason": "JUST_LOOKING"}, Cause.PAYMENT_PENDING, Source.TRANSACTIONS),
    # Stock.
    ({"problems": (NOT_SOLD,)}, Cause.STOCK_GONE, Source.PROBLEMS),
    ({"problems": (SOLD_OUT,)}, Cause.STOCK_GONE, Source.PROBLEMS),
    ({"problems": (SHORT,)}, Cause.STOCK_SHORT, Source.PROBLEMS),
    ({"problems": (SHORT, NOT_SOLD)}, Cause.STOCK_GONE, Source.PROBLEMS),
    ({"problems": (problem(Problem.INSUFFICIENT_STOCK),)}, Cause.STOCK_SHORT, Source.PROBLEMS),
    ({"problems": (SHORT, UNSERVED, GONE)}, Cause.STOCK_SHORT, Source.PROBLEMS),
    # Delivery.
    ({"problems": (UNSERVED,)}, Cause.NOT_SERVED, Source.COMPARISON),
    ({"problems": (GONE,)}, Cause.DELIVERY_GONE, Source.COMPARISON),
    ({"problems": (GONE_NOW,)}, Cause.DELIVERY_GONE, Source.PROBLEMS),
    ({"problems": (GONE_NOW, UNSERVED)}, Cause.NOT_SERVED, Source.COMPARISON),
    ({"problems": (GONE,), "signals": (SignalKind.VOUCHER_REFUSED,)}, Cause.DELIVERY_GONE, Source.COMPARISON),
    ({"late": 1}, Cause.DELIVERY_LATE, Source.COMPARISON),
    ({"late": 0}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"late": -2}, Cause.NOT_KNOWN, Source.NOBODY),
    # What only the page knows.
    ({"signals": (SignalKind.VOUCHER_REFUSED,)}, Cause.VOUCHER_REFUSED, Source.STOREFRONT),
    ({"signals": (SignalKind.VOUCHER_REFUSED,), "voucher_code": "TEN"}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"signals": (SignalKind.ACCOUNT_WALL,)}, Cause.ACCOUNT_WALL, Source.STOREFRONT),
    ({"signals": (SignalKind.ACCOUNT_WALL, SignalKind.EXIT_INTENT)}, Cause.ACCOUNT_WALL, Source.STOREFRONT),
    ({"signals": (SignalKind.PAYMENT_IDLE,)}, Cause.PAYMENT_IDLE, Source.STOREFRONT),
    ({"signals": (SignalKind.EXIT_INTENT,)}, Cause.JUST_BROWSING, Source.STOREFRONT),
    ({"signals": (SignalKind.EXIT_INTENT, SignalKind.PAYMENT_IDLE)}, Cause.PAYMENT_IDLE, Source.STOREFRONT),
    # Prices.
    ({"first_prices": DEARER}, Cause.PRICE_SHOCK, Source.COMPARISON),
    ({"first_prices": {LAMP: Decimal(381)}}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"first_prices": {LAMP: Decimal(900)}}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"first_prices": {BOWL: Decimal(1)}}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"first_prices": {LAMP: Decimal(0)}}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"first_prices": DEARER, "signals": (SignalKind.EXIT_INTENT,)}, Cause.PRICE_SHOCK, Source.COMPARISON),
    ({"first_prices": DEARER, **SHOCKING}, Cause.PRICE_SHOCK, Source.COMPARISON),
    # Shipping: from a quarter of the total on, or dearer than the dearest piece.
    (SHOCKING, Cause.SHIPPING_SHOCK, Source.COMPARISON),
    ({"total": lira("533"), "shipping": lira("133")}, Cause.NOT_KNOWN, Source.NOBODY),
    (
        {"lines": (line(unit="20", quantity=10),), "total": lira("221"), "shipping": lira("21")},
        Cause.SHIPPING_SHOCK,
        Source.COMPARISON,
    ),
    (
        {"lines": (line(unit="20", quantity=10),), "total": lira("220"), "shipping": lira("20")},
        Cause.NOT_KNOWN,
        Source.NOBODY,
    ),
    ({**SHOCKING, "late": 3}, Cause.SHIPPING_SHOCK, Source.COMPARISON),
    ({"late": 3, "signals": (SignalKind.PAYMENT_IDLE,)}, Cause.DELIVERY_LATE, Source.COMPARISON),
    # Their own word.
    ({"reason": "PRICE"}, Cause.PRICE_SHOCK, Source.SHOPPER),
    ({"reason": "SHIPPING_COST"}, Cause.SHIPPING_SHOCK, Source.SHOPPER),
    ({"reason": "DELIVERY_TIME"}, Cause.DELIVERY_LATE, Source.SHOPPER),
    ({"reason": "PAYMENT_TROUBLE"}, Cause.PAYMENT_FAILED, Source.SHOPPER),
    ({"reason": "JUST_LOOKING"}, Cause.JUST_BROWSING, Source.SHOPPER),
    ({"reason": "FOUND_ELSEWHERE"}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"reason": "NEED_HELP"}, Cause.NOT_KNOWN, Source.NOBODY),
    ({"reason": "OTHER", "problems": (SHORT,)}, Cause.STOCK_SHORT, Source.PROBLEMS),
    ({"reason": "JUST_LOOKING", "problems": (SOLD_OUT,)}, Cause.JUST_BROWSING, Source.SHOPPER),
    ({"reason": "PRICE", "first_prices": {}, **SHOCKING}, Cause.PRICE_SHOCK, Source.SHOPPER),
]


@pytest.mark.parametrize(("changed", "cause", "source"), CASES)
def test_the_cause_of_a_cart_that_was_left(changed: dict[str, Any], cause: Cause, source: Source) -> None:
    judged = judge(replace(LEFT, **changed))
    assert (judged.cause, judged.source) == (cause, source)


def test_every_cause_is_found_in_some_case() -> None:
    assert {cause for _, cause, _ in CASES} == set(Cause)
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"payments": (payment(PaymentState.FAILED, message="Declined"),)}, {"message": "Declined"}),
        ({"payments": (FAILED,)}, {}),
        ({"problems": (NOT_SOLD, replace(SOLD_OUT, variant_id=BOWL))}, {"variant_ids": f"{LAMP},{BOWL}"}),
        ({"problems": (SHORT,)}, {"variant_ids": LAMP, "available": "2"}),
        ({"problems": (UNSERVED,)}, {"country": "TR", "postal_code": "34710"}),
        ({"problems": (GONE,)}, {"method": "Standard"}),
        ({"first_prices": DEARER}, {"variant_ids": LAMP, "was": "380.00 TRY", "is": "400.00 TRY"}),
        (SHOCKING, {"shipping": "133.25 TRY", "total": "533.00 TRY"}),
        ({"late": 2}, {"days": "2"}),
    ],
)
def test_what_staff_are_told_of_a_cause(changed: dict[str, Any], detail: dict[str, str]) -> None:
    assert judge(replace(LEFT, **changed)).detail == detail


def test_of_several_prices_that_rose_the_one_is_named_that_rose_most() -> None:
    both = (line(LAMP, "110"), line(BOWL, "150"))
    left = replace(LEFT, lines=both, first_prices={LAMP: Decimal(100), BOWL: Decimal(100)})
    assert judge(left).detail["variant_ids"] == BOWL


BY: dict[Source, Callable[[Left], bool]] = {
    Source.TRANSACTIONS: lambda left: bool(left.payments),
    Source.PROBLEMS: lambda left: any(one.source == Source.PROBLEMS for one in left.problems),
    Source.COMPARISON: lambda left: bool(left.first_prices or left.late or left.shipping.amount or left.problems),
    Source.STOREFRONT: lambda left: bool(left.signals),
    Source.SHOPPER: lambda left: bool(left.reason),
    Source.NOBODY: lambda left: True,
}
AMOUNTS = st.integers(0, 900).map(lambda amount: lira(str(amount)))


@given(
    left=st.builds(
        Left,
        lines=st.just((line(),)),
        total=AMOUNTS,
        shipping=AMOUNTS,
        first_prices=st.sampled_from([{}, DEARER, {LAMP: Decimal(400)}]),
        problems=st.lists(st.sampled_from([SHORT, SOLD_OUT, NOT_SOLD, GONE, GONE_NOW, UNSERVED]), max_size=3).map(
            tuple
        ),
        payments=st.lists(st.sampled_from([FAILED, PENDING, CHARGED]), max_size=2).map(tuple),
        signals=st.lists(st.sampled_from(SignalKind), max_size=2).map(tuple),
        late=st.sampled_from([None, 0, 3]),
        reason=st.sampled_from(["", *Reason]),
    )
)
def test_a_cause_always_has_somebody_who_says_it(left: Left) -> None:
    judged = judge(left)
    assert BY[judged.source](left)
    assert (judged.cause == Cause.NOT_KNOWN) == (judged.source == Source.NOBODY)
