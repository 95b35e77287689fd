"""What was given and whether it helped: counted once more by hand."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Happening
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores import callers
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop
from .desk import Desk

pytestmark = pytest.mark.django_db

REPORT = """query($from: DateTime!, $to: DateTime!) { compensationReport(from: $from, to: $to) {
  group reason kind count total { amount currency } reopened } }"""


def ticket_in(desk: Desk, number: int) -> Ticket:
    made = add_ticket(desk.shop, f"203.0.113.{number}", order=None, email=f"s{number}@aurora.example")
    made.conversation.channel_slug = "tr"
    made.conversation.save(update_fields=["channel_slug"])
    return made


def reopen(ticket: Ticket, at: Any) -> None:
    conversations.note(conversation=ticket.conversation, event=Happening.REOPENED, now=at)


def report(desk: Desk, **moved: Any) -> list[dict[str, Any]]:
    now = timezone.now()
    times = {"from": now - timedelta(days=1), "to": now + timedelta(days=1)} | moved
    answer = ask_as(desk.token(), REPORT, **{name: at.isoformat() for name, at in times.items()})
    rows: list[dict[str, Any]] = answer["data"]["compensationReport"]
    return rows


def test_the_report_adds_up_what_was_done_and_says_where_it_was_not_enough(desk: Desk) -> None:
    first, second = ticket_in(desk, 1), ticket_in(desk, 2)
    desk.done("REFUND", refund={"amount": "20"}, reason="damaged", ticket=own_id("Ticket", first.pk))
    desk.done("REFUND", refund={"amount": "5"}, reason="damaged", ticket=own_id("Ticket", second.pk))
    desk.done("GIFT_CARD", giftCard={"amount": "7.50"})
    desk.done("INVOICE", invoice={})
    desk.demo.faults.refunds = "nobody"
    desk.create("REFUND", refund={"amount": "1"})
    desk.work()
    done = OrderAct.across_stores.get(ticket=first).done_at
    assert done
    reopen(first, done + timedelta(days=29))
    reopen(second, done + timedelta(days=31))
    group = "Customer Support"
    assert report(desk) == [
        {
            "group": group, "reason": "damaged", "kind": "REFUND", "count": 2, "reopened": 1,
            "total": {"amount": "25.00", "currency": "TRY"},
        },
        {
            "group": group, "reason": "", "kind": "GIFT_CARD", "count": 1, "reopened": 0,
            "total": {"amount": "7.50", "currency": "TRY"},
        },
    ]  # fmt: skip
    later = timezone.now() + timedelta(hours=12)
    assert report(desk, **{"from": later}) == []


def test_another_shops_money_is_not_in_it(desk: Desk, borealis: Shop, saleor: FakeSaleor) -> None:
    desk.done("GIFT_CARD", giftCard={"amount": "7.50"})
    assert len(report(desk)) == 1
    saleor.channels = ["eu"]
    callers.forget_sessions()
    assert report(desk) == []
    saleor.channels = None
    callers.forget_sessions()
    theirs = Desk(borealis, desk.demo, desk.client, desk.egress)
    assert report(theirs) == []
