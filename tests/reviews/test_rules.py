"""Whom to ask for a review, and what a posted form says."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.reviews import rules
from saleor_support_plugin.reviews.rules import (
    Answer,
    Ask,
    Fault,
    Faulty,
    GiveUp,
    Opinion,
    OrderState,
    Silence,
    Wait,
    decide_request,
    read_answer,
)

from ..shops import NOON

DAY = timedelta(hours=24)
ORDER = OrderState(email="ayse@shopper.dev", is_cancelled=False, is_refunded=False, arrived=1, delivered_at=NOON)


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
    ],
)
def test_cases(after: timedelta, changed: dict[str, object], expected: object) -> None:
    order = replace(ORDER, **changed)  # type: ignore[arg-type]  # a table of fields
    assert decide_request(order, is_on=True, wait=DAY, now=NOON + after) == expected


def test_the_merchant_decides() -> None:
    assert decide_request(ORDER, is_on=False, wait=DAY, now=NOON + DAY) == GiveUp(Silence.SWITCHED_OFF)


times = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda time: time.replace(tzinfo=NOON.tzinfo))
orders = st.builds(
    OrderState,
    email=st.sampled_from(["", "ayse@shopper.dev"]),
    is_cancelled=st.booleans(),
    is_refunded=st.booleans(),
    arrived=st.integers(0, 3),
    delivered_at=st.none() | times,
)


@given(order=orders, is_on=st.booleans(), hours=st.integers(1, 1440), now=times)
def test_nobody_is_asked_before_it_arrived_or_after_it_went_back(
    order: OrderState, is_on: bool, hours: int, now: datetime
) -> None:
    wait = timedelta(hours=hours)
    decision = decide_request(order, is_on=is_on, wait=wait, now=now)
    if isinstance(decision, Ask):
        assert is_on
        assert order.email
        assert order.arrived
        assert not order.is_cancelled
        assert not order.is_refunded
        assert order.delivered_at is not None
        assert wait <= now - order.delivered_at <= wait + rules.TOO_LATE
    if isinstance(decision, Wait):
        assert decision.until > now


LINES = {"0": "line-a", "1": "line-b"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"stars-0": "4"}, Answer("", (Opinion("line-a", 4, "", ""),))),
        (
            {"stars-0": "1", "title-0": " Bad ", "text-0": "a\r\nb\x00", "author": "Ada L."},
            Answer("Ada L.", (Opinion("line-a", 1, "Bad", "a\nb"),)),
        ),
        (
            {"stars-0": "5", "stars-1": "2"},
            Answer("", (Opinion("line-a", 5, "", ""), Opinion("line-b", 2, "", ""))),
        ),
        ({}, Faulty({"form": Fault.NO_STARS})),
        ({"stars-7": "5"}, Faulty({"form": Fault.NO_STARS})),
        ({"stars-0": "6"}, Faulty({"stars-0": Fault.STARS_MISSING})),
        ({"stars-0": "0"}, Faulty({"stars-0": Fault.STARS_MISSING})),
        ({"stars-0": "five"}, Faulty({"stars-0": Fault.STARS_MISSING})),
        ({"stars-0": "5", "text-1": "words"}, Faulty({"stars-1": Fault.STARS_MISSING})),
        ({"stars-0": "5", "text-0": "x" * 5001}, Faulty({"text-0": Fault.TOO_LONG})),
        ({"stars-0": "5", "title-0": "x" * 121}, Faulty({"text-0": Fault.TOO_LONG})),
        ({"stars-0": "5", "author": "x" * 81}, Faulty({"author": Fault.TOO_LONG})),
    ],
)
def test_a_form_is_read(form: dict[str, str], expected: Answer | Faulty) -> None:
    assert read_answer(form, LINES) == expected


@given(st.dictionaries(st.sampled_from(["stars-0", "stars-1", "title-0", "text-1", "author"]), st.text(max_size=200)))
def test_whatever_is_posted_is_kept_clean_or_refused(form: dict[str, str]) -> None:
    given_ = read_answer(form, LINES)
    if isinstance(given_, Answer):
        for opinion in given_.opinions:
            assert opinion.stars in rules.STARS
            assert opinion.line in LINES.values()
            assert "\x00" not in opinion.title + opinion.text + given_.author


@pytest.mark.parametrize(
    ("name", "shown"), [("Ayşe Yılmaz", "Ayşe Y."), ("Ada", "Ada"), ("", ""), ("Jean Luc de Vries", "Jean V.")]
)
def test_a_name_is_shown_to_strangers_in_part(name: str, shown: str) -> None:
    assert rules.public_name(name) == shown
