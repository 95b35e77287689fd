"""The way back into a cart: of one person, ending, never to the checkout that holds their address."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import signing
from django.test import Client

from saleor_support_plugin.carts import links, resuming
from saleor_support_plugin.carts.links import Found
from saleor_support_plugin.carts.models import Cart, CartPlan, WayBack
from saleor_support_plugin.people.actions import merge, person_at
from saleor_support_plugin.saleor.errors import SaleorUnreachable
from saleor_support_plugin.stores.models import Store

from ..shops import NOON, Shop, global_id
from .left_behind import CART_PAGE, Maker, left_behind, line, settle

pytestmark = pytest.mark.django_db
NEW = global_id("Checkout", "new-1").replace("=", "%3D")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    settle(aurora)
    return aurora


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Maker:
    made = Maker()
    monkeypatch.setattr(resuming, "client_of", lambda store: made)
    return made


def path(found: Found) -> str:
    return links.way_back(found.cart, found.case.person).removeprefix("https://support.example.com")


def token(found: Found) -> str:
    return path(found).removeprefix("/b/")


def test_the_button_rebuilds_the_cart_without_address_and_mailbox(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop, lines=[line(1), line(2)])
    answer = client.post(path(found))
    assert (answer.status_code, answer["Location"]) == (303, f"{CART_PAGE}?checkout={NEW}")
    [asked] = maker.asked
    mark = asked.pop("metadata")[links.MARK]
    lines = [(global_id("ProductVariant", 1), 2), (global_id("ProductVariant", 2), 2)]
    assert asked == {"lines": lines, "channel": "default-channel", "language_code": "EN"}
    assert links.marked(shop.store, mark) == found.case
    [way_back] = WayBack.across_stores.all()
    assert (way_back.case, way_back.checkout_id) == (found.case, global_id("Checkout", "new-1"))
    found.case.refresh_from_db()
    assert found.case.came_back_at == NOON
    assert found.cart.saleor_id not in str(answer.content) + answer["Location"]


def test_opening_the_link_shows_the_cart_and_changes_nothing(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop)
    for asked in (client.get, client.head):
        answer = asked(path(found))
        assert (answer.status_code, answer.cookies) == (200, {})
    page = client.get(path(found)).content.decode()
    for word in ("2 × Lamp 1", "Blue", "₺200.00", "Open my basket", 'lang="en"'):
        assert word in page
    assert found.cart.saleor_id not in page
    assert not maker.asked
    assert not WayBack.across_stores.exists()


def test_what_is_not_as_it_was_left_is_told_before_the_basket_opens(client: Client, shop: Shop, maker: Maker) -> None:
    one, two, three = (global_id("ProductVariant", number) for number in (1, 2, 3))
    maker.has, maker.costs = {one: 1, two: 0}, {one: "120", three: "90"}
    found = left_behind(shop, lines=[line(1), line(2, variant=""), line(3)])
    answer = client.post(path(found))
    page = answer.content.decode()
    assert answer.status_code == 200
    for sentence in (
        "Of Lamp 1 (Blue) there is 1 instead of 2: no more is left.",
        "Lamp 1 (Blue) costs ₺120.00; it was ₺100.00.",
        "Lamp 2 cannot be bought any more, so it is not in it.",
        "Lamp 3 (Blue) costs ₺90.00; it was ₺100.00.",
        f'href="{CART_PAGE}?checkout={NEW}"',
    ):
        assert sentence in page
    assert client.post(path(found)).content == answer.content  # a reload makes no other


def test_where_nothing_can_be_bought_any_more_the_page_says_so(client: Client, shop: Shop, maker: Maker) -> None:
    maker.has = {global_id("ProductVariant", 1): 0}
    for found in (left_behind(shop), left_behind(shop, "b", lines=[])):
        answer = client.post(path(found))
        assert (answer.status_code, answer.cookies) == (200, {})
        assert "Nothing of this basket can be bought" in answer.content.decode()


def test_the_same_browser_gets_the_same_basket_within_the_hour(
    client: Client, shop: Shop, maker: Maker, clock: time_machine.Traveller
) -> None:
    address = path(left_behind(shop))
    first = client.post(address)
    [cookie] = first.cookies.values()
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, address, "Lax")
    clock.shift(timedelta(minutes=59))
    assert client.post(address)["Location"] == first["Location"]
    assert len(maker.asked) == 1
    assert Client().post(address)["Location"] != first["Location"]  # another browser
    clock.shift(timedelta(minutes=2))
    assert client.post(address)["Location"] != first["Location"]
    assert len(maker.asked) == 3


def test_a_cookie_of_another_cart_opens_nothing(client: Client, shop: Shop, maker: Maker) -> None:
    mine, theirs = left_behind(shop, "a"), left_behind(shop, "b", email="else@shopper.dev")
    kept = client.post(path(theirs)).cookies["way_back"].value
    client.cookies["way_back"] = kept
    client.post(path(mine))
    assert [one.case for one in WayBack.across_stores.order_by("pk")] == [theirs.case, mine.case]
    client.cookies["way_back"] = "forged"
    client.post(path(mine))
    assert len(maker.asked) == 3


def test_a_link_makes_twenty_baskets_and_no_more(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop)
    answers = [Client().post(path(found)).status_code for _ in range(22)]
    assert answers == [303] * 20 + [429] * 2
    assert len(maker.asked) == 20
    assert Client().post(path(left_behind(shop, "b", email="else@shopper.dev"))).status_code == 303


def test_a_store_that_does_not_answer_loses_nobody(client: Client, shop: Shop, maker: Maker) -> None:
    def silent() -> None:
        raise SaleorUnreachable("no answer")

    found, maker.before = left_behind(shop), silent
    answer = client.post(path(found))
    assert (answer.status_code, "Try again" in answer.content.decode()) == (503, True)
    maker.before = lambda: None
    assert client.post(path(found)).status_code == 303


def test_what_was_bought_meanwhile_is_not_sold_again(client: Client, shop: Shop, maker: Maker) -> None:
    found, other = left_behind(shop, "a"), left_behind(shop, "b", email="else@shopper.dev")
    found.case.order_id = "order"
    found.case.save()
    Cart.across_stores.filter(pk=other.cart.pk).update(order_id="order")
    for one in (found, other):
        for ask in (client.get, client.post):
            assert "You have ordered already" in ask(path(one)).content.decode()
    assert not maker.asked


def test_links_that_open_nothing_all_look_the_same(
    client: Client, shop: Shop, borealis: Shop, maker: Maker, clock: time_machine.Traveller
) -> None:
    mine, theirs = left_behind(shop), left_behind(shop, "b", email="else@shopper.dev")
    settle(borealis)
    gone = left_behind(borealis)
    Store.across_stores.filter(pk=borealis.store.pk).update(removed_at=NOON)
    homeless = left_behind(shop, "d", email="nobody@shopper.dev")
    Cart.across_stores.filter(pk=homeless.cart.pk).update(case=None)
    # Our own signature, and yet the cart of one with the name of the other.
    mixed = links.way_back(mine.cart, theirs.case.person).removeprefix("https://support.example.com")
    wrong = [
        path(gone), path(homeless), mixed, "/b/nothing", "/b/%00", "/b/" + "x" * 4000, path(mine)[:-1],
        path(mine).replace("/b/", "/w/"), links.why(mine.cart, mine.case.person).replace("/w/", "/b/"),
        "/b/" + signing.dumps([1], salt="cart:b"), "/b/" + signing.dumps("x", salt="cart:b"),
    ]  # fmt: skip
    wrong = [one.removeprefix("https://support.example.com") for one in wrong]
    answers = [ask(one) for one in wrong for ask in (client.get, client.post)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    old = path(mine)
    clock.shift(timedelta(days=7, seconds=1))
    assert client.post(old).content == answers[0].content
    assert client.post(path(mine)).status_code == 303


def test_a_link_follows_who_turned_out_to_be_somebody_known(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop)
    address = path(found)
    known = person_at(store=shop.store, email="known@shopper.dev", now=NOON)
    merge(keep=known, other=found.case.person, by="staff@shop.dev", why="the same", now=NOON)
    found.case.refresh_from_db()
    assert found.case.person == known
    assert client.post(address).status_code == 303


def test_the_page_is_kept_by_nobody_and_framed_by_nobody(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop)
    for answer in (client.get(path(found)), client.post(path(found))):
        assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store")
    policy = client.get(path(found))["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "form-action 'self' https: http:" in policy  # else browsers stop at the shop's own redirects


def prefer_the_page(shop: Shop) -> None:
    data = {
        "steps": [{"after_minutes": 60, "when": {"is": "ALL", "of": []}, "voucher": False}],
        "holdout_percent": 0,
        "voucher": None,
        "way_back": "PAGE",
    }
    CartPlan.across_stores.create(store=shop.store, version=1, data=data, made_at=NOON)


def test_where_the_shops_page_finds_out_itself_the_link_leads_there_at_once(
    client: Client, shop: Shop, maker: Maker
) -> None:
    prefer_the_page(shop)
    found = left_behind(shop)
    for ask in (client.get, client.post):
        answer = ask(path(found))
        assert answer.status_code == 303
        assert answer["Location"].startswith(f"{CART_PAGE}?support_cart={token(found).partition(':')[0]}%3A")
    assert not maker.asked


def ask_door(client: Client, shop: Shop, given: Any, *, origin: str = "https://aurora.dev") -> Any:
    return client.post(
        f"/s/{shop.store.key}/default-channel/resume",
        given,
        content_type="application/json",
        headers={"origin": origin},
    )


def test_a_page_that_holds_the_cart_goes_on_with_it(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop)
    answer = ask_door(client, shop, {"token": token(found), "checkout": found.cart.saleor_id})
    assert (answer.status_code, answer.json()) == (200, {"same": True})
    assert not maker.asked
    found.case.refresh_from_db()
    assert found.case.came_back_at == NOON


@pytest.mark.parametrize("held", ["", global_id("Checkout", "elsewhere"), None, 7])
def test_a_page_without_the_cart_gets_a_new_one_and_then_keeps_it(
    client: Client, shop: Shop, maker: Maker, held: Any
) -> None:
    maker.has = {global_id("ProductVariant", 1): 1}
    found = left_behind(shop)
    given = ask_door(client, shop, {"token": token(found), "checkout": held}).json()
    difference = {
        "kind": "FEWER", "variant_id": global_id("ProductVariant", 1), "name": "Lamp 1", "variant": "Blue",
        "wanted": 2, "got": 1, "was": "100.00", "now": "", "currency": "TRY",
    }  # fmt: skip
    new = {"checkout": global_id("Checkout", "new-1"), "channel": "default-channel", "differences": [difference]}
    assert given == new
    again = ask_door(client, shop, {"token": token(found), "checkout": given["checkout"]})
    assert again.json() == {"same": True}
    assert len(maker.asked) == 1


def test_the_door_tells_of_an_order_and_of_nothing_left(client: Client, shop: Shop, maker: Maker) -> None:
    found = left_behind(shop, lines=[])
    nothing: dict[str, Any] = {"checkout": None, "channel": "default-channel", "differences": []}
    assert ask_door(client, shop, {"token": token(found)}).json() == nothing
    Cart.across_stores.update(order_id="order")
    assert ask_door(client, shop, {"token": token(found)}).json() == {"ordered": True}


def test_the_door_answers_the_same_for_whatever_opens_nothing(
    client: Client, shop: Shop, borealis: Shop, maker: Maker
) -> None:
    settle(borealis)
    found, theirs = left_behind(shop), left_behind(borealis)
    wrong = [
        {"token": token(theirs)}, {"token": token(found)[:-1]}, {"token": "x"}, {"token": None}, {"token": 1}, {},
        {"token": links.why(found.cart, found.case.person).rpartition("/")[2]},
    ]  # fmt: skip
    answers = [ask_door(client, shop, one) for one in wrong]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert answers[0].json()["error"]["code"] == "NOT_FOUND"
    refused = ask_door(client, shop, {"token": token(found)}, origin="https://evil.dev")
    assert refused.json()["error"]["code"] == "ORIGIN_NOT_ALLOWED"
    assert not maker.asked


def test_the_door_is_used_twenty_times_and_says_when_the_store_is_silent(
    client: Client, shop: Shop, maker: Maker
) -> None:
    found = left_behind(shop)
    codes = [ask_door(client, shop, {"token": token(found)}).status_code for _ in range(21)]
    assert codes == [200] * 20 + [429]

    def silent() -> None:
        raise SaleorUnreachable("no answer")

    maker.before = silent
    answer = ask_door(client, shop, {"token": token(left_behind(shop, "b", email="else@shopper.dev"))})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "STORE_UNREACHABLE")


def test_anybody_may_write_metadata_and_so_a_mark_is_signed(shop: Shop, borealis: Shop) -> None:
    found = left_behind(shop)
    mark = links.mark(found.case)
    assert links.marked(shop.store, mark) == found.case
    assert links.marked(borealis.store, mark) is None
    for forged in (str(found.case.pk), mark[:-1], f"{found.case.pk}:x", "", "\0"):
        assert links.marked(shop.store, forged) is None
