"""Leads are mailed of what waits for them, and whoever asked hears what became of it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.compensation import leading, queries
from saleor_support_plugin.compensation.mails import still_right
from saleor_support_plugin.conversations import saying
from saleor_support_plugin.conversations.models import ConversationMessage, Happening
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.rules import No, Yes
from saleor_support_plugin.stores.models import SeenStaff
from saleor_support_plugin.tickets.colleagues import room_of

from ..desks import add_configuration, add_ticket
from ..shops import Shop, global_id
from .desk import APPROVE, EVERYTHING, GROUP, REJECT, Desk, limit

pytestmark = pytest.mark.django_db

LEAD, AGENT = global_id("User", 7), global_id("User", 8)


@pytest.fixture
def strict(desk: Desk) -> Desk:
    """A desk whose agents may give ₺10 an order, and a lead who sets the limits."""
    limit(desk, "Leads", per_order=500)
    desk.shop.store.authority_limits.filter(group=GROUP).update(per_order=10)
    see(desk, LEAD, "lead@aurora.example", *EVERYTHING, "MANAGE_SETTINGS")
    return desk


def see(desk: Desk, user_id: str, email: str, *permissions: str, **values: Any) -> SeenStaff:
    return SeenStaff.across_stores.create(
        store=desk.shop.store,
        user_id=user_id,
        email=email,
        permissions=list(permissions or EVERYTHING),
        seen_at=timezone.now(),
        **values,
    )


def ask(desk: Desk, amount: str = "20", **input: Any) -> dict[str, Any]:
    act = desk.create("REFUND", refund={"amount": amount}, **input)
    assert act["state"] == "NEEDS_APPROVAL"
    return act


def tell(desk: Desk, cursor: dict[str, Any] | None = None, *, after: timedelta = timedelta(0)) -> dict[str, Any]:
    return leading.tell_leads(desk.shop.store, cursor or {}, timezone.now() + after)


def mails(**wanted: Any) -> list[Message]:
    return list(Message.across_stores.filter(kind="order_act", **wanted).order_by("pk"))


def test_a_lead_is_mailed_once_with_the_way_to_the_page(strict: Desk) -> None:
    ask(strict, note="Came in two pieces")
    cursor = tell(strict)
    [mail] = mails()
    assert mail.address == "lead@aurora.example"
    assert "₺20" in mail.subject
    assert strict.order.number in mail.subject
    assert "Came in two pieces" in mail.text
    app = strict.shop.store.app_id.replace("=", "%3D")
    assert f"/dashboard/extensions/app/{app}/approvals" in mail.text
    tell(strict, cursor, after=timedelta(hours=1))
    assert len(mails()) == 1


def test_the_merchant_says_where_dashboard_is(strict: Desk) -> None:
    add_configuration(strict.shop, dashboard_url="https://dash.aurora.example/")
    ask(strict)
    tell(strict)
    assert "https://dash.aurora.example/extensions/app/" in mails()[0].text


def test_what_comes_soon_after_is_gathered_in_one_mail(strict: Desk) -> None:
    ask(strict, "20")
    cursor = tell(strict)
    ask(strict, "21")
    ask(strict, "22")
    assert tell(strict, cursor, after=timedelta(minutes=5)) == cursor
    assert len(mails()) == 1
    tell(strict, cursor, after=timedelta(minutes=16))
    [_, gathered] = mails()
    assert gathered.subject.startswith("2 ")
    assert "₺21" in gathered.text
    assert "₺22" in gathered.text
    assert "₺20.00" not in gathered.text


def test_only_who_may_decide_is_told(strict: Desk) -> None:
    see(strict, AGENT, "agent@aurora.example", groups=[GROUP])
    see(strict, global_id("User", 9), "payless@aurora.example", "MANAGE_ORDERS", "MANAGE_SETTINGS")
    see(strict, global_id("User", 10), "elsewhere@aurora.example", *EVERYTHING, "MANAGE_SETTINGS", channels=["eu"])
    old = see(strict, global_id("User", 11), "gone@aurora.example", *EVERYTHING, "MANAGE_SETTINGS")
    SeenStaff.across_stores.filter(pk=old.pk).update(seen_at=timezone.now() - timedelta(days=120))
    see(strict, global_id("User", 12), "second@aurora.example", groups=["Leads"])
    ask(strict)
    tell(strict)
    assert sorted(one.address for one in mails()) == ["lead@aurora.example", "second@aurora.example"]


def test_whoever_asks_is_not_their_own_lead(strict: Desk) -> None:
    act = ask(strict)
    asker = strict.act().by_user_id
    SeenStaff.across_stores.filter(user_id=LEAD).update(user_id=asker)
    tell(strict)
    assert (mails(), act["canDecide"]) == ([], False)
    assert strict.act().leads_told_at is None


def test_another_shops_leads_hear_nothing(strict: Desk, borealis: Shop) -> None:
    SeenStaff.across_stores.filter(user_id=LEAD).update(store=borealis.store)
    ask(strict)
    tell(strict)
    leading.tell_leads(borealis.store, {}, timezone.now())
    assert mails() == []


def test_a_mail_about_what_was_decided_meanwhile_does_not_go_out(strict: Desk) -> None:
    act = ask(strict)
    tell(strict)
    [mail] = mails()
    assert isinstance(still_right(mail, timezone.now()), Yes)
    lead = strict.token(*EVERYTHING, "MANAGE_SETTINGS", user_id=LEAD, email="lead@aurora.example")
    assert strict.ask(REJECT, token=lead, id=act["id"])["errors"] == []
    assert isinstance(still_right(mail, timezone.now()), No)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What rooms were told in passing."""
    frames: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(saying, "_notify", lambda said: frames.extend(_passed(said)))
    return frames


