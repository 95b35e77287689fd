"""Staff at the desk: what they see, what they may do, and what the shopper gets of it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_parcel, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, add_order, global_id

pytestmark = pytest.mark.django_db

LIST = """query($filter: TicketFilter, $search: String, $first: Int, $after: String) {
  tickets(filter: $filter, search: $search, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id number state subject channel language customerEmail customerName orderId orderNumber assignedEmail
      lastMessage { author authorName text event }
      messages(first: 10) { totalCount edges { node { id author text } } }
      order { number lines { edges { node { productName } } } fulfillments { quantity deliveredAt } }
    } }
  }
}"""
REPLY = """mutation($id: ID!, $text: String!, $key: String) {
  ticketReply(input: {id: $id, text: $text, key: $key}) {
    ticket { state assignedEmail lastMessage { author authorName text } }
    errors { field message code }
  }
}"""
CREATE = """mutation($id: ID!, $subject: String!, $text: String!, $key: String) {
  ticketCreate(input: {orderId: $id, subject: $subject, text: $text, key: $key}) {
    ticket { number state channel language customerEmail orderId lastMessage { text } }
    errors { field code }
  }
}"""
CLOSE = "mutation($id: ID!) { ticketClose(id: $id) { ticket { state closedAt } errors { field code } } }"
REOPEN = "mutation($id: ID!) { ticketReopen(id: $id) { ticket { state closedAt } errors { field code } } }"
ONE = "query($id: ID!) { ticket(id: $id) { number state messages { edges { node { author event text } } } } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def own_id(ticket: Ticket) -> str:
    return global_id("Ticket", ticket.pk)


def numbers(answer: dict[str, Any]) -> list[int]:
    return [edge["node"]["number"] for edge in answer["data"]["tickets"]["edges"]]


def test_a_ticket_is_seen_with_everything_about_it(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    add_parcel(aurora)
    node = ask_as(staff_of(aurora), LIST)["data"]["tickets"]["edges"][0]["node"]
    assert node["id"] == own_id(ticket)
    assert (node["number"], node["state"], node["subject"]) == (1, "OPEN", "The lamp is broken")
    assert (node["customerName"], node["customerEmail"]) == ("Ada", "shopper@aurora.example")
    assert (node["orderId"], node["orderNumber"], node["channel"]) == (aurora.order_id, "1", "default-channel")
    assert node["lastMessage"] == {
        "author": "SHOPPER",
        "authorName": "Ada",
        "text": "It came in two pieces.",
        "event": None,
    }
    assert node["order"]["lines"]["edges"][0]["node"]["productName"] == "Lamp of aurora"
    assert node["order"]["fulfillments"] == [{"quantity": 2, "deliveredAt": None}]


def test_a_list_asks_as_much_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    add_parcel(aurora)
    add_ticket(aurora, "203.0.113.1")
    staff = staff_of(aurora)
    ask_as(staff, LIST)
    asked = []
    for more in range(2):
        with CaptureQueriesContext(connection) as counted:
            assert ask_as(staff, LIST)["data"]["tickets"]["totalCount"] == (20 if more else 1)
        asked.append(len(counted))
        if not more:
            for number in range(2, 21):
                order = add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
                email = f"shopper{number}@aurora.example"
                named = {"number": order.number, "email": order.customer_email}
                add_ticket(aurora, f"203.0.113.{number}", email=email, order=named)
    # Who is asking, count, tickets with conversation and order, messages, those of merged ones, lines, parcels, theirs.
    assert asked == [8, 8]


def test_orders_show_their_tickets_with_the_same_questions_for_twenty(aurora: Shop, saleor: FakeSaleor) -> None:
    query = "{ orders { edges { node { number tickets { number orderNumber lastMessage { text } } } } } }"
    staff = staff_of(aurora)
    add_ticket(aurora, "203.0.113.1")
    ask_as(staff, query)
    asked = []
    for more in range(2):
        with CaptureQueriesContext(connection) as counted:
            edges = ask_as(staff, query)["data"]["orders"]["edges"]
        asked.append(len(counted))
        assert [len(edge["node"]["tickets"]) for edge in edges] == [1] * (20 if more else 1)
        if not more:
            for number in range(2, 21):
                order = add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
                named = {"number": order.number, "email": order.customer_email}
                add_ticket(aurora, f"203.0.113.{number}", email=f"shopper{number}@aurora.example", order=named)
    assert asked[0] == asked[1]


def test_what_was_touched_last_comes_first_page_by_page(aurora: Shop, saleor: FakeSaleor) -> None:
    tickets = [add_ticket(aurora, f"203.0.113.{number}", email=f"s{number}@aurora.example") for number in range(3)]
    staff = staff_of(aurora)
    ask_as(staff, REPLY, id=own_id(tickets[0]), text="Sorry!")
    first = ask_as(staff, LIST, first=2)
    assert numbers(first) == [1, 3]
    after = first["data"]["tickets"]["pageInfo"]["endCursor"]
    assert numbers(ask_as(staff, LIST, first=2, after=after)) == [2]
    assert numbers(ask_as(staff, LIST, filter={"state": "WAITING"})) == [1]
    assert numbers(ask_as(staff, LIST, filter={"state": "OPEN"})) == [3, 2]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("LAMP", [2, 1]),
        ("bread", [2]),
        ("ada", [2, 1]),
        ("ayşe@", [2]),
        ("#2", [2]),
        ("1", [1]),
        ("99999999999999999999", []),
        ("50%", []),
        ("nothing", []),
        ("  ", [2, 1]),
    ],
)
def test_staff_find_a_ticket_by_what_they_know_of_it(
    aurora: Shop, saleor: FakeSaleor, search: str, found: list[int]
) -> None:
    add_ticket(aurora, order=None)
    add_ticket(aurora, email="ayşe@aurora.example", subject="Lamp and bread", order=None)
    assert numbers(ask_as(staff_of(aurora), LIST, search=search)) == found


def test_staff_answer_and_one_mail_goes_out(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    answer = ask_as(staff_of(aurora), REPLY, id=own_id(ticket), text="A new one is on its way.")
    assert answer["data"]["ticketReply"] == {
        "ticket": {
            "state": "WAITING",
            "assignedEmail": "staff@aurora.example",
            "lastMessage": {
                "author": "STAFF",
                "authorName": "staff@aurora.example",
                "text": "A new one is on its way.",
            },
        },
        "errors": [],
    }
    mail = Message.across_stores.get(kind="ticket_reply")
    assert (mail.address, mail.purpose) == ("shopper@aurora.example", "transactional")
    assert "A new one is on its way." in mail.text
    assert "/c/" in mail.text
    assert "staff@aurora.example" not in mail.text + mail.html


def test_a_double_click_is_one_answer(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    for _ in range(2):
        ask_as(staff_of(aurora), REPLY, id=own_id(ticket), text="Sorry!", key="click")
    assert ticket.conversation.messages.filter(author="staff").count() == 1
    assert Message.across_stores.filter(kind="ticket_reply").count() == 1


def test_the_first_who_answers_has_the_ticket(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    for email in ("first@aurora.example", "second@aurora.example"):
        ask_as(aurora.staff_token("MANAGE_ORDERS", email=email), REPLY, id=own_id(ticket), text="Hello")
    ticket.refresh_from_db()
    assert ticket.assigned_email == "first@aurora.example"


@pytest.mark.parametrize(("text", "code"), [(" \n ", "REQUIRED"), ("x" * 5_001, "TOO_LONG")])
def test_an_answer_that_is_none_is_refused_in_words(aurora: Shop, saleor: FakeSaleor, text: str, code: str) -> None:
    ticket = add_ticket(aurora)
    refused = ask_as(staff_of(aurora), REPLY, id=own_id(ticket), text=text)["data"]["ticketReply"]
    assert refused["ticket"] is None
    assert [(error["field"], error["code"]) for error in refused["errors"]] == [("text", code)]
    assert not Message.across_stores.filter(kind="ticket_reply").exists()


def test_closing_and_opening_again_is_noted_once(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    staff = staff_of(aurora)
    for question, state in ((CLOSE, "CLOSED"), (CLOSE, "CLOSED"), (REOPEN, "OPEN"), (REOPEN, "OPEN")):
        done = next(iter(ask_as(staff, question, id=own_id(ticket))["data"].values()))
        assert (done["ticket"]["state"], done["errors"]) == (state, [])
        assert (done["ticket"]["closedAt"] is not None) is (state == "CLOSED")
    messages = ask_as(staff, ONE, id=own_id(ticket))["data"]["ticket"]["messages"]["edges"]
    assert [edge["node"]["event"] for edge in messages] == [None, "CLOSED", "REOPENED"]


def test_staff_write_first_in_the_customers_language(aurora: Shop, saleor: FakeSaleor) -> None:
    asked = {"id": aurora.order_id, "subject": "Your lamp", "text": "It is late, sorry.", "key": "click"}
    for _ in range(2):
        made = ask_as(staff_of(aurora), CREATE, **asked)["data"]["ticketCreate"]
        assert made == {
            "ticket": {
                "number": 1,
                "state": "WAITING",
                "channel": "default-channel",
                "language": "tr",
                "customerEmail": "shopper@aurora.example",
                "orderId": aurora.order_id,
                "lastMessage": {"text": "It is late, sorry."},
            },
            "errors": [],
        }
    assert "Giriş yapmanız gerekmez" in Message.across_stores.get().text
    assert aurora.store.conversations.get().email_confirmed_at is not None


def test_an_order_without_an_address_cannot_be_written_to(aurora: Shop, saleor: FakeSaleor) -> None:
    aurora.store.orders.update(customer_email="")
    made = ask_as(staff_of(aurora), CREATE, id=aurora.order_id, subject="Hello", text="Hello")
    assert made["data"]["ticketCreate"]["errors"] == [{"field": "orderId", "code": "NO_EMAIL"}]
    assert not Ticket.across_stores.exists()


@pytest.mark.parametrize("question", [LIST, ONE, REPLY, CLOSE, REOPEN, CREATE], ids=lambda text: text[:40])
def test_without_manage_orders_nothing_of_a_ticket_is_seen_or_done(
    aurora: Shop, saleor: FakeSaleor, question: str
) -> None:
    ticket = add_ticket(aurora)
    token = aurora.staff_token("MANAGE_SETTINGS", "MANAGE_PRODUCTS", "MANAGE_USERS")
    named = aurora.order_id if question is CREATE else own_id(ticket)
    names = {"id": named, "text": "x", "subject": "x"}
    given = {name: value for name, value in names.items() if f"${name}" in question}
    refused = ask_as(token, question, **given)
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
    assert not any((refused["data"] or {}).values())
    assert list(ConversationMessage.across_stores.values_list("author", flat=True)) == ["shopper"]


def test_tickets_of_a_channel_they_may_not_see_are_not_there(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    saleor.channels = ["elsewhere"]
    staff = staff_of(aurora)
    assert numbers(ask_as(staff, LIST)) == []
    assert ask_as(staff, ONE, id=own_id(ticket))["data"] == {"ticket": None}
    for question in (REPLY, CLOSE, REOPEN):
        given = {"text": "x"} if question is REPLY else {}
        done = next(iter(ask_as(staff, question, id=own_id(ticket), **given)["data"].values()))
        assert done["ticket"] is None
        assert done["errors"][0]["code"] == "NOT_FOUND"
    made = ask_as(staff, CREATE, id=aurora.order_id, subject="x", text="x")["data"]["ticketCreate"]
    assert made["errors"] == [{"field": "orderId", "code": "NOT_FOUND"}]


@pytest.mark.parametrize(
    "id", ["", "x", "VGlja2V0Og==", global_id("Order", 1), global_id("Ticket", "1 or 1=1"), global_id("Ticket", 10**30)]
)
def test_what_is_no_ticket_is_not_found(aurora: Shop, saleor: FakeSaleor, id: str) -> None:
    add_ticket(aurora)
    assert ask_as(staff_of(aurora), ONE, id=id)["data"] == {"ticket": None}


MARK = """mutation($id: ID!) {
  fulfillmentMarkDelivered(id: $id) { fulfillment { quantity deliveredAt } errors { field code } }
}"""


def test_staff_mark_a_parcel_and_the_first_word_stands(aurora: Shop, saleor: FakeSaleor) -> None:
    parcel = add_parcel(aurora)
    said = [ask_as(staff_of(aurora), MARK, id=parcel.saleor_id)["data"]["fulfillmentMarkDelivered"] for _ in range(2)]
    assert said[0] == said[1]
    assert said[0]["errors"] == []
    assert said[0]["fulfillment"]["deliveredAt"] is not None


def test_a_parcel_that_never_left_cannot_arrive(aurora: Shop, saleor: FakeSaleor) -> None:
    parcel = add_parcel(aurora, status="CANCELED")
    said = ask_as(staff_of(aurora), MARK, id=parcel.saleor_id)["data"]["fulfillmentMarkDelivered"]
    assert said == {"fulfillment": None, "errors": [{"field": "id", "code": "NOT_SENT"}]}


def test_a_parcel_of_another_channel_is_not_there(aurora: Shop, saleor: FakeSaleor) -> None:
    parcel = add_parcel(aurora)
    saleor.channels = ["elsewhere"]
    said = ask_as(staff_of(aurora), MARK, id=parcel.saleor_id)["data"]["fulfillmentMarkDelivered"]
    assert said == {"fulfillment": None, "errors": [{"field": "id", "code": "NOT_FOUND"}]}
    parcel.refresh_from_db()
    assert parcel.delivered_at is None
