"""A tracking service tells of parcels by signed calls, and is asked where a call was missed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from saleor_support_plugin.parcels import actions, tracking
from saleor_support_plugin.parcels.carriers import aftership
from saleor_support_plugin.parcels.carriers.aftership import ServiceRefused
from saleor_support_plugin.parcels.models import FollowedParcel, ParcelEvent, TrackingAccount
from saleor_support_plugin.parcels.tracking import ASK_EVERY, follow_and_ask

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop
from .fake_aftership import KEY, WEBHOOK_SECRET, FakeAfterShip, call, point, signed
from .fake_aftership import tracking as a_tracking
from .placed import days, frozen, parcel_of, place

pytestmark = pytest.mark.django_db

WAY = (
    point("InTransit", "2026-11-20T20:00:00+03:00"),
    point("OutForDelivery", "2026-11-21T08:00:00+03:00", message="Dağıtımda", city=None),
    point("Delivered", "2026-11-21T14:00:00+03:00", message="Teslim edildi"),
)


@pytest.fixture
def service(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAfterShip]:
    settings.ALLOW_PRIVATE_STORES = True
    fake = FakeAfterShip()
    monkeypatch.setattr(aftership, "API", fake.url)
    yield fake
    fake.stop()


def account(shop: Shop) -> TrackingAccount:
    return actions.open_account(
        store=shop.store, provider="aftership", api_key=KEY, webhook_secret=WEBHOOK_SECRET, now=NOON
    )


def address(shop: Shop) -> str:
    return f"/api/tracking-events/{shop.store.key}/{account(shop).events_secret}"


def post(client: Client, path: str, body: bytes, signature: str | None = None) -> int:
    headers = {"aftership-hmac-sha256": signed(body) if signature is None else signature}
    return client.post(path, body, content_type="application/json", headers=headers).status_code


def test_a_signed_call_moves_the_parcel_and_twice_changes_nothing(aurora: Shop, client: Client) -> None:
    order = place(aurora, parcels=1)
    frozen(order)
    for _ in range(2):
        assert post(client, address(aurora), call(*WAY)) == 204
    assert [(one.state, one.source, one.detail) for one in ParcelEvent.across_stores.all()] == [
        ("IN_TRANSIT", "carrier", "Transfer merkezinde, Tuzla"),
        ("OUT_FOR_DELIVERY", "carrier", "Dağıtımda"),
        ("DELIVERED", "carrier", "Teslim edildi, Tuzla"),
    ]
    assert parcel_of(order).delivered_source == "carrier"


@pytest.mark.parametrize("bad", ["", "bm8=", signed(b"another body"), signed(call(*WAY), "another secret")])
def test_what_the_service_did_not_sign_is_refused(aurora: Shop, client: Client, bad: str) -> None:
    place(aurora, parcels=1)
    assert post(client, address(aurora), call(*WAY), bad) == 401
    assert not ParcelEvent.across_stores.exists()


def test_another_secret_or_another_store_is_nothing(aurora: Shop, borealis: Shop, client: Client) -> None:
    mine = address(aurora)
    for path in (mine + "x", mine.replace(aurora.store.key, borealis.store.key), mine.replace(aurora.store.key, "no")):
        assert post(client, path, call(*WAY)) == 404


def test_a_call_moves_the_own_stores_parcels_only(aurora: Shop, borealis: Shop, client: Client) -> None:
    place(borealis, parcels=1)
    assert post(client, address(aurora), call(*WAY)) == 204
    assert not ParcelEvent.across_stores.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"event": "tracking_update", "msg": {}}', b"\xff"])
def test_what_it_never_sends_is_refused(aurora: Shop, client: Client, body: bytes) -> None:
    assert post(client, address(aurora), body) == 400


def test_a_call_about_something_else_is_well(aurora: Shop, client: Client) -> None:
    place(aurora, parcels=1)
    assert post(client, address(aurora), call(*WAY, event="edd_revise")) == 204
    assert not ParcelEvent.across_stores.exists()


def test_what_went_back_is_returned(aurora: Shop, client: Client) -> None:
    place(aurora, parcels=1)
    back = point("Exception", "2026-11-22T14:00:00+03:00", subtag="Exception_011", message="Returned")
    assert post(client, address(aurora), call(WAY[0], back)) == 204
    assert ParcelEvent.across_stores.last().state == "RETURNED"  # type: ignore[union-attr]


def test_new_parcels_are_told_to_the_service_once_with_their_carrier(aurora: Shop, service: FakeAfterShip) -> None:
    account(aurora)
    place(aurora, parcels=1, shippingMethodName="Yurtiçi Kargo")
    place(aurora, "other", parcels=1, shippingMethodName="Standart")
    assert follow_and_ask(aurora.store, NOON + days(1)) == {"followed": 2, "asked": 0}
    assert follow_and_ask(aurora.store, NOON + days(1))["followed"] == 0
    assert {one["slug"] for one in service.trackings.values()} == {"yurtici-kargo", "detected"}


def test_a_missed_call_is_made_up_for_by_asking(aurora: Shop, service: FakeAfterShip) -> None:
    account(aurora)
    order = place(aurora, parcels=1)
    follow_and_ask(aurora.store, NOON)
    assert follow_and_ask(aurora.store, NOON + ASK_EVERY / 2)["asked"] == 0
    service.trackings["ido1"] = a_tracking("o-1", *WAY)
    assert follow_and_ask(aurora.store, NOON + days(2))["asked"] == 1
    assert parcel_of(order).delivered_source == "carrier"
    assert FollowedParcel.across_stores.get().ask_at is None, "nothing more can come"
    assert follow_and_ask(aurora.store, NOON + days(5))["asked"] == 0


def test_a_service_that_is_busy_is_asked_later_and_a_bad_number_never_again(
    aurora: Shop, service: FakeAfterShip
) -> None:
    account(aurora)
    place(aurora, parcels=1)
    service.status = 429
    with pytest.raises(ServiceRefused):
        follow_and_ask(aurora.store, NOON)
    assert not FollowedParcel.across_stores.exists()
    service.status = 400
    assert follow_and_ask(aurora.store, NOON)["followed"] == 1
    assert FollowedParcel.across_stores.get().service_id == ""
    service.status = 0
    assert follow_and_ask(aurora.store, NOON + days(1)) == {"followed": 0, "asked": 0}


def test_a_parcel_that_the_service_knows_already_is_followed(aurora: Shop, service: FakeAfterShip) -> None:
    account(aurora)
    place(aurora, parcels=1)
    service.status, service.code = 400, 4003
    assert follow_and_ask(aurora.store, NOON)["followed"] == 1


def test_without_an_account_nobody_is_asked(aurora: Shop, service: FakeAfterShip) -> None:
    place(aurora, parcels=1)
    assert follow_and_ask(aurora.store, NOON) == {"followed": 0, "asked": 0}
    assert service.asked == []


UPDATE = """mutation($key: String!, $secret: String!, $provider: String!) {
    trackingAccountUpdate(provider: $provider, apiKey: $key, webhookSecret: $secret) {
        trackingAccount { provider eventsUrl } errors { field code } } }"""


def test_staff_set_the_account_and_never_read_its_key(aurora: Shop, saleor: FakeSaleor) -> None:
    token = aurora.staff_token("MANAGE_SETTINGS")
    made = ask_as(token, UPDATE, key=KEY, secret=WEBHOOK_SECRET, provider="aftership")["data"]["trackingAccountUpdate"]
    assert made["errors"] == []
    assert f"/api/tracking-events/{aurora.store.key}/" in made["trackingAccount"]["eventsUrl"]
    again = ask_as(token, UPDATE, key="other", secret=WEBHOOK_SECRET, provider="aftership")["data"]
    assert again["trackingAccountUpdate"]["trackingAccount"] == made["trackingAccount"]
    assert aurora.store.chores.filter(name=actions.TRACKING).exists()
    for provider, secret, code in (("x", "y", "PROVIDER_UNKNOWN"), ("aftership", " ", "KEY_MISSING")):
        refused = ask_as(token, UPDATE, key=KEY, secret=secret, provider=provider)["data"]["trackingAccountUpdate"]
        assert [error["code"] for error in refused["errors"]] == [code]
    ask_as(token, UPDATE, key="", secret="", provider="aftership")
    assert ask_as(token, "{ trackingAccount { provider } }")["data"] == {"trackingAccount": None}
    assert tracking.follow_and_ask(aurora.store, NOON) == {"followed": 0, "asked": 0}