def _passed(said: str) -> list[tuple[str, dict[str, Any]]]:
    return [(room, json.loads(frame)) for room, frame in json.loads(said).get("passing", [])]


@pytest.mark.parametrize(("mutation", "became"), [(APPROVE, "APPROVED"), (REJECT, "REJECTED")])
def test_whoever_asked_hears_the_decision_and_the_thread_has_it(
    mutation: str, became: str, strict: Desk, heard: list[tuple[str, dict[str, Any]]]
) -> None:
    ticket = add_ticket(strict.shop, order=None)
    act = ask(strict, ticket=own_id("Ticket", ticket.pk))
    heard.clear()
    lead = strict.token(*EVERYTHING, "MANAGE_SETTINGS", user_id=LEAD, email="lead@aurora.example")
    assert strict.ask(mutation, token=lead, id=act["id"])["errors"] == []
    [(room, frame)] = [one for one in heard if one[1]["is"] == "act"]
    assert room == room_of(strict.shop.store.pk, "staff@aurora.example")
    assert frame == {
        "is": "act",
        "number": act["number"],
        "kind": "REFUND",
        "became": became,
        "by": "lead@aurora.example",
        "order": strict.order.saleor_id,
        "orderNumber": strict.order.number,
        "ticket": own_id("Ticket", ticket.pk),
    }
    told = ConversationMessage.across_stores.filter(conversation=ticket.conversation, event=Happening.ORDER_ACT)
    newest = told.order_by("-seq")[0]
    assert (newest.text.split()[2], newest.author_name) == (became, "lead@aurora.example")


def test_a_refusal_days_later_is_mailed_to_whoever_asked(desk: Desk, heard: list[tuple[str, dict[str, Any]]]) -> None:
    desk.demo.faults.refunds = "pending"
    desk.create("REFUND", refund={"amount": "20"})
    desk.work()
    [granted] = desk.in_saleor.granted_refunds
    desk.demo.mending.settle(desk.in_saleor, granted, is_paid=False)
    desk.work(after=timedelta(days=1))
    [mail] = mails()
    assert mail.address == "staff@aurora.example"
    assert f"/dashboard/orders/{desk.in_saleor.id.replace('=', '%3D')}" in mail.text
    assert [frame["became"] for _, frame in heard if frame["is"] == "act"] == ["FAILED"]


def test_staff_are_known_once_saleor_spoke_of_them(desk: Desk) -> None:
    for _ in range(2):
        staff_schema.context_of(desk.token())
    [row] = SeenStaff.across_stores.all()
    assert (row.email, row.groups) == ("staff@aurora.example", [GROUP])
    assert set(EVERYTHING) <= set(row.permissions)


def test_the_leads_of_many_acts_are_found_in_the_same_number_of_questions(strict: Desk) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            found = list(leading._of_leads(strict.shop.store, list(queries.untold(strict.shop.store)), timezone.now()))
        assert len(found) == 2
        return len(asked)

    see(strict, global_id("User", 12), "second@aurora.example", groups=["Leads"])
    ask(strict)
    one = questions()
    for _ in range(4):
        ask(strict)
    assert questions() == one
