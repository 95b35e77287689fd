"""A shop's page tells where somebody is stuck in the checkout, and learns nothing by it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.carts import signalling
from saleor_support_plugin.carts.facts import SignalKind
from saleor_support_plugin.carts.models import Cart, CartSignal

from ..desks import ORIGIN, add_configuration
from ..service import Service
from ..shops import NOON, Shop, global_id

CHECKOUT = global_id("Checkout", "a-cart")


def add_cart(shop: Shop, checkout_id: str = CHECKOUT, **changed: Any) -> Cart:
    return Cart.across_stores.create(store=shop.store, saleor_id=checkout_id, quantity=1, issued_at=NOON, **changed)


def tell(url: str, origin: str | None = ORIGIN, **changed: Any) -> requests.Response:
    body = {"checkout": CHECKOUT, "kind": "VOUCHER_REFUSED", "raised": True} | changed
    return requests.post(url, json=body, headers={"origin": origin} if origin else {}, timeout=20)


def note(shop: Shop, address: str = "203.0.113.7", **changed: Any) -> bool:
    given = {"checkout": CHECKOUT, "kind": "ACCOUNT_WALL"} | changed
    at = given.pop("now", NOON)
    return signalling.note(store=shop.store, signal=signalling.read(given), address=address, now=at)


@pytest.fixture
def door(committed: Service, open_aurora: Shop) -> str:
    add_configuration(open_aurora)
    add_cart(open_aurora)
    return f"{committed.url}/s/{open_aurora.store.key}/default-channel/signals"


def test_staff_hear_of_a_coupon_that_failed(door: str, open_aurora: Shop) -> None:
    answer = tell(door)
    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    signal = open_aurora.store.cart_signals.get()
    assert (signal.checkout_id, signal.kind, signal.seen_at) == (CHECKOUT, SignalKind.VOUCHER_REFUSED, None)
    assert signal.raised_at == signal.at


def test_of_a_checkout_that_nobody_knows_it_answers_the_same_and_keeps_nothing(
    door: str, open_aurora: Shop, open_borealis: Shop
) -> None:
    elsewhere = add_cart(open_borealis, global_id("Checkout", "in-borealis"))
    bought = add_cart(open_aurora, global_id("Checkout", "bought"), order_id=open_aurora.order_id)
    gone = add_cart(open_aurora, global_id("Checkout", "gone"), gone_at=NOON)
    known = tell(door)
    for checkout in ("x", "x\0y", elsewhere.saleor_id, bought.saleor_id, gone.saleor_id):
        unknown = tell(door, checkout=checkout)
        assert (unknown.status_code, unknown.content) == (known.status_code, known.content)
        assert sorted(unknown.headers) == sorted(known.headers)
    assert [one.checkout_id for one in CartSignal.across_stores.all()] == [CHECKOUT]


def test_only_pages_that_the_merchant_named_may_tell(door: str) -> None:
    assert tell(door, origin=None).status_code == 403
    assert tell(door, origin="https://elsewhere.example").json()["error"]["code"] == "ORIGIN_NOT_ALLOWED"
    assert requests.get(door, headers={"origin": ORIGIN}, timeout=20).status_code == 405
    preflight = requests.options(door, headers={"origin": ORIGIN}, timeout=20)
    assert (preflight.status_code, preflight.headers["access-control-allow-methods"]) == (204, "POST, OPTIONS")
    assert not CartSignal.across_stores.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"checkout": ""}, "checkout"),
        ({"checkout": 7}, "checkout"),
        ({"checkout": "x" * 129}, "checkout"),
        ({"kind": "BORED"}, "kind"),
        ({"kind": ["EXIT_INTENT"]}, "kind"),
        ({"kind": None}, "kind"),
    ],
)
def test_what_is_wrong_is_said_to_the_shops_developer(door: str, changed: dict[str, Any], field: str) -> None:
    answer = tell(door, **changed)
    assert (answer.status_code, answer.json()["ok"]) == (422, False)
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [(field, "INVALID")]


def test_more_than_a_kilobyte_or_no_json_is_refused(door: str) -> None:
    assert tell(door, more="x" * 1_024).status_code == 413
    plain = {"origin": ORIGIN, "content-type": "text/plain"}
    assert requests.post(door, data=b"{}", headers=plain, timeout=20).status_code == 415
    broken = {"origin": ORIGIN, "content-type": "application/json"}
    assert requests.post(door, data=b"[]", headers=broken, timeout=20).status_code == 400


def test_who_tells_without_end_is_told_to_wait_and_others_are_not(
    door: str, open_aurora: Shop, open_borealis: Shop
) -> None:
    now = timezone.now()
    add_cart(open_borealis)
    for _ in range(signalling.SIGNALS.many):
        assert note(open_aurora, "127.0.0.1", now=now)
    answer = tell(door)
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "LIMITED")
    assert answer.headers["retry-after"] == "3600"
    assert tell(door, kind="BORED").status_code == 422  # a developer's mistake is named all the same
    assert note(open_aurora, "203.0.113.8", now=now)
    assert note(open_borealis, "127.0.0.1", now=now)
    assert note(open_aurora, "127.0.0.1", now=now + timedelta(hours=1, seconds=1))


@pytest.mark.django_db
def test_the_same_again_is_one_signal_with_its_newest_time(aurora: Shop) -> None:
    add_cart(aurora)
    note(aurora, raised=True)
    note(aurora, now=NOON + timedelta(minutes=1))
    note(aurora, kind="EXIT_INTENT", now=NOON + timedelta(minutes=2))
    wall, leaving = aurora.store.cart_signals.order_by("at")
    assert (wall.at, wall.raised_at) == (NOON + timedelta(minutes=1), NOON)
    assert (leaving.kind, leaving.raised_at) == (SignalKind.EXIT_INTENT, None)


@pytest.mark.django_db
def test_what_staff_have_seen_to_is_news_again_only_after_a_while(aurora: Shop) -> None:
    add_cart(aurora)
    note(aurora)
    assert signalling.see(store=aurora.store, checkout_id=CHECKOUT, now=NOON)
    assert not signalling.see(store=aurora.store, checkout_id=CHECKOUT, now=NOON)
    note(aurora, now=NOON + timedelta(minutes=15))
    assert aurora.store.cart_signals.get().seen_at == NOON
    note(aurora, now=NOON + timedelta(minutes=31))
    assert aurora.store.cart_signals.get().seen_at is None


@pytest.mark.django_db
def test_another_stores_staff_see_to_nothing_here(aurora: Shop, borealis: Shop) -> None:
    add_cart(aurora)
    note(aurora)
    assert not signalling.see(store=borealis.store, checkout_id=CHECKOUT, now=NOON)
    assert aurora.store.cart_signals.get().seen_at is None


def test_pages_that_tell_at_once_are_one_signal(door: str, open_aurora: Shop) -> None:
    with ThreadPoolExecutor(8) as pages:
        answers = list(pages.map(lambda _: tell(door).status_code, range(16)))
    assert answers == [200] * 16
    assert open_aurora.store.cart_signals.count() == 1


@pytest.mark.django_db
def test_what_was_told_is_forgotten_after_ninety_days(aurora: Shop) -> None:
    add_cart(aurora)
    note(aurora)
    assert signalling.forget_old(now=NOON + timedelta(days=90)) == 0
    assert signalling.forget_old(now=NOON + timedelta(days=90, seconds=1)) == 1
    assert not aurora.store.cart_signals.exists()
