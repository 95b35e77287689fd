"""What is done about a case: a table of cases, and what holds for every case there can be."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.carts import rules
from saleor_support_plugin.carts.conditions import ALWAYS, ValueAtLeast
from saleor_support_plugin.carts.facts import Left, PaymentFact, PaymentState, Silence
from saleor_support_plugin.carts.plan import USUAL_STEPS, Plan, Step
from saleor_support_plugin.carts.rules import CaseFacts, End, Judge, Skip, Take, Wait, decide, decide_at_once
from saleor_support_plugin.money import Money

from ..shops import NOON

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PLAN = Plan(holdout_percent=0)
FACTS = CaseFacts(email="ayse@shopper.dev", consents=True, changed_at=NOON, known_at=NOON + timedelta(days=100))
LEFT = Left(lines=(), total=Money(Decimal(100), "TRY"), shipping=Money(Decimal(0), "TRY"))
FIRST, SECOND, THIRD = PLAN.steps
SETTLED = NOON + THIRD.after + rules.SETTLED_AFTER


def pending(at: datetime) -> Left:
    return replace(LEFT, payments=(PaymentFact(PaymentState.PENDING, at),))


@pytest.mark.parametrize(
    ("after", "changed", "expected"),
    [
        (HOUR, {}, Take(FIRST)),
        (timedelta(minutes=59), {}, Wait(NOON + HOUR, Silence.STILL_SHOPPING)),
        (49 * HOUR, {}, Take(FIRST)),
        (49 * HOUR + timedelta(seconds=1), {}, Wait(SETTLED, Silence.TOO_LATE)),
        (30 * DAY, {}, End(Silence.TOO_LATE)),
        (timedelta(0), {"changed_at": NOON + DAY}, Wait(NOON + 25 * HOUR, Silence.STILL_SHOPPING)),
        (HOUR, {"known_at": None}, Wait(NOON + HOUR + timedelta(minutes=1), Silence.OUT_OF_DATE)),
        (HOUR, {"known_at": NOON}, Wait(NOON + HOUR + timedelta(minutes=1), Silence.OUT_OF_DATE)),
        (HOUR, {"known_at": NOON + timedelta(minutes=45)}, Take(FIRST)),
        (HOUR, {"order_id": "o"}, End(Silence.ORDERED)),
        (HOUR, {"is_stopped": True}, End(Silence.STOPPED)),
        (HOUR, {"is_paid": True}, End(Silence.PAID)),
        (HOUR, {"is_gone": True}, End(Silence.GONE)),
        (HOUR, {"is_empty": True}, End(Silence.EMPTY)),
        (HOUR, {"order_id": "o", "is_empty": True, "consents": False}, End(Silence.ORDERED)),
        (HOUR, {"is_paying": True}, Wait(NOON + HOUR + timedelta(minutes=30), Silence.PAYING)),
        (30 * DAY, {"is_paying": True}, End(Silence.PAYING)),
        (HOUR, {"has_it": True}, Wait(SETTLED, Silence.BOUGHT_ELSEWHERE)),
        (HOUR, {"email": ""}, Wait(SETTLED, Silence.NO_ADDRESS)),
        (HOUR, {"is_on": False}, Wait(SETTLED, Silence.SWITCHED_OFF)),
        (HOUR, {"has_link": False}, Wait(SETTLED, Silence.NO_LINK)),
        (HOUR, {"is_in_another_series": True}, Wait(SETTLED, Silence.ANOTHER_SERIES)),
        (HOUR, {"consents": False}, Skip(FIRST, Silence.NO_CONSENT)),
        (HOUR, {"is_held_out": True}, Wait(SETTLED, Silence.HELD_OUT)),
        (HOUR, {"is_held_out": True, "consents": False}, Skip(FIRST, Silence.NO_CONSENT)),
        (2 * HOUR, {"steps_done": 1, "sent_at": NOON + HOUR}, Wait(NOON + DAY, Silence.STILL_SHOPPING)),
        (DAY, {"steps_done": 1, "sent_at": NOON + HOUR}, Take(SECOND)),
        # The first went out late: the second keeps its distance.
        (30 * HOUR, {"steps_done": 1, "sent_at": NOON + 29 * HOUR}, Wait(NOON + 52 * HOUR, Silence.STILL_SHOPPING)),
        (30 * HOUR, {"steps_done": 1}, Take(SECOND)),
        (4 * DAY, {"steps_done": 3, "sent_at": NOON + 3 * DAY}, Wait(SETTLED, Silence.NO_STEP_LEFT)),
        (11 * DAY, {"steps_done": 3, "sent_at": NOON + 3 * DAY}, End(Silence.NO_STEP_LEFT)),
    ],
)  # fmt: skip
def test_cases(after: timedelta, changed: dict[str, Any], expected: object) -> None:
    assert decide(replace(FACTS, **changed), plan=PLAN, left=LEFT, now=NOON + after) == expected


def test_saleor_is_asked_last_of_all() -> None:
    assert decide(FACTS, plan=PLAN, left=None, now=NOON + HOUR) == Judge()
    for against in ({"consents": False}, {"has_it": True}, {"known_at": None}, {"steps_done": 3}, {"is_empty": True}):
        facts: CaseFacts = replace(FACTS, **against)
        assert decide(facts, plan=PLAN, left=None, now=NOON + HOUR) != Judge()


def test_a_payment_that_may_still_arrive_is_waited_for() -> None:
    begun = NOON - timedelta(minutes=5)
    wait = Wait(begun + 2 * HOUR, Silence.PAYING)
    assert decide(FACTS, plan=PLAN, left=pending(begun), now=NOON + HOUR) == wait
    assert decide(FACTS, plan=PLAN, left=pending(begun), now=wait.until) == Take(FIRST)


def test_a_step_whose_conditions_do_not_hold_is_let_go_and_says_why() -> None:
    dear = Step(HOUR, when=ValueAtLeast(Money(Decimal(500), "TRY")))
    plan = Plan(steps=(dear, Step(DAY)), holdout_percent=0)
    decision = decide(FACTS, plan=plan, left=LEFT, now=NOON + HOUR)
    assert decision == Skip(dear, Silence.CONDITIONS, ("VALUE_AT_LEAST:500.00 TRY:100.00 TRY",))
    after = decide(replace(FACTS, steps_done=1), plan=plan, left=LEFT, now=NOON + HOUR)
    assert after == Wait(NOON + DAY, Silence.STILL_SHOPPING)


def test_staff_need_not_wait_and_keep_every_other_rule() -> None:
    dear = Plan(steps=(Step(DAY, when=ValueAtLeast(Money(Decimal(500), "TRY"))),), holdout_percent=0)
    assert decide_at_once(FACTS, plan=dear, left=None, now=NOON) == Judge()
    assert decide_at_once(FACTS, plan=dear, left=LEFT, now=NOON) == Take(dear.steps[0])
    against = {
        "order_id": ("o", Silence.ORDERED),
        "has_it": (True, Silence.BOUGHT_ELSEWHERE),
        "is_paid": (True, Silence.PAID),
        "is_paying": (True, Silence.PAYING),
        "consents": (False, Silence.NO_CONSENT),
        "is_held_out": (True, Silence.HELD_OUT),
        "is_stopped": (True, Silence.STOPPED),
        "known_at": (None, Silence.OUT_OF_DATE),
        "steps_done": (1, Silence.NO_STEP_LEFT),
    }
    for name, (value, silence) in against.items():
        facts: CaseFacts = replace(FACTS, **{name: value})  # type: ignore[arg-type]  # a table of fields
        assert decide_at_once(facts, plan=dear, left=LEFT, now=NOON) == End(silence)
    assert decide_at_once(FACTS, plan=dear, left=pending(NOON), now=NOON) == End(Silence.PAYING)


@pytest.mark.parametrize(
    ("after", "changed", "expected"),
    [
        (HOUR, {}, True),
        (timedelta(minutes=59), {}, False),
        (50 * HOUR, {}, False),
        (HOUR, {"consents": False}, True),
        (HOUR, {"is_held_out": True}, True),
        (HOUR, {"order_id": "o"}, False),
        (HOUR, {"is_paid": True}, False),
        (HOUR, {"is_paying": True}, False),
        (HOUR, {"known_at": NOON}, False),
    ],
)
def test_what_is_abandoned(after: timedelta, changed: dict[str, Any], expected: bool) -> None:
    assert rules.is_abandoned(replace(FACTS, **changed), plan=PLAN, now=NOON + after) is expected


times = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda time: time.replace(tzinfo=NOON.tzinfo))
cases = st.builds(
    CaseFacts,
    email=st.sampled_from(["", "ayse@shopper.dev"]),
    changed_at=times,
    known_at=st.none() | times,
    order_id=st.sampled_from(["", "", "o"]),
    steps_done=st.integers(0, 4),
    sent_at=st.none() | times,
    **{
        name: st.booleans()
        for name in (
            "consents", "has_it", "is_stopped", "is_gone", "is_empty", "is_paid", "is_paying", "is_in_another_series",
            "is_held_out", "is_on", "has_link",
        )
    },
)  # fmt: skip
plans = st.lists(st.integers(5, 30 * 24 * 60), min_size=1, max_size=5, unique=True).map(
    lambda minutes: Plan(steps=tuple(Step(timedelta(minutes=one), ALWAYS) for one in sorted(minutes)))
)


@given(facts=cases, plan=plans, now=times, left=st.none() | st.just(LEFT))
def test_nobody_is_written_to_without_consent_after_buying_or_out_of_time(
    facts: CaseFacts, plan: Plan, now: datetime, left: Left | None
) -> None:
    decision = decide(facts, plan=plan, left=left, now=now)
    if isinstance(decision, Take | Judge):
        assert facts.email
        assert facts.consents
        assert facts.is_on
        assert facts.has_link
        against = (facts.order_id, facts.has_it, facts.is_stopped, facts.is_gone, facts.is_empty, facts.is_paid)
        assert not any(against)
        assert not facts.is_paying
        assert not facts.is_in_another_series
        assert facts.known_at is not None
        assert now - facts.known_at <= rules.FRESH
        assert now - facts.changed_at >= plan.steps[facts.steps_done].after
        assert rules.speaks_against(facts, written_at=facts.changed_at, now=now) is None
    if isinstance(decision, Take):
        assert left is not None
        assert not facts.is_held_out
        assert decision.step is plan.steps[facts.steps_done]


@given(facts=cases, plan=plans, now=times)
def test_every_wait_ends(facts: CaseFacts, plan: Plan, now: datetime) -> None:
    """By itself, within what the plan takes: nothing is looked at for ever."""
    facts, at = replace(facts, changed_at=now), now
    for _ in range(3000):
        decision = decide(replace(facts, known_at=at), plan=plan, left=LEFT, now=at)
        if isinstance(decision, End):
            break
        if isinstance(decision, Wait):
            assert decision.until > at
            at = decision.until
        else:
            sent_at = at if isinstance(decision, Take) else facts.sent_at
            facts = replace(facts, steps_done=facts.steps_done + 1, sent_at=sent_at)
    assert isinstance(decision, End)
    assert at <= now + 2 * rules.plan_ends(plan) + DAY or facts.sent_at is not None


@given(person=st.integers(1, 10**9), percent=st.integers(0, 50))
def test_who_is_held_out_stays_so_when_more_are(person: int, percent: int) -> None:
    if rules.is_held_out(person, percent):
        assert rules.is_held_out(person, percent + 1)
    assert not rules.is_held_out(person, 0)


def test_as_many_are_held_out_as_the_merchant_says() -> None:
    held_out = sum(rules.is_held_out(person, 5) for person in range(1, 20_001))
    assert 850 <= held_out <= 1150


def test_what_is_usual_is_three_steps_in_three_days() -> None:
    assert [step.after for step in USUAL_STEPS] == [HOUR, DAY, 3 * DAY]
    assert rules.first_quiet(Plan(steps=())) == HOUR
