"""Whom to ask for a review, and whom to remind."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.reviews import rules
from saleor_support_plugin.reviews.rules import (
    Ask,
    Asked,
    GiveUp,
    OrderState,
    Policy,
    Silence,
    Wait,
    decide_reminder,
    decide_request,
)

from ..shops import NOON

DAY = timedelta(hours=24)
WEEK = timedelta(days=7)
ORDER = OrderState(
    email="ayse@shopper.dev",
    is_erased=False,
    is_cancelled=False,
    is_refunded=False,
    has_open_ticket=False,
    arrived=1,
    delivered_at=NOON,
)
POLICY = Policy(is_on=True, wait=DAY, fallback=WEEK, reminds=True)
ASKED = Asked(is_waiting=False, sent_at=NOON, has_answered=False, has_problem=False)


@pytest.mark.parametrize(
    ("after", "changed", "expected"),
    [
        (DAY, {}, Ask()),
        (DAY - timedelta(seconds=1), {}, Wait(NOON + DAY)),
        (timedelta(days=15), {}, Ask()),
        (timedelta(days=15, seconds=1), {}, GiveUp(Silence.TOO_LATE)),
        (DAY, {"is_cancelled": True}, GiveUp(Silence.CANCELLED)),
        (DAY, {"is_refunded": True}, GiveUp(Silence.REFUNDED)),
        (DAY, {"email": ""}, GiveUp(Silence.NO_ADDRESS)),
        (DAY, {"arrived": 0}, GiveUp(Silence.NOTHING_ARRIVED)),
        (DAY, {"delivered_at": None}, GiveUp(Silence.NOTHING_ARRIVED)),
        (DAY, {"is_erased": True}, GiveUp(Silence.ERASED)),
        (DAY, {"has_open_ticket": True}, GiveUp(Silence.OPEN_TICKET)),
        # Somebody's word goes before every estimate.
        (DAY, {"estimated_at": NOON + WEEK}, Ask()),
        (DAY, {"delivered_at": None, "estimated_at": NOON}, Wait(NOON + WEEK)),
        (WEEK, {"delivered_at": None, "estimated_at": NOON}, Ask()),
        (WEEK + timedelta(days=14, seconds=1), {"delivered_at": None, "estimated_at": NOON}, GiveUp(Silence.TOO_LATE)),
    ],
)
def test_cases(after: timedelta, changed: dict[str, object], expected: object) -> None:
    order = replace(ORDER, **changed)  # type: ignore[arg-type]  # a table of fields
    assert decide_request(order, policy=POLICY, now=NOON + after) == expected


def test_the_merchant_decides() -> None:
    off, by_word_only = replace(POLICY, is_on=False), replace(POLICY, fallback=None)
    unheard = replace(ORDER, delivered_at=None, estimated_at=NOON)
    assert decide_request(ORDER, policy=off, now=NOON + DAY) == GiveUp(Silence.SWITCHED_OFF)
    assert decide_request(unheard, policy=by_word_only, now=NOON + WEEK) == GiveUp(Silence.NOTHING_ARRIVED)


@pytest.mark.parametrize(
    ("after", "asked", "order", "expected"),
    [
        (WEEK, {}, {}, Ask()),
        (WEEK - timedelta(seconds=1), {}, {}, Wait(NOON + WEEK)),
        (WEEK, {"has_answered": True}, {}, GiveUp(Silence.ANSWERED)),
        (WEEK, {"has_problem": True}, {"has_open_ticket": True}, GiveUp(Silence.PROBLEM)),
        (WEEK, {"sent_at": None}, {}, GiveUp(Silence.NOT_SENT)),
        (WEEK, {"sent_at": None, "is_waiting": True}, {}, Wait(NOON + WEEK + DAY)),
        (WEEK, {}, {"has_open_ticket": True}, GiveUp(Silence.OPEN_TICKET)),
        (WEEK, {}, {"is_refunded": True}, GiveUp(Silence.REFUNDED)),
        (WEEK, {}, {"is_cancelled": True}, GiveUp(Silence.CANCELLED)),
        (WEEK, {}, {"is_erased": True}, GiveUp(Silence.ERASED)),
        (WEEK, {}, {"arrived": 0}, GiveUp(Silence.NOTHING_ARRIVED)),
        (WEEK + timedelta(days=15), {}, {}, GiveUp(Silence.TOO_LATE)),
    ],
)
def test_who_is_reminded(
    after: timedelta, asked: dict[str, object], order: dict[str, object], expected: object
) -> None:
    state, said = replace(ORDER, **order), replace(ASKED, **asked)  # type: ignore[arg-type]  # a table of fields
    assert decide_reminder(state, said, policy=POLICY, now=NOON + after) == expected


def test_a_merchant_may_ask_once_only() -> None:
    policy = replace(POLICY, reminds=False)
    assert decide_reminder(ORDER, ASKED, policy=policy, now=NOON + WEEK) == GiveUp(Silence.REMINDER_OFF)


times = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda time: time.replace(tzinfo=NOON.tzinfo))
orders = st.builds(
    OrderState,
    email=st.sampled_from(["", "ayse@shopper.dev"]),
    is_erased=st.booleans(),
    is_cancelled=st.booleans(),
    is_refunded=st.booleans(),
    has_open_ticket=st.booleans(),
    arrived=st.integers(0, 3),
    delivered_at=st.none() | times,
    estimated_at=st.none() | times,
)


@given(order=orders, is_on=st.booleans(), hours=st.integers(1, 1440), now=times)
def test_nobody_is_asked_before_it_arrived_or_after_it_went_back(
    order: OrderState, is_on: bool, hours: int, now: datetime
) -> None:
    policy = Policy(is_on=is_on, wait=timedelta(hours=hours), fallback=WEEK, reminds=True)
    decision = decide_request(order, policy=policy, now=now)
    if isinstance(decision, Ask):
        assert is_on
        assert order.email
        assert order.arrived
        assert not order.is_cancelled
        assert not order.is_refunded
        assert not order.is_erased
        assert not order.has_open_ticket
        since, wait = (order.delivered_at, policy.wait) if order.delivered_at else (order.estimated_at, WEEK)
        assert since is not None
        assert wait <= now - since <= wait + rules.TOO_LATE
    if isinstance(decision, Wait):
        assert decision.until > now
