"""One list of everything: of an order, and of a person, also from before they said who they are."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.carts.models import Cart, CartCase
from saleor_support_plugin.compensation.models import OrderAct, OrderActStep
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, Conversation
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.parcels.models import FrozenPromise, ParcelEvent
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Person
from saleor_support_plugin.shop.models import Order
from saleor_support_plugin.surveys.models import Survey
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_parcel, add_review, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order, global_id
from .conftest import History

pytestmark = pytest.mark.django_db
MOMENT = "id source at code who text orderId orderNumber ticketId"
OF_ORDER = f"""query($id: ID!, $first: Int, $after: String) {{ order(id: $id) {{
  timeline(first: $first, after: $after) {{
    totalCount pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {MOMENT} }} }} }} }} }}"""
OF_PERSON = f"""query($id: ID, $email: String) {{ customer(id: $id, email: $email) {{
  name email customerId ordersCount spent {{ amount currency }} openTickets lastStars lastScore {{ score scale }}
  orders {{ number }} tickets {{ number }}
  timeline {{ totalCount edges {{ node {{ {MOMENT} }} }} }} }} }}"""


def ask(shop: Shop, query: str, **variables: Any) -> dict[str, Any]:
    answer = ask_as(shop.staff_token("MANAGE_ORDERS"), query, **variables)
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def of_order(shop: Shop, **page: Any) -> list[dict[str, Any]]:
    found = ask(shop, OF_ORDER, id=shop.order_id, **page)["order"]["timeline"]
    return [edge["node"] for edge in found["edges"]]


def of_person(shop: Shop, **named: Any) -> dict[str, Any]:
    found = ask(shop, OF_PERSON, **named)["customer"]
    assert found is not None
    customer: dict[str, Any] = found
    return customer


def told(moments: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["source"], one["code"]) for one in moments]


def order_of(shop: Shop) -> Order:
    return shop.store.orders.get(saleor_id=shop.order_id)


def person_of(shop: Shop, **named: Any) -> Person:
    return people.person_at(store=shop.store, now=NOON, **named)


def fill(shop: Shop, number: int = 1) -> None:
    """Have one thing of each kind happen to the shop's order."""
    order = order_of(shop)
    later = NOON + timedelta(minutes=number)
    if number == 1:
        add_configuration(shop)
        FrozenPromise.across_stores.create(
            store=shop.store, order=order, first=NOON.date(), last=NOON.date(), version=1, made_at=NOON
        )
        ParcelEvent.across_stores.create(
            fulfillment=add_parcel(shop), state="IN_TRANSIT", source="carrier", at=later, told_at=later
        )
        add_review(shop)
    ticket = add_ticket(shop, subject=f"Number {number}", now=later, address=f"203.0.113.{number}")
    act = OrderAct.across_stores.create(
        store=shop.store,
        number=number,
        order=order,
        ticket=ticket,
        kind="REFUND",
        state="DONE",
        amount=5,
        currency="TRY",
        by_user_id="1",
        by_email="staff@aurora.example",
        key=f"key-{number}",
        marker=f"marker-{number}",
        asked_at=later,
    )
    OrderActStep.across_stores.create(act=act, state="DONE", by_email="staff@aurora.example", at=later)
    person = person_of(shop, email=order.customer_email)
    Survey.across_stores.create(
        store=shop.store, ticket=ticket, person=person, scale=5, score=2, words="Slow", asked_at=NOON, answered_at=later
    )
    Message.across_stores.create(
        store=shop.store,
        person=person,
        kind="order_late",
        purpose="transactional",
        about=order.saleor_id,
        address=order.customer_email,
        subject="Your parcel is late",
        text="",
        html="",
        dedupe_key=f"late-{number}",
        message_id=f"<{number}@x>",
        state=State.SENT,
        created_at=NOON,
        due_at=NOON,
        expires_at=NOON,
        sent_at=later,
    )


