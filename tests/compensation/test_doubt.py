"""Whatever becomes of an answer, a thing is done once: what may have reached Saleor is looked for, not sent again."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.compensation import actions
from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.compensation.rules import STILL_AT_WORK
from saleor_support_plugin.ids import own_id

from .desk import CREATE, RETRY, Desk
from .test_kinds import ADDRESS

pytestmark = pytest.mark.django_db

LATER = STILL_AT_WORK + timedelta(minutes=1)


@dataclass(frozen=True)
class Case:
    """`told` is the mutation that does it; `input` is made once the order is known."""

    kind: str
    told: str
    input: dict[str, Any] = field(default_factory=dict)
    number: str = "6"


CASES = [
    Case("REFUND", "GrantRefund", {"refund": {"amount": "20"}}),
    Case("REFUND", "RequestGrantedRefund", {"refund": {"amount": "20"}}),
    Case("CANCEL", "CancelOrder"),
    Case("GIFT_CARD", "CreateGiftCard", {"giftCard": {"amount": "20"}}),
    Case("VOUCHER", "CreateVoucher", {"voucher": {"amount": "20"}}),
    Case("VOUCHER", "ListVoucher", {"voucher": {"amount": "20"}}),
    Case("TRACKING", "UpdateTracking", {"tracking": {"number": "TR9"}}, "4"),
    Case("ADDRESS", "UpdateShippingAddress", {"address": ADDRESS}),
    Case("REPLACEMENT", "CreateDraftOrder", {"replacement": {}}),
    Case("RETURN", "ReturnProducts", {"return": {}}, "4"),
    Case("INVOICE", "RequestInvoice", {"invoice": {}}),
]
IDS = [f"{one.kind}-{one.told}" for one in CASES]


def asked(desk: Desk, case: Case) -> OrderAct:
    desk.number = case.number
    desk.know()
    input: dict[str, Any] = {name: dict(value) for name, value in case.input.items()}
    lines = [{"line": desk.in_saleor.lines[0].id, "quantity": 1}]
    for name in {"replacement", "return"} & set(input):
        input[name] = {"lines": lines}
    if case.kind == "TRACKING":
        input["tracking"]["fulfillment"] = desk.in_saleor.fulfillments[0].id
    desk.create(case.kind, **input)
    return desk.act()


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_after_a_lost_answer_saleor_is_read_and_nothing_is_sent_twice(case: Case, desk: Desk) -> None:
    asked(desk, case)
    desk.egress.lost = {case.told}
    desk.work()
    assert desk.act().state == "IN_DOUBT"
    if case.told != "ListVoucher":  # it is said again, and changes nothing
        desk.work(after=timedelta(minutes=1))
        assert desk.egress.asked.count(case.told) == 1
    desk.egress.lost = set()
    desk.work(after=timedelta(minutes=2))
    assert (desk.act().state, desk.act().problem) == ("DONE", "")
    assert desk.egress.asked.count(case.told) == (1 if case.told != "ListVoucher" else 2)
    assert desk.work(after=timedelta(days=1)) == 0


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_never_reached_saleor_fails_after_a_while_and_can_be_tried_again(case: Case, desk: Desk) -> None:
    act = asked(desk, case)
    desk.egress.cut = {case.told}
    desk.work()
    assert desk.act().state == "IN_DOUBT"
    if case.told == "ListVoucher":  # to say it again is to settle it
        return
    desk.work(after=timedelta(minutes=1))
    assert desk.act().state == "IN_DOUBT"
    desk.work(after=LATER)
    assert (desk.act().state, desk.act().problem) == ("FAILED", "NOT_RECEIVED")
    assert desk.egress.asked.count(case.told) == 1
    desk.egress.cut = set()
    again = desk.ask(RETRY, id=own_id("OrderAct", act.pk))
    assert again["errors"] == []
    desk.work()
    assert (desk.act().state, desk.act().problem) == ("DONE", "")
    assert desk.egress.asked.count(case.told) == 2


def test_a_refund_that_was_cut_between_its_halves_goes_on_with_the_second(desk: Desk) -> None:
    desk.create("REFUND", refund={"amount": "20"})
    desk.egress.lost = {"GrantRefund"}
    desk.work()
    assert desk.act().state == "IN_DOUBT"
    desk.egress.lost = set()
    desk.work(after=timedelta(minutes=1))
    assert desk.act().state == "DONE"
    [granted] = desk.in_saleor.granted_refunds
    assert granted.status == "SUCCESS"


def test_the_act_of_a_worker_that_died_is_looked_for(desk: Desk) -> None:
    desk.create("CANCEL")
    act = desk.act()
    desk.now = act.asked_at + timedelta(seconds=1)
    assert actions.take(act_id=act.pk, now=desk.now)
    desk.demo.orders.cancel(desk.in_saleor)  # what it had done before it died
    assert desk.work() == 0
    desk.work(after=timedelta(minutes=4))
    assert desk.act().state == "DONE"
    assert "CancelOrder" not in desk.egress.asked


def test_the_same_click_twice_is_one_act(desk: Desk) -> None:
    wish = desk.wish("REFUND", refund={"amount": "20"})
    first, second = desk.ask(CREATE, input=wish), desk.ask(CREATE, input=wish)
    assert first == second
    desk.work()
    desk.work()
    assert OrderAct.across_stores.count() == 1
    assert desk.egress.asked.count("GrantRefund") == desk.egress.asked.count("RequestGrantedRefund") == 1
    other = desk.ask(CREATE, input=wish | {"kind": "CANCEL"})
    assert [one["code"] for one in other["errors"]] == ["ANOTHER_ACT"]


def test_while_one_is_in_doubt_the_next_of_its_kind_waits(desk: Desk) -> None:
    desk.create("INVOICE", invoice={})
    desk.egress.lost = {"RequestInvoice"}
    desk.work()
    desk.create("INVOICE", invoice={})
    desk.work()
    assert [one.state for one in OrderAct.across_stores.all()] == ["IN_DOUBT", "ASKED"]
    desk.egress.lost = set()
    desk.work(after=timedelta(minutes=1))
    desk.work(after=timedelta(minutes=1))
    assert [one.state for one in OrderAct.across_stores.all()] == ["DONE", "DONE"]
    assert len(desk.in_saleor.invoices) == 2


@pytest.mark.parametrize("key", ["", "short", "k" * 65, "k" * 15 + "\n", "ş" * 16])
def test_an_act_needs_a_name_of_its_own(desk: Desk, key: str) -> None:
    assert desk.trouble("CANCEL", key=key) == "INVALID"
    assert not OrderAct.across_stores.exists()


def test_every_step_stays_written(desk: Desk) -> None:
    desk.create("CANCEL")
    desk.egress.lost = {"CancelOrder"}
    desk.work()
    desk.egress.lost = set()
    desk.work(after=timedelta(minutes=1))
    steps = desk.act().steps.values_list("state", "by_email")
    who = "staff@aurora.example"
    assert list(steps) == [("ASKED", who), ("RUNNING", ""), ("IN_DOUBT", ""), ("DONE", "")]
