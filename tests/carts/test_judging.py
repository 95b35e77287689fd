"""Saleor is asked last, once a step would be taken; and what it says then counts."""

from datetime import datetime, timedelta

import pytest

from saleor_support_plugin.carts import actions
from saleor_support_plugin.carts.models import CartCase, CartStep
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.saleor.checkouts import CheckoutProblem, PaymentEvent
from saleor_support_plugin.stores.models import Store

from ..shop import facts
from ..shops import NOON, Shop, global_id
from .leaving import DAY, HOUR, Saleor, case_of, checkout, configure, leave, line, order, plan, silence_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    plan(aurora, 1, 24)
    return aurora


def test_saleor_is_asked_only_where_all_else_says_yes(shop: Shop, asked_saleor: Saleor) -> None:
    leave(shop, "no", email="no@shopper.dev", metadata=[])
    yes = leave(shop)
    actions.decide_due(now=NOON + timedelta(minutes=30))
    assert asked_saleor.asked == []
    actions.decide_due(now=NOON + HOUR)
    assert asked_saleor.asked == [yes.saleor_id]


def test_what_saleor_says_of_it_is_the_cause(shop: Shop, asked_saleor: Saleor) -> None:
    cart = leave(shop)
    asked_saleor.problems = (CheckoutProblem("InsufficientStock", global_id("ProductVariant", 1), 0),)
    actions.decide_due(now=NOON + HOUR)
    case = case_of(cart)
    assert (case.cause, case.cause_source) == ("STOCK_GONE", "PROBLEMS")
    assert CartStep.across_stores.get().cause == "STOCK_GONE"
    assert cart.read_at == NOON + HOUR
    assert cart.problems[0]["available"] == 0


def test_a_payment_that_failed_is_the_cause_and_one_under_way_is_waited_for(shop: Shop, asked_saleor: Saleor) -> None:
    cart = leave(shop)
    asked_saleor.payments = ((PaymentEvent("CHARGE_REQUEST", "", NOON),),)
    actions.decide_due(now=NOON + HOUR)
    assert (silence_of(cart), case_of(cart).next_check_at) == ("paying", NOON + 2 * HOUR)
    asked_saleor.payments = ((PaymentEvent("CHARGE_FAILURE", "do not honour", NOON + timedelta(minutes=5)),),)
    actions.decide_due(now=NOON + 2 * HOUR)
    assert case_of(cart).cause == "PAYMENT_FAILED"
    assert case_of(cart).cause_detail == {"message": "do not honour"}
    assert Message.across_stores.count() == 1


def test_a_checkout_that_became_an_order_unheard_of_is_no_longer_left(
    shop: Shop, asked_saleor: Saleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    cart = leave(shop)
    del asked_saleor.there[cart.saleor_id]
    asked_saleor.orders[cart.saleor_id] = global_id("Order", "o")
    learnt: list[str] = []

    def learn(store: object, saleor_id: str) -> None:
        learnt.append(saleor_id)
        order(shop, at=NOON + HOUR / 2, userEmail="else@shopper.dev", checkoutId=cart.saleor_id)

    monkeypatch.setattr("saleor_support_plugin.carts.judging.learn_order", learn)
    actions.decide_due(now=NOON + HOUR)
    assert learnt == [global_id("Order", "o")]
    assert not Message.across_stores.exists()
    assert (case_of(cart).state, case_of(cart).order_id) == ("ORDERED", global_id("Order", "o"))


def test_a_checkout_that_is_gone_ends_the_case_unless_there_is_another(shop: Shop, asked_saleor: Saleor) -> None:
    older, newer = leave(shop, "a"), leave(shop, "b", at=NOON + timedelta(minutes=5))
    del asked_saleor.there[newer.saleor_id]
    actions.decide_due(now=NOON + HOUR + timedelta(minutes=5))
    newer.refresh_from_db()
    assert newer.gone_at == NOON + HOUR + timedelta(minutes=5)
    assert case_of(older).checkout_id == older.saleor_id
    assert Message.across_stores.count() == 1
    alone = leave(shop, "c", email="else@shopper.dev")
    del asked_saleor.there[alone.saleor_id]
    actions.decide_due(now=NOON + 2 * HOUR)
    assert (case_of(alone).state, silence_of(alone)) == ("ENDED", "gone")


def test_while_saleor_is_away_nothing_is_said(shop: Shop, asked_saleor: Saleor) -> None:
    cart = leave(shop)
    asked_saleor.is_down = True
    actions.decide_due(now=NOON + HOUR)
    assert (silence_of(cart), Message.across_stores.count()) == ("unreachable", 0)
    assert case_of(cart).next_check_at == NOON + HOUR + timedelta(minutes=5)
    asked_saleor.is_down = False
    actions.decide_due(now=NOON + HOUR + timedelta(minutes=5))
    assert Message.across_stores.count() == 1


@pytest.mark.parametrize(("version", "changed_at", "mails"), [("3.22.40", NOON, 1), ("3.23.28", NOON + HOUR, 0)])
def test_that_saleor_reckoned_prices_anew_is_no_sign_of_life(
    shop: Shop, asked_saleor: Saleor, version: str, changed_at: datetime, mails: int
) -> None:
    """Before 3.23 it moves `updatedAt` when it is asked; since then somebody did something, be it a login."""
    Store.across_stores.update(saleor_version=version)
    cart = leave(shop)
    dearer = [line(1, unitPrice=facts.gross("700"), totalPrice=facts.gross("1400"))]
    asked_saleor.there[cart.saleor_id] = checkout(at=NOON + HOUR, created=NOON.isoformat(), lines=dearer)
    actions.decide_due(now=NOON + HOUR)
    assert Message.across_stores.count() == mails
    assert case_of(cart).changed_at == changed_at
    assert cart.lines[0]["unit"] == "700"
    assert cart.first_prices[global_id("ProductVariant", 1)][0] == "617.25"


def test_what_the_shopper_changed_unheard_of_is_one(shop: Shop, asked_saleor: Saleor) -> None:
    cart = leave(shop)
    at = NOON + timedelta(minutes=50)
    asked_saleor.there[cart.saleor_id] = checkout(at=at, lines=[line(1), line(2)])
    actions.decide_due(now=NOON + HOUR)
    assert not Message.across_stores.exists()
    assert (case_of(cart).changed_at, case_of(cart).state) == (at, "WATCHED")
    actions.decide_due(now=at + HOUR)
    assert Message.across_stores.count() == 1


def test_a_condition_that_does_not_hold_lets_the_step_go_and_is_told(shop: Shop, asked_saleor: Saleor) -> None:
    plan(shop, 1, 24, when={"is": "VALUE_AT_LEAST", "amount": "5000", "currency": "TRY"})
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    step = CartStep.across_stores.get()
    assert (step.silence, step.message_id) == ("conditions", None)
    assert step.why == ["VALUE_AT_LEAST:5000.00 TRY:1234.50 TRY"]
    assert (case_of(cart).state, case_of(cart).next_check_at) == ("ABANDONED", NOON + DAY)
    assert CartCase.across_stores.get().counted_at is None