def test_an_orders_timeline_has_everything_in_one_list(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    history.happened(aurora.order_id, "NOTE_ADDED", "Call before delivery")
    fill(aurora)
    moments = of_order(aurora)
    assert {one["source"] for one in moments} == {
        "SALEOR_EVENT",
        "MESSAGE",
        "PROMISE",
        "PARCEL",
        "ACT",
        "REVIEW",
        "SURVEY",
        "MAIL",
    } | ({"EVENT"} if any(one["source"] == "EVENT" for one in moments) else set())
    by_source = {one["source"]: one for one in moments}
    assert by_source["SALEOR_EVENT"]["code"] == "NOTE_ADDED"
    assert by_source["SALEOR_EVENT"]["text"] == "Call before delivery"
    assert (by_source["ACT"]["code"], by_source["ACT"]["text"]) == ("REFUND DONE", "5.000 TRY")
    assert (by_source["SURVEY"]["code"], by_source["SURVEY"]["text"]) == ("2/5", "Slow")
    assert by_source["MAIL"]["text"] == "Your parcel is late"
    assert by_source["MESSAGE"]["text"] == "It came in two pieces."
    assert {one["orderNumber"] for one in moments if one["source"] != "MAIL"} == {order_of(aurora).number}
    assert by_source["MESSAGE"]["ticketId"] == by_source["ACT"]["ticketId"] != None  # noqa: E711  both, and some
    times = [one["at"] for one in moments]
    assert times == sorted(times, reverse=True)


def test_words_that_are_covered_are_in_no_timeline(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    add_configuration(aurora, blocked_words=["nettle"], blocked_words_act="mark")
    add_ticket(aurora, text="You nettle!")
    assert [one["text"] for one in of_order(aurora) if one["source"] == "MESSAGE"] == ["…"]


def test_pages_go_on_where_the_last_one_ended(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    for number in range(1, 5):
        fill(aurora, number)
    whole = [one["id"] for one in of_order(aurora)]
    page = ask(aurora, OF_ORDER, id=aurora.order_id, first=4)["order"]["timeline"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (len(whole), True)
    rest = of_order(aurora, first=100, after=page["pageInfo"]["endCursor"])
    assert [edge["node"]["id"] for edge in page["edges"]] + [one["id"] for one in rest] == whole
    assert len(set(whole)) == len(whole)


def test_it_costs_the_same_for_few_and_for_many(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    token = aurora.staff_token("MANAGE_ORDERS")
    counts = []
    for numbers in ([1], range(2, 5)):
        for number in numbers:
            fill(aurora, number)
        ask_as(token, OF_ORDER, id=aurora.order_id)  # reads the history, once
        with CaptureQueriesContext(connection) as asked:
            answer = ask_as(token, OF_ORDER, id=aurora.order_id)
        assert "errors" not in answer
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9, [one["sql"][:80] for one in asked.captured_queries]


def test_saleor_is_asked_once_until_the_order_changes(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    history.happened(aurora.order_id, "PLACED")
    assert told(of_order(aurora)) == [("SALEOR_EVENT", "PLACED")]
    of_order(aurora)
    assert history.asked == [aurora.order_id]
    history.happened(aurora.order_id, "NOTE_ADDED", "Hello")
    Order.across_stores.filter(saleor_id=aurora.order_id).update(issued_at=NOON + timedelta(hours=1))
    assert len(of_order(aurora)) == 2
    assert len(history.asked) == 2


def test_what_is_known_is_shown_while_saleor_is_away(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    fill(aurora)
    history.is_down = True
    history.happened(aurora.order_id, "PLACED")
    assert "MESSAGE" in {one["source"] for one in of_order(aurora)}
    history.is_down = False
    assert "SALEOR_EVENT" in {one["source"] for one in of_order(aurora)}


def test_another_shops_life_is_in_no_timeline(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, history: History
) -> None:
    fill(borealis)
    email = order_of(borealis).customer_email
    Order.across_stores.filter(saleor_id=aurora.order_id).update(customer_email=email)
    assert of_order(aurora) == []
    moments = of_person(aurora, email=email)["timeline"]["edges"]
    assert [edge["node"]["source"] for edge in moments] == ["ORDER"]
    answer = ask_as(aurora.staff_token("MANAGE_ORDERS"), OF_ORDER, id=borealis.order_id)
    assert answer["data"]["order"] is None


def test_staff_of_one_channel_see_only_its_life(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    fill(aurora)
    email = order_of(aurora).customer_email
    Conversation.across_stores.update(channel_slug="other")
    saleor.channels = ["default-channel"]
    assert {"MESSAGE", "SURVEY"}.isdisjoint(one["source"] for one in of_order(aurora))
    saleor.channels = ["nowhere"]
    answer = ask_as(aurora.staff_token("MANAGE_ORDERS", email="other@x.example"), OF_PERSON, email=email)
    assert answer["data"]["customer"] is None


def test_nobody_without_the_permission_sees_a_customer(aurora: Shop, saleor: FakeSaleor) -> None:
    email = order_of(aurora).customer_email
    answer = ask_as(aurora.staff_token(), OF_PERSON, email=email)
    assert answer["data"]["customer"] is None
    assert "MANAGE_ORDERS" in answer["errors"][0]["message"]
    assert ask(aurora, OF_PERSON, email="nobody@x.example")["customer"] is None
    assert ask(aurora, OF_PERSON, email="")["customer"] is None
    assert ask(aurora, OF_PERSON, id="\0", email="\0")["customer"] is None


def test_a_customer_is_what_they_bought_and_how_they_liked_it(
    aurora: Shop, saleor: FakeSaleor, history: History
) -> None:
    fill(aurora)
    order = order_of(aurora)
    found = of_person(aurora, email=order.customer_email.upper())
    assert found["ordersCount"] == 1
    assert found["spent"] == [{"amount": str(order.total.text), "currency": "TRY"}]
    assert (found["openTickets"], found["lastStars"]) == (1, 4)
    assert found["lastScore"] == {"score": 2, "scale": 5}
    assert [one["number"] for one in found["orders"]] == [order.number]


def test_who_chatted_as_a_guest_is_known_once_their_cart_is(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    chat = conversations.begin(
        store=aurora.store,
        channel="default-channel",
        language="tr",
        email="",
        name="",
        shopper_key="guest:1",
        is_confirmed=False,
        now=NOON,
    )
    conversations.say(conversation=chat, author=Author.SHOPPER, author_name="", text="Does it fit?", now=NOON)
    chat.here = {"checkout": global_id("Checkout", 7)}
    chat.save(update_fields=["here"])
    stranger = "ada@people.example"
    add_order(aurora, global_id("Order", "x"), number="9")
    ordered = aurora.store.orders.filter(number="9")
    ordered.update(customer_email=stranger)
    spoken = [
        one for one in of_person(aurora, email=stranger)["timeline"]["edges"] if one["node"]["source"] == "MESSAGE"
    ]
    assert spoken == []
    ordered.update(checkout_id=global_id("Checkout", 7))
    [spoken] = [
        one["node"]
        for one in of_person(aurora, email=stranger)["timeline"]["edges"]
        if one["node"]["source"] == "MESSAGE"
    ]
    assert spoken["text"] == "Does it fit?"


def test_a_cart_left_before_the_address_was_typed_is_theirs(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    email = order_of(aurora).customer_email
    case = CartCase.across_stores.create(
        store=aurora.store,
        person=person_of(aurora, email=email),
        state="ABANDONED",
        checkout_id="c",
        channel_slug="default-channel",
        value=10,
        currency="TRY",
        opened_at=NOON,
        changed_at=NOON,
        abandoned_at=NOON,
    )
    Cart.across_stores.create(store=aurora.store, saleor_id="c", case=case, issued_at=NOON)
    moments = [edge["node"] for edge in of_person(aurora, email=email)["timeline"]["edges"]]
    [left] = [one for one in moments if one["source"] == "CART"]
    assert (left["code"], left["text"]) == ("ABANDONED", "10.000 TRY")


def test_an_account_and_its_proven_mailbox_are_one_person(aurora: Shop, saleor: FakeSaleor, history: History) -> None:
    account, mailbox = global_id("User", 7), order_of(aurora).customer_email
    Order.across_stores.filter(saleor_id=aurora.order_id).update(customer_id="")
    answer = ask(aurora, OF_PERSON, id=account)
    assert answer["customer"] is None
    person_of(aurora, customer_id=account, email=mailbox)
    assert ask(aurora, OF_PERSON, id=account)["customer"] is None, "a typed address proves nothing"
    person_of(aurora, customer_id=account, email=mailbox, verified=True)
    found = of_person(aurora, id=account)
    assert (found["ordersCount"], found["customerId"]) == (1, account)


def test_what_staff_write_about_an_order_stands_at_the_account_that_bought_it(
    aurora: Shop, saleor: FakeSaleor, history: History
) -> None:
    account, other = global_id("User", 7), global_id("User", 8)
    add_order(aurora, global_id("Order", "x"), number="9")
    orders = aurora.store.orders
    orders.filter(saleor_id=aurora.order_id).update(customer_id=account, customer_email="")
    orders.filter(number="9").update(customer_id=other)
    ticket = add_ticket(aurora)
    Ticket.across_stores.filter(pk=ticket.pk).update(order=orders.get(saleor_id=aurora.order_id))
    assert [one["number"] for one in of_person(aurora, id=account)["tickets"]] == [ticket.number]
    assert of_person(aurora, id=other)["tickets"] == []
