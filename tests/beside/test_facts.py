"""What staff see beside a conversation: only of their shop, their channels, and by their permissions."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.shop.models import Order, Variant
from saleor_support_plugin.tickets import chats

from ..desks import add_review
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order, global_id
from .helped import ADD, KEY, ORIGIN, Helped

pytestmark = pytest.mark.django_db
WHOLE = """query($id: ID!) { ticket(id: $id) { beside {
  isLive
  customer {
    name email isProven ordersCount spent { amount currency } orders { number }
    tickets { number subject } reviewsCount reviews { stars title }
  }
  here { url title at product { id name slug } }
  checkout {
    lines { name quantity isGift isSold available unit { amount currency } total { amount } } codes
    subtotal { amount } shipping { amount } discount { amount } total { amount currency } url
  }
  checkoutTrouble
  acts { deed byEmail name quantity result trouble }
} } }"""
OWNED = """query($id: ID!) { ticket(id: $id) { beside { customer {
  owned { productName variantName pieces times }
} } } }"""
CATALOGUE = """query($channel: String!, $search: String, $first: Int) {
  catalogue(channel: $channel, search: $search, first: $first) {
    id name turkishName thumbnailUrl isInStock variants { id name sku price { amount currency } available isInStock }
  } }"""


def beside(helped: Helped, query: str = WHOLE) -> dict[str, Any]:
    answer = helped.ask(query, id=own_id("Ticket", helped.ticket.pk))
    assert "errors" not in answer, answer
    found = answer["data"]["ticket"]["beside"]
    assert isinstance(found, dict)
    return found


def customer(helped: Helped) -> dict[str, Any]:
    found = beside(helped)["customer"]
    assert isinstance(found, dict)
    return found


def known_as(helped: Helped, *, key: str = "guest:ada", email: str = "", is_proven: bool = False) -> None:
    conversation = helped.conversation
    conversation.shopper_key, conversation.email = key, email
    conversation.email_confirmed_at = NOON if is_proven else None
    conversation.save()


def test_the_cart_is_the_one_in_saleor(helped: Helped) -> None:
    found = beside(helped)
    cart = found["checkout"]
    [line] = cart["lines"]
    price = helped.variant("notebook").prices["tr"]
    assert (line["name"], line["quantity"], line["isSold"], line["available"]) == ("Defter · Düz", 2, True, None)
    assert line["unit"] == {"amount": f"{price:.2f}", "currency": "TRY"}
    assert (line["total"]["amount"], cart["subtotal"]["amount"]) == (f"{2 * price:.2f}",) * 2
    due = Decimal(cart["subtotal"]["amount"]) + Decimal(cart["shipping"]["amount"])
    assert Decimal(cart["total"]["amount"]) == due
    assert cart["url"] == f"{ORIGIN}/cart?checkout={helped.checkout.id.replace('=', '%3D')}"
    assert (found["isLive"], found["checkoutTrouble"], found["acts"]) == (True, None, [])


def test_a_cart_that_cannot_be_shown_says_why_and_the_rest_is_there(helped: Helped) -> None:
    helped.looks_at(checkout=None)
    assert (beside(helped)["checkout"], beside(helped)["checkoutTrouble"]) == (None, "NO_CART")
    helped.looks_at()
    helped.permissions = ("MANAGE_ORDERS",)
    asked = len(helped.egress.asked)
    found = beside(helped)
    assert (found["checkout"], found["checkoutTrouble"], len(helped.egress.asked)) == (None, "NOT_PERMITTED", asked)
    assert found["customer"]["name"] == "Ada"


def test_saleor_is_asked_once_and_only_for_the_cart(helped: Helped) -> None:
    asked = len(helped.egress.asked)
    beside(helped, "query($id: ID!) { ticket(id: $id) { beside { customer { name } here { url } } } }")
    assert helped.egress.asked[asked:] == []
    beside(helped)
    assert helped.egress.asked[asked:] == ["LiveCart"]


def test_where_the_shopper_is_is_shown_as_their_page_said_it(helped: Helped) -> None:
    Variant.across_stores.filter(store=helped.shop.store).update(product_name="Lamp", product_slug="lamp")
    product = global_id("Product", 1)
    helped.looks_at(url=f"{ORIGIN}/p/lamp", title="A lamp", product=product, at="2026-11-20T12:00:00+00:00")
    assert beside(helped)["here"] == {
        "url": f"{ORIGIN}/p/lamp",
        "title": "A lamp",
        "at": "2026-11-20T12:00:00+00:00",
        "product": {"id": product, "name": "Lamp", "slug": "lamp"},
    }
    helped.looks_at(product=global_id("Product", 99))
    assert beside(helped)["here"]["product"] is None
    helped.conversation.here = None
    helped.conversation.save()
    assert beside(helped)["here"] is None


def test_who_writes_is_known_by_mailbox_and_account(helped: Helped, borealis: Shop) -> None:
    shop = helped.shop
    add_review(shop)
    back = add_order(shop, global_id("Order", "b"), number="2")
    back.total_refunded, back.created = Decimal("29.90"), NOON + timedelta(hours=1)
    back.save()
    lost = add_order(shop, global_id("Order", "c"), number="3")
    lost.status, lost.created = "CANCELED", NOON + timedelta(hours=2)
    lost.save()
    assert (customer(helped)["ordersCount"], customer(helped)["spent"]) == (0, [])
    known_as(helped, email="Shopper@aurora.example")
    found = customer(helped)
    assert (found["ordersCount"], found["isProven"]) == (3, False)
    assert found["spent"] == [{"amount": "229.90", "currency": "TRY"}]
    assert [one["number"] for one in found["orders"]] == ["3", "2", "1"]
    assert (found["reviewsCount"], found["reviews"]) == (1, [{"stars": 4, "title": "Lamp of aurora"}])
    back.customer_id = "VXNlcjo3"
    back.save()
    known_as(helped, key="user:VXNlcjo3", email="other@aurora.example", is_proven=True)
    found = customer(helped)
    assert ([one["number"] for one in found["orders"]], found["isProven"]) == (["2"], True)


def test_five_orders_are_as_many_questions_as_one(helped: Helped) -> None:
    known_as(helped, email="shopper@aurora.example")
    add_review(helped.shop)
    beside(helped)  # remembers who asks
    with CaptureQueriesContext(connection) as one:
        beside(helped)
    for number in range(2, 6):
        order = add_order(helped.shop, global_id("Order", number), number=str(number))
        add_review(helped.shop, number, order=order)
    with CaptureQueriesContext(connection) as five:
        found = customer(helped)
    assert (len(found["orders"]), len(found["reviews"])) == (5, 5)
    assert len(five) == len(one)


def test_what_they_wrote_before_is_shown_and_this_one_is_not(helped: Helped) -> None:
    known_as(helped, email="ada@aurora.example")
    before = conversations.begin(
        store=helped.shop.store, channel="tr", language="tr", email="ADA@aurora.example", name="Ada", now=NOON
    )
    chats.open_chat(conversation=before, about="The lamp", now=NOON)
    assert [one["subject"] for one in customer(helped)["tickets"]] == ["The lamp"]


def test_orders_of_channels_that_staff_may_not_see_do_not_count(helped: Helped, saleor: FakeSaleor) -> None:
    known_as(helped, email="shopper@aurora.example")
    saleor.channels = ["tr"]
    found = customer(helped)
    assert (found["ordersCount"], found["spent"], found["reviewsCount"]) == (0, [], 0)


def test_the_log_has_what_was_done_and_what_was_not(helped: Helped) -> None:
    helped.do(ADD, variant=helped.variant("desk-lamp").id, quantity=1)
    helped.trouble(ADD, variant=helped.variant("desk-lamp").id, quantity=50)
    by = {"deed": "ADDED", "byEmail": "staff@aurora.example"}
    assert beside(helped)["acts"] == [
        by | {"name": "", "quantity": 50, "result": "REFUSED", "trouble": "TOO_MANY"},
        by | {"name": "Masa lambası", "quantity": 1, "result": "DONE", "trouble": None},
    ]


def test_a_chat_has_the_same_beside_it(helped: Helped) -> None:
    query = "query($id: ID!) { chat(id: $id) { beside { customer { name } checkoutTrouble } } }"
    answer = helped.ask(query, id=own_id("Conversation", helped.conversation.pk))
    assert answer["data"]["chat"]["beside"] == {"customer": {"name": "Ada"}, "checkoutTrouble": None}


def test_what_is_in_stock_is_found_first_and_remembered_for_a_while(helped: Helped) -> None:
    first = helped.demo.catalogue.product("copper-pot")
    for variant in first.variants:
        helped.demo.catalogue.set_stock(variant, {"istanbul": 0, "berlin": 0})
    found = helped.ask(CATALOGUE, channel="tr", first=3)["data"]["catalogue"]
    assert (len(found), found[-1]["turkishName"], found[-1]["isInStock"]) == (3, "Bakır cezve", False)
    assert [one["isInStock"] for one in found[:2]] == [True, True]
    asked = helped.egress.asked.count("Catalogue")
    assert helped.ask(CATALOGUE, channel="tr", search="  ", first=3)["data"]["catalogue"] == found
    assert helped.egress.asked.count("Catalogue") == asked
    [lamp] = helped.ask(CATALOGUE, channel="tr", search="LAMP")["data"]["catalogue"]
    assert lamp["variants"][0]["price"] == {
        "amount": f"{helped.variant('desk-lamp').prices['tr']:.2f}",
        "currency": "TRY",
    }


def test_the_catalogue_is_of_channels_that_staff_may_see(helped: Helped, saleor: FakeSaleor) -> None:
    saleor.channels = ["eu"]
    assert helped.ask(CATALOGUE, channel="tr")["data"]["catalogue"] == []
    helped.egress.lost = {"Catalogue"}
    answer = helped.ask(CATALOGUE, channel="eu", search=KEY)
    assert answer["data"] is None
    assert len(answer["errors"]) == 1


def test_what_they_own_is_told_by_size_and_how_often(helped: Helped) -> None:
    known_as(helped, email="shopper@aurora.example")
    helped.shop.store.orders.update(status="CANCELED")
    bought = [("M", 1, "FULFILLED"), ("M", 2, "UNFULFILLED"), ("L", 1, "RETURNED"), ("S", 1, "FULFILLED")]
    for number, (size, quantity, status) in enumerate(bought, start=2):
        order = add_order(helped.shop, global_id("Order", number), number=str(number))
        Order.across_stores.filter(pk=order.pk).update(status=status, created=NOON + timedelta(hours=number))
        shirt = {"variant_id": size, "variant_name": size, "product_name": "Linen shirt", "quantity": quantity}
        assert order.lines.update(**shirt) == 1
    assert beside(helped, OWNED)["customer"]["owned"] == [
        {"productName": "Linen shirt", "variantName": "S", "pieces": 1, "times": 1},
        {"productName": "Linen shirt", "variantName": "M", "pieces": 3, "times": 2},
    ]
