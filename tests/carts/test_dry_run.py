"""A plan tried on what happened: to whom it would have written, and who would have bought anyway."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.carts import dry_run, rules
from saleor_support_plugin.carts.conditions import CauseIs, ValueAtLeast
from saleor_support_plugin.carts.facts import Cause, Silence
from saleor_support_plugin.carts.models import Cart, CartCase, CartPlan, CaseState
from saleor_support_plugin.carts.plan import Plan, Step
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.people.actions import give_consent, person_at, suppress, withdraw
from saleor_support_plugin.people.models import Source, Suppressing
from saleor_support_plugin.shop.models import Order, OrderLine

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order
from .test_conditions import lira

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NOW = NOON + timedelta(days=10)
EVERYBODY = Plan(holdout_percent=0)
numbers = count(1)


def leave(shop: Shop, email: str = "", *, consents: bool = True, **changed: Any) -> CartCase:
    """Have somebody leave a cart worth 320 lira at noon."""
    number = next(numbers)
    email = email or f"shopper{number}@shopper.dev"
    person = person_at(store=shop.store, email=email, now=NOON, verified=True)
    if consents:
        give_consent(person=person, medium="email", purpose="commercial", source=Source.CHECKOUT, at=NOON)
    values: dict[str, Any] = {"state": CaseState.ABANDONED, "channel_slug": "default-channel", "changed_at": NOON}
    case = CartCase.across_stores.create(
        store=shop.store, person=person, checkout_id=f"C{number}", opened_at=NOON - HOUR, **values | changed
    )
    Cart.across_stores.create(
        store=shop.store,
        case=case,
        saleor_id=case.checkout_id,
        channel_slug=case.channel_slug,
        email=email,
        lines=[LINE],
        quantity=2,
        total_gross=320,
        shipping_gross=40,
        currency="TRY",
        updated_at=NOON,
        issued_at=NOON,
    )
    return case


LINE = {
    "id": "L1",
    "variant_id": "V1",
    "product_id": "P1",
    "category_id": "K1",
    "name": "Lamp",
    "turkish_name": "Lamba",
    "variant": "Blue",
    "quantity": 2,
    "unit": "140",
    "amount": "280",
    "currency": "TRY",
    "thumbnail_url": "",
}


def order(shop: Shop, case: CartCase, at: datetime, variant: str = "V9") -> Order:
    number = next(numbers)
    placed = add_order(shop, f"O{number}", number=f"{number}")
    Order.across_stores.filter(pk=placed.pk).update(created=at, customer_email=case.person.keys.get().value.upper())
    OrderLine.across_stores.filter(order=placed).update(variant_id=variant)
    return placed


def run(shop: Shop, plan: Plan = EVERYBODY, channel: str = "", **told: Any) -> dry_run.Report:
    return dry_run.run(shop.store, channel, plan, NOW, **told)


def test_it_says_to_how_many_and_who_had_ordered_within_the_hour(aurora: Shop, borealis: Shop) -> None:
    leave(aurora)
    soon, later, sooner = leave(aurora), leave(aurora), leave(aurora)
    order(aurora, soon, NOON + HOUR + timedelta(minutes=59))
    order(aurora, later, NOON + 2 * HOUR + timedelta(minutes=1))
    order(aurora, sooner, NOON + timedelta(minutes=59))
    leave(borealis)
    report = run(aurora)
    assert (report.looked_at, report.would_write, report.ordered_within_the_hour) == (4, 3, 1)
    assert report.messages == (3, 1, 1)
    assert report.silences == {Silence.ORDERED: 1}
    assert report.is_whole


def _silent(shop: Shop) -> Iterator[tuple[CartCase, Silence]]:
    yield leave(shop, consents=False), Silence.NO_CONSENT
    taken_back = leave(shop)
    withdraw(person=taken_back.person, medium="email", purpose="commercial", source=Source.ONE_CLICK, at=NOW)
    yield taken_back, Silence.NO_CONSENT
    unsubscribed = leave(shop, "Gone@Shopper.dev")
    suppress(store=shop.store, medium="email", address="gone@shopper.dev", reason=Suppressing.UNSUBSCRIBED, at=NOW)
    bounced = leave(shop, "full@shopper.dev")
    suppress(store=shop.store, medium="email", address="full@shopper.dev", reason=Suppressing.BOUNCED, at=NOON)
    order(shop, bounced, NOON - HOUR / 2)
    yield bounced, Silence.ORDERED
    yield unsubscribed, Silence.NO_CONSENT
    yield leave(shop, state=CaseState.STOPPED), Silence.STOPPED
    emptied = leave(shop)
    emptied.carts.update(lines=[])
    yield emptied, Silence.EMPTY
    deleted = leave(shop)
    deleted.carts.update(gone_at=NOW)
    yield deleted, Silence.GONE
    paid = leave(shop)
    paid.carts.update(paid_at=NOON)
    yield paid, Silence.PAID
    elsewhere = leave(shop)
    order(shop, elsewhere, NOON - timedelta(days=13), "V1")
    yield elsewhere, Silence.BOUGHT_ELSEWHERE
    yield leave(shop, changed_at=NOW - timedelta(minutes=59)), Silence.STILL_SHOPPING


def test_whoever_would_get_nothing_is_counted_by_why(aurora: Shop) -> None:
    expected = dict(_silent(aurora))
    report = run(aurora)
    assert {one.case: one.tried.silence for one in report.examples} == expected
    assert report.would_write == 0
    assert sum(report.silences.values()) == report.looked_at == len(expected)


def test_an_old_order_of_something_else_speaks_against_nothing(aurora: Shop) -> None:
    case = leave(aurora)
    order(aurora, case, NOON - timedelta(days=13), "V9")
    order(aurora, case, NOON - timedelta(days=15), "V1")
    assert run(aurora).would_write == 1


def test_a_step_whose_conditions_do_not_hold_is_passed_over(aurora: Shop) -> None:
    leave(aurora, cause=Cause.PAYMENT_FAILED)
    leave(aurora)
    steps = (
        Step(HOUR, CauseIs((Cause.PAYMENT_FAILED,))),
        Step(24 * HOUR, ValueAtLeast(lira("500"))),
        Step(72 * HOUR, ValueAtLeast(lira("320"))),
    )
    report = run(aurora, Plan(steps=steps[:2], holdout_percent=0))
    assert (report.would_write, report.messages) == (1, (1, 0))
    assert report.silences == {Silence.CONDITIONS: 1}
    written, silent = report.examples
    assert (written.tried.written, silent.tried.why) == ((0,), ("VALUE_AT_LEAST:500.00 TRY:320.00 TRY",))
    assert run(aurora, Plan(steps=steps, holdout_percent=0)).messages == (1, 0, 2)


def test_held_out_are_the_same_people_as_when_it_is_earnest(aurora: Shop) -> None:
    cases = [leave(aurora) for _ in range(40)]
    held_out = sum(rules.is_held_out(case.person_id, 50) for case in cases)
    report = run(aurora, Plan(holdout_percent=50))
    assert report.would_write == 40 - held_out
    assert report.silences == {Silence.HELD_OUT: held_out}
    assert 0 < held_out < 40


def test_a_channel_with_a_plan_of_its_own_is_tried_by_itself(aurora: Shop) -> None:
    leave(aurora)
    leave(aurora, channel_slug="de")
    leave(aurora, channel_slug="fr")
    CartPlan.across_stores.create(
        store=aurora.store, channel_slug="de", version=1, data={"holdout_percent": 0}, made_at=NOON
    )
    assert [run(aurora, channel=one).looked_at for one in ("", "de", "fr")] == [2, 1, 1]


def test_only_what_is_not_too_long_ago_is_looked_at(aurora: Shop) -> None:
    leave(aurora)
    assert [run(aurora, days=days).looked_at for days in (9, 11, 10_000)] == [0, 1, 1]


def test_of_very_many_the_newest_are_looked_at(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dry_run, "MOST_CASES", 2)
    leave(aurora, changed_at=NOON - HOUR)
    newest = [leave(aurora) for _ in range(2)]
    report = run(aurora)
    assert {one.case for one in report.examples} == set(newest)
    assert not report.is_whole


def test_nothing_is_written_and_twenty_cost_no_more_questions_than_one(aurora: Shop) -> None:
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            run(aurora)
        assert all(one["sql"].lstrip().lower().startswith(("select", "with")) for one in asked.captured_queries)
        return len(asked)

    order(aurora, leave(aurora), NOON + HOUR)
    one = questions()
    for _ in range(19):
        order(aurora, leave(aurora), NOON + 2 * HOUR)
    assert questions() == one
    assert not Message.across_stores.exists()


def test_without_a_case_there_is_an_empty_report(aurora: Shop) -> None:
    report = run(aurora)
    assert (report.looked_at, report.would_write, report.messages, report.examples) == (0, 0, (0, 0, 0), [])


def test_staff_read_why_nobody_would_be_written_to(aurora: Shop, saleor: FakeSaleor) -> None:
    leave(aurora, consents=False, changed_at=timezone.now() - 120 * HOUR)
    query = """mutation { cartPlanTry(plan: "{}") { errors { code } trial { wouldWrite silences { silence cases }
      examples { firstItem cause silence steps why value { amount currency } } } } }"""
    tried = ask_as(aurora.staff_token("MANAGE_SETTINGS"), query)["data"]["cartPlanTry"]
    assert tried["errors"] == []
    assert tried["trial"]["silences"] == [{"silence": "NO_CONSENT", "cases": 1}]
    [example] = tried["trial"]["examples"]
    assert (example["firstItem"], example["cause"], example["silence"]) == ("Lamp", "NOT_KNOWN", "NO_CONSENT")
