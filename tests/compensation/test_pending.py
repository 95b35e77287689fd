"""A refund that the payment provider has is told as that until its word comes, and is never asked for twice."""

from datetime import timedelta
from decimal import Decimal

import pytest

from saleor_support_plugin.compensation import actions
from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.conversations.models import ConversationMessage, Happening
from saleor_support_plugin.ids import own_id

from ..desks import add_ticket
from .desk import ACTS, PREVIEW, RETRY, Desk

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    desk.demo.faults.refunds = "pending"
    desk.create("REFUND", refund={"amount": "20"})
    desk.work()
    return desk


def settle(desk: Desk, *, is_paid: bool) -> None:
    [granted] = desk.in_saleor.granted_refunds
    desk.demo.mending.settle(desk.in_saleor, granted, is_paid=is_paid)


def hear(desk: Desk) -> int:
    """Have Saleor tell that the order changed."""
    return actions.look_again(order_id=desk.in_saleor.id, store=desk.shop.store, now=desk.now)


def test_what_the_provider_has_is_on_its_way_and_not_done(waiting: Desk) -> None:
    [act] = [one["node"] for one in waiting.ask(ACTS)["edges"]]
    assert (act["state"], act["problem"], act["canRetry"]) == ("PENDING", None, False)
    assert [one["state"] for one in act["steps"]] == ["ASKED", "RUNNING", "PENDING"]
    assert waiting.act().done_at is None


def test_it_counts_as_given_once(waiting: Desk) -> None:
    charged = waiting.in_saleor.charged + waiting.in_saleor.refund_pending
    preview = waiting.ask(PREVIEW, input=waiting.wish("REFUND", refund={"amount": "1"}))
    assert Decimal(str(preview["room"]["amount"])) == charged - 20


def test_days_later_it_is_paid_and_was_asked_for_once(waiting: Desk) -> None:
    for _ in range(5):
        waiting.work(after=DAY)
    assert waiting.act().state == "PENDING"
    settle(waiting, is_paid=True)
    waiting.work(after=DAY)
    assert (waiting.act().state, waiting.act().problem) == ("DONE", "")
    assert waiting.act().done_at == waiting.now
    assert waiting.egress.asked.count("RequestGrantedRefund") == 1
    assert waiting.work(after=DAY) == 0


def test_what_saleor_tells_of_the_order_settles_it_at_once(waiting: Desk) -> None:
    waiting.work(after=DAY)
    settle(waiting, is_paid=True)
    assert waiting.work() == 0
    assert hear(waiting) == 1
    waiting.work()
    assert waiting.act().state == "DONE"
    assert hear(waiting) == 0


def test_a_refusal_days_later_fails_loudly_and_gives_the_room_back(desk: Desk) -> None:
    desk.demo.faults.refunds = "pending"
    ticket = add_ticket(desk.shop, order=None)
    desk.create("REFUND", refund={"amount": "20"}, ticket=own_id("Ticket", ticket.pk))
    desk.work()
    desk.work(after=DAY)
    settle(desk, is_paid=False)
    hear(desk)
    desk.work()
    act = desk.act()
    assert (act.state, act.problem) == ("FAILED", "PAYMENT_APP_REFUSED")
    told = ConversationMessage.across_stores.filter(conversation=ticket.conversation, event=Happening.ORDER_ACT)
    said = [one.text.split()[2] for one in told.order_by("seq")]
    assert said == ["PENDING", "FAILED"]
    preview = desk.ask(PREVIEW, input=desk.wish("REFUND", refund={"amount": "1"}))
    assert Decimal(str(preview["room"]["amount"])) == desk.in_saleor.charged


def test_what_was_refused_can_be_asked_for_again_with_the_same_grant(waiting: Desk) -> None:
    settle(waiting, is_paid=False)
    hear(waiting)
    waiting.work()
    waiting.demo.faults.refunds = "paid"
    assert waiting.ask(RETRY, id=own_id("OrderAct", waiting.act().pk))["errors"] == []
    waiting.work()
    assert waiting.act().state == "DONE"
    assert len(waiting.in_saleor.granted_refunds) == 1
    assert waiting.egress.asked.count("RequestGrantedRefund") == 2


def test_a_store_that_does_not_answer_says_nothing_of_the_money(waiting: Desk) -> None:
    waiting.egress.cut = {"OrderForActs"}
    waiting.work(after=DAY)
    assert waiting.act().state == "PENDING"
    waiting.egress.cut = set()
    settle(waiting, is_paid=True)
    waiting.work(after=DAY)
    assert waiting.act().state == "DONE"


def test_a_request_whose_answer_was_lost_waits_for_the_provider_as_well(desk: Desk) -> None:
    desk.demo.faults.refunds = "pending"
    desk.create("REFUND", refund={"amount": "20"})
    desk.egress.lost = {"RequestGrantedRefund"}
    desk.work()
    assert desk.act().state == "IN_DOUBT"
    desk.work(after=timedelta(minutes=1))
    assert desk.act().state == "PENDING"
    assert desk.egress.asked.count("RequestGrantedRefund") == 1


def test_while_one_waits_for_its_provider_another_refund_goes_out(waiting: Desk) -> None:
    waiting.demo.faults.refunds = "paid"
    waiting.create("REFUND", refund={"amount": "5"})
    waiting.work()
    assert sorted(one.state for one in OrderAct.across_stores.all()) == ["DONE", "PENDING"]
