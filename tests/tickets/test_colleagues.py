"""Tickets given to colleagues: to whom, who is told, and what becomes of a list."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.conversations import saying
from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.tickets import colleagues, replying
from saleor_support_plugin.tickets.models import Ticket

from ..chat.people import sit_down
from ..desks import add_chat, add_configuration, add_routing_rule, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db

AYSE = "ayse@aurora.example"
LIST = "{ ticketColleagues { email name isThere } }"
UPDATE = """mutation($ids: [ID!]!, $input: TicketsUpdateInput!) {
  ticketsUpdate(ids: $ids, input: $input) { tickets { number assignedEmail } count errors { field code } } }"""
ONE = """mutation($id: ID!, $input: TicketUpdateInput!) {
  ticketUpdate(id: $id, input: $input) { ticket { assignedEmail } errors { field code } } }"""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    monkeypatch.setattr(saying, "tell", found.extend)
    return found


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def give(shop: Shop, tickets: list[Ticket], **given: Any) -> dict[str, Any]:
    ids = [global_id("Ticket", one.pk) for one in tickets]
    answer: dict[str, Any] = ask_as(staff_of(shop), UPDATE, ids=ids, input=given)["data"]["ticketsUpdate"]
    return answer


def known_in(shop: Shop) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask_as(staff_of(shop), LIST)["data"]["ticketColleagues"]
    return found


def tickets_of(shop: Shop, many: int) -> list[Ticket]:
    return [add_ticket(shop, f"203.0.113.{one}", email=f"s{one}@x.example", order=None) for one in range(many)]


def test_many_are_given_to_a_colleague_who_is_told_once(
    aurora: Shop, saleor: FakeSaleor, told: list[tuple[str, Any]]
) -> None:
    sit_down(aurora)
    told.clear()
    tickets = tickets_of(aurora, 3)
    given = give(aurora, tickets, assignTo="AYSE@aurora.example")
    assert (given["errors"], {one["assignedEmail"] for one in given["tickets"]}) == ([], {AYSE})
    [(room, frame)] = told
    assert room == colleagues.room_of(aurora.store.pk, AYSE)
    assert frame == {
        "is": "assigned",
        "conversation": global_id("Conversation", tickets[0].conversation_id),
        "ticket": global_id("Ticket", tickets[0].pk),
        "number": 1,
        "count": 3,
        "by": "staff@aurora.example",
    }
    noted = ConversationMessage.across_stores.filter(event="assigned").values_list("author_name", "text")
    assert set(noted) == {("staff@aurora.example", AYSE)}
    give(aurora, tickets, assignTo=AYSE)
    assert (len(told), noted.count()) == (1, 3)


def test_nobody_is_told_of_what_they_took_or_gave_back(
    aurora: Shop, saleor: FakeSaleor, told: list[tuple[str, Any]]
) -> None:
    tickets = tickets_of(aurora, 1)
    assert give(aurora, tickets, assignToMe=True)["tickets"][0]["assignedEmail"] == "staff@aurora.example"
    assert give(aurora, tickets, unassign=True)["tickets"][0]["assignedEmail"] is None
    assert told == []


@pytest.mark.parametrize("email", ["stranger@aurora.example", "ayse@borealis.example", "", "\0", "nobody"])
def test_whom_the_store_does_not_know_is_given_nothing(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, email: str
) -> None:
    sit_down(borealis)
    [ticket] = tickets_of(aurora, 1)
    if email:
        assert give(aurora, [ticket], assignTo=email)["errors"] == [{"field": "assignTo", "code": "NOT_FOUND"}]
    id = global_id("Ticket", ticket.pk)
    one = ask_as(staff_of(aurora), ONE, id=id, input={"assignedEmail": email})["data"]["ticketUpdate"]["errors"]
    expected = "NOT_FOUND" if "@" in email else "INVALID"
    assert [error["code"] for error in one] == ([expected] if email else [])
    ticket.refresh_from_db()
    assert ticket.assigned_email == ""


def test_one_ticket_is_given_and_told_the_same_way(
    aurora: Shop, saleor: FakeSaleor, told: list[tuple[str, Any]]
) -> None:
    sit_down(aurora)
    told.clear()
    [ticket] = tickets_of(aurora, 1)
    id = global_id("Ticket", ticket.pk)
    done = ask_as(staff_of(aurora), ONE, id=id, input={"assignedEmail": AYSE})["data"]["ticketUpdate"]
    assert done == {"ticket": {"assignedEmail": AYSE}, "errors": []}
    assert [frame["is"] for _, frame in told] == ["assigned"]


def test_a_live_chat_is_handed_over_by_the_queue_alone(aurora: Shop, saleor: FakeSaleor) -> None:
    sit_down(aurora)
    entry = add_chat(aurora)
    errors = give(aurora, [entry.conversation.ticket], assignTo=AYSE)["errors"]
    assert errors == [{"field": "assignTo", "code": "LIVE"}]


def test_known_is_who_sat_down_answered_or_was_given_one_and_who_is_there_comes_first(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor
) -> None:
    sit_down(borealis, "dora")
    add_configuration(aurora, alert_emails=["eda@staff.example"])
    add_routing_rule(aurora, conditions={}, effects={"assignee": "can@aurora.example"})
    [ticket] = tickets_of(aurora, 1)
    told: dict[str, Any] = {"store": aurora.store, "ticket_id": ticket.pk, "text": "Here", "key": "one", "now": NOON}
    replying.answer_as_staff(email="EDA@staff.example", **told)
    sit_down(aurora, "zoe", now=timezone.now())
    assert known_in(aurora) == [
        {"email": "zoe@aurora.example", "name": "Zoe", "isThere": True},
        {"email": "can@aurora.example", "name": "", "isThere": False},
        {"email": "eda@staff.example", "name": "", "isThere": False},
    ]


def test_who_answers_by_the_card_alone_is_known(aurora: Shop, saleor: FakeSaleor) -> None:
    [ticket] = tickets_of(aurora, 1)
    reply = 'mutation($id: ID!) { ticketReply(input: {id: $id, text: "Soon"}) { errors { code } } }'
    ask_as(staff_of(aurora), reply, id=global_id("Ticket", ticket.pk))
    assert [one["email"] for one in known_in(aurora)] == ["staff@aurora.example"]


def test_the_list_asks_as_much_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    asked = []
    for many in (1, 20):
        for one in range(many):
            sit_down(aurora, f"s{many}x{one}")
        with CaptureQueriesContext(connection) as counted:
            known_in(aurora)
        asked.append(len(counted))
    assert asked[0] == asked[1]
