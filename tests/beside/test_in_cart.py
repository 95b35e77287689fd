"""Staff mend a shopper's cart: only that one, once, and both see it."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.beside.models import CartAct
from saleor_support_plugin.chat import actions as chat
from saleor_support_plugin.egress import Reply
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores.callers import Staff

from ..saleor.test_live_carts import voucher
from ..shops import NOON, Shop, global_id
from .helped import ADD, CHANGE, CODE, KEY, NO_CODE, REMOVE, Helped

pytestmark = pytest.mark.django_db


def add(helped: Helped, slug: str = "desk-lamp", quantity: int = 1, **more: Any) -> dict[str, Any]:
    return helped.do(ADD, variant=helped.variant(slug).id, quantity=quantity, **more)


def line_of(payload: dict[str, Any], name: str) -> str:
    return next(str(one["id"]) for one in payload["checkout"]["lines"] if one["name"].startswith(name))


def test_what_staff_do_in_the_cart_is_there_and_told_to_both(helped: Helped) -> None:
    added = add(helped, quantity=2)
    assert (added["errors"], helped.pieces()) == ([], {"notebook": 2, "desk-lamp": 2})
    line = line_of(added, "Masa lambası")
    helped.do(CHANGE, line=line, quantity=1)
    assert helped.pieces() == {"notebook": 2, "desk-lamp": 1}
    helped.do(REMOVE, line=line)
    assert helped.pieces() == {"notebook": 2}
    assert helped.cards() == [
        {"kind": "cart", "act": "ADDED", "name": "Masa lambası", "quantity": 2, "by": "Deniz"},
        {"kind": "cart", "act": "CHANGED", "name": "Masa lambası", "quantity": 1, "by": "Deniz"},
        {"kind": "cart", "act": "REMOVED", "name": "Masa lambası", "quantity": None, "by": "Deniz"},
    ]
    log = CartAct.across_stores.values_list("deed", "by_email", "checkout_id", "result")
    who = ("staff@aurora.example", helped.checkout.id, "DONE")
    assert list(log) == [(deed, *who) for deed in ("ADDED", "CHANGED", "REMOVED")]


def test_a_code_is_put_in_and_taken_out(helped: Helped) -> None:
    code = voucher(helped.demo)
    given = helped.do(CODE, code=code)
    assert (given["checkout"]["codes"], helped.checkout.voucher_code) == ([code], code)
    helped.do(NO_CODE, code=code)
    assert helped.checkout.voucher_code is None
    assert [(one["act"], one["name"]) for one in helped.cards()] == [("CODE_APPLIED", code), ("CODE_REMOVED", code)]


def test_the_same_click_twice_is_done_once(helped: Helped) -> None:
    first, second = add(helped, key=KEY), add(helped, key=KEY)
    assert first == second
    assert helped.pieces()["desk-lamp"] == 1
    assert len(helped.cards()) == CartAct.across_stores.count() == 1


def test_a_second_click_while_the_first_is_under_way_does_nothing(
    helped: Helped, monkeypatch: pytest.MonkeyPatch
) -> None:
    lamp, post = helped.variant("desk-lamp").id, helped.egress.post
    second: list[str] = []

    def clicked_again(url: str, **sent: Any) -> Reply:
        if sent["json"]["operationName"] == "AddToCart" and not second:
            second.append("under way")
            second.append(helped.trouble(ADD, variant=lamp, quantity=1, key=KEY))
        return post(url, **sent)

    monkeypatch.setattr(helped.egress, "post", clicked_again)
    assert add(helped, key=KEY)["errors"] == []
    assert (second[1], helped.pieces()["desk-lamp"], len(helped.cards())) == ("IN_DOUBT", 1, 1)


def test_a_refusal_is_said_by_its_reason_logged_and_told_to_nobody_else(helped: Helped) -> None:
    lamp = helped.variant("desk-lamp")
    helped.demo.catalogue.set_stock(lamp, {"istanbul": 1, "berlin": 0})
    assert helped.trouble(ADD, variant=lamp.id, quantity=2, key=KEY) == "SHORT"
    assert helped.trouble(ADD, variant=lamp.id, quantity=2, key=KEY) == "SHORT"
    assert helped.trouble(ADD, variant=lamp.id, quantity=51) == "TOO_MANY"
    assert helped.trouble(CODE, code="NOTHING") == "CODE_REFUSED"
    assert helped.trouble(CODE, code="  ") == "REQUIRED"
    assert helped.trouble(REMOVE, line=global_id("CheckoutLine", 1)) == "NOT_IN_CART"
    assert helped.trouble(NO_CODE, code="NOTHING") == "NOT_IN_CART"
    helped.demo.catalogue.set_published(helped.demo.catalogue.product("desk-lamp"), False)
    assert helped.trouble(ADD, variant=lamp.id, quantity=1) == "NOT_SOLD"
    assert (helped.pieces(), helped.cards()) == ({"notebook": 2}, [])
    log = CartAct.across_stores.values_list("trouble", "name", "result")
    assert list(log) == [(code, "", "REFUSED") for code in ("SHORT", "CODE_REFUSED", "NOT_SOLD")]


def test_a_cart_that_is_bought_or_of_somebody_else_stays_as_it_is(helped: Helped) -> None:
    lamp = helped.variant("desk-lamp").id
    helped.looks_at(checkout=None)
    assert helped.trouble(ADD, variant=lamp, quantity=1) == "NO_CART"
    for strange in ("", "x", global_id("Order", "1"), global_id("Checkout", "not-a-uuid")):
        helped.looks_at(checkout=strange)
        assert helped.trouble(ADD, variant=lamp, quantity=1) == "NO_CART"
    helped.looks_at()
    helped.conversation.shopper_key, helped.conversation.email = "user:VXNlcjo5", "mehmet@example.com"
    helped.conversation.save()
    assert helped.trouble(ADD, variant=lamp, quantity=1) == "ANOTHERS"
    helped.conversation.email = "AYSE@example.com"
    helped.conversation.save()
    assert helped.do(ADD, variant=lamp, quantity=1)["errors"] == []
    helped.conversation.channel_slug = "eu"
    helped.conversation.save()
    assert helped.trouble(ADD, variant=lamp, quantity=1) == "NO_CART"
    helped.conversation.channel_slug = "tr"
    helped.conversation.save()
    helped.demo.checkouts.complete(helped.checkout)
    assert helped.trouble(ADD, variant=lamp, quantity=1) == "GONE"
    assert CartAct.across_stores.count() == 1


def test_once_the_chat_is_over_nothing_is_done_behind_the_shoppers_back(helped: Helped) -> None:
    staff = Staff(helped.shop.store, global_id("User", 1), "staff@aurora.example", frozenset(), (), None)
    chat.end(staff=staff, conversation_id=helped.conversation.pk, now=NOON + timedelta(minutes=1))
    assert helped.trouble(ADD, variant=helped.variant("desk-lamp").id, quantity=1) == "NOT_LIVE"
    assert helped.pieces() == {"notebook": 2}


def test_an_answer_that_is_lost_is_looked_for_in_the_cart(helped: Helped) -> None:
    helped.egress.lost = {"AddToCart"}
    assert add(helped, quantity=2)["errors"] == []
    assert (helped.pieces()["desk-lamp"], [one["act"] for one in helped.cards()]) == (2, ["ADDED"])


def test_what_nobody_knows_is_not_done_again(helped: Helped, monkeypatch: pytest.MonkeyPatch) -> None:
    lamp, post = helped.variant("desk-lamp").id, helped.egress.post

    def cut_after_it_was_done(url: str, **sent: Any) -> Reply:
        if sent["json"]["operationName"] == "AddToCart":
            helped.egress.lost = {"AddToCart", "LiveCart"}
        return post(url, **sent)

    monkeypatch.setattr(helped.egress, "post", cut_after_it_was_done)
    assert helped.trouble(ADD, variant=lamp, quantity=2, key=KEY) == "IN_DOUBT"
    helped.egress.lost = set()
    assert helped.trouble(ADD, variant=lamp, quantity=2, key=KEY) == "IN_DOUBT"
    assert helped.pieces()["desk-lamp"] == 2
    assert CartAct.across_stores.get().result == "BEGUN"


def test_a_store_that_does_not_answer_changes_nothing(helped: Helped) -> None:
    helped.egress.lost = {"LiveCart"}
    assert helped.trouble(ADD, variant=helped.variant("desk-lamp").id, quantity=1) == "UNREACHABLE"
    assert (helped.pieces(), CartAct.across_stores.count()) == ({"notebook": 2}, 0)


def test_who_may_not_manage_checkouts_changes_none(helped: Helped) -> None:
    helped.permissions = ("MANAGE_ORDERS",)
    ticket = own_id("Ticket", helped.ticket.pk)
    refused = helped.ask(ADD, ticket=ticket, variant=helped.variant("desk-lamp").id, quantity=1, key=KEY)
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_CHECKOUTS."
    assert helped.pieces() == {"notebook": 2}


def test_another_shops_ticket_and_a_key_that_names_nothing_are_refused(helped: Helped, borealis: Shop) -> None:
    values = {"ticket": own_id("Ticket", helped.ticket.pk), "variant": helped.variant("desk-lamp").id, "quantity": 1}
    foreign = helped.ask(ADD, by=borealis, key=KEY, **values)["data"]["cartLineAdd"]
    assert [one["code"] for one in foreign["errors"]] == ["NOT_FOUND"]
    assert helped.trouble(ADD, **values | {"ticket": "nothing"}) == "NOT_FOUND"
    for key in ("short", "k" * 49, "k" * 15 + "\0"):
        assert helped.trouble(ADD, **values, key=key) == "INVALID"
    assert helped.pieces() == {"notebook": 2}
