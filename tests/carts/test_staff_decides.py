"""Staff stop a case, let it go on, and have its next message go out now."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from saleor_support_plugin.carts.models import CartCase
from saleor_support_plugin.outbox.models import Message

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id
from .leaving import SHOPPER, Saleor, case_of, configure, leave, plan
from .leaving import order as place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("asked_saleor")]

# A Tuesday at noon in Istanbul: nobody's night, and no day of rest.
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
DECISION = "{ cartCase { state silence steps { number by silence } } errors { field code message } }"
STOP = f"mutation($id: ID!) {{ cartCaseStop(id: $id) {DECISION} }}"
GO_ON = f"mutation($id: ID!) {{ cartCaseGoOn(id: $id) {DECISION} }}"
SEND_NOW = "mutation($id: ID!) { cartCaseSendNow(id: $id) { silence " + DECISION[2:] + " }"


@pytest.fixture
def left(aurora: Shop) -> Any:
    """A cart that was left a minute ago; the plan waits for an hour, then for a day."""
    configure(aurora)
    plan(aurora, 1, 24)
    with time_machine.travel(TUESDAY, tick=True):
        yield leave(aurora, at=TUESDAY - timedelta(minutes=1))


def decide(shop: Shop, question: str, case: CartCase) -> dict[str, Any]:
    token = shop.staff_token("MANAGE_CHECKOUTS")
    answer = ask_as(token, question, id=global_id("CartCase", case.pk))
    assert "errors" not in answer
    decided: dict[str, Any] = next(iter(answer["data"].values()))
    return decided


def messages(shop: Shop) -> list[str]:
    return list(Message.across_stores.filter(store=shop.store).values_list("address", flat=True))


def test_a_case_that_is_stopped_stays_so_until_it_is_taken_back(aurora: Shop, left: Any, saleor: FakeSaleor) -> None:
    stopped = decide(aurora, STOP, case_of(left))
    assert (stopped["errors"], stopped["cartCase"]["state"]) == ([], "STOPPED")
    assert case_of(left).next_check_at is None
    gone_on = decide(aurora, GO_ON, case_of(left))
    assert gone_on["cartCase"]["state"] in ("WATCHED", "ABANDONED")
    assert case_of(left).next_check_at is not None


def test_a_message_goes_out_now_and_says_who_sent_it(aurora: Shop, left: Any, saleor: FakeSaleor) -> None:
    sent = decide(aurora, SEND_NOW, case_of(left))
    assert (sent["errors"], sent["silence"]) == ([], None)
    assert sent["cartCase"]["steps"] == [{"number": 1, "by": "staff@aurora.example", "silence": None}]
    assert messages(aurora) == [SHOPPER]


def test_who_has_ordered_is_not_written_to_whoever_presses(
    aurora: Shop, left: Any, saleor: FakeSaleor, asked_saleor: Saleor
) -> None:
    place(aurora, at=TUESDAY)
    refused = decide(aurora, SEND_NOW, case_of(left))
    assert refused["silence"] == "ORDERED"
    assert [(one["field"], one["code"]) for one in refused["errors"]] == [(None, "NOT_SENT")]
    assert messages(aurora) == []


def test_who_did_not_agree_is_not_written_to_whoever_presses(aurora: Shop, left: Any, saleor: FakeSaleor) -> None:
    cart = leave(aurora, at=TUESDAY - timedelta(seconds=30), metadata=[])
    assert decide(aurora, SEND_NOW, case_of(cart))["silence"] in ("NO_CONSENT", "NO_BASIS")
    assert messages(aurora) == []


@pytest.mark.parametrize("question", [STOP, GO_ON, SEND_NOW], ids=["stop", "go on", "send now"])
def test_nobody_decides_about_another_stores_case(
    aurora: Shop, borealis: Shop, left: Any, saleor: FakeSaleor, question: str
) -> None:
    before = case_of(left).state
    refused = decide(borealis, question, case_of(left))
    assert refused["cartCase"] is None
    assert [(one["field"], one["code"]) for one in refused["errors"]] == [("id", "NOT_FOUND")]
    assert (case_of(left).state, messages(aurora)) == (before, [])


@pytest.mark.parametrize("question", [STOP, GO_ON, SEND_NOW], ids=["stop", "go on", "send now"])
def test_without_manage_checkouts_nothing_is_done(aurora: Shop, left: Any, saleor: FakeSaleor, question: str) -> None:
    before = case_of(left).state
    token = aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")
    refused = ask_as(token, question, id=global_id("CartCase", case_of(left).pk))
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_CHECKOUTS."
    assert (case_of(left).state, messages(aurora)) == (before, [])
