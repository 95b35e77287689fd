"""Notifications in browsers, tried against a push service and a browser written from RFC 8030, 8188, 8291 and 8292."""

import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import connection
from django.test import Client

from saleor_support_plugin.mails.links import preferences_link
from saleor_support_plugin.outbox import kinds, subscribing
from saleor_support_plugin.outbox.models import Browser, State
from saleor_support_plugin.outbox.queries import newest_browser
from saleor_support_plugin.outbox.ways import webpush
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Person, Source
from saleor_support_plugin.people.queries import consents

from ...shops import NOON, Shop
from ..messages import TO, somebody
from .fake_push_service import FakePushService
from .set_up import sent, set_up, state

pytestmark = pytest.mark.django_db


def subscribed(shop: Shop, service: FakePushService, person: Person | None = None) -> Person:
    person = person or somebody(shop)
    subscribing.shop_key(shop.store)
    subscribing.subscribe(
        person=person, endpoint=service.endpoint, page="/push", now=NOON, **service.subscription["keys"]
    )
    return person


def notified(shop: Shop, person: Person, **told: Any) -> Any:
    browser = newest_browser(person)
    assert browser is not None
    return sent(shop, "push", to=browser.name, person=person, **told)


def test_the_example_of_rfc_8291_comes_out() -> None:
    """Appendix A: every value of it."""
    ours = webpush.private_key("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
    assert webpush.sealed_with(
        b"When I grow up, I want to be a watermelon",
        p256dh=webpush.unpadded(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
        auth=webpush.unpadded("BTBZMqHH6r4Tts7J_aSIgg"),
        ours=ours,
        salt=webpush.unpadded("DGv6ra1nlYgDCS1FRnbzlw"),
    ) == webpush.unpadded(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
        "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_the_browser_and_nobody_else_reads_it(aurora: Shop, push_service: FakePushService) -> None:
    set_up(aurora, "webpush")
    person = subscribed(aurora, push_service)
    message = notified(aurora, person, link="https://aurora.example/orders/1")
    assert state(message) is State.SENT
    [call] = push_service.calls
    assert b"Merhaba" not in call.body
    shown = push_service.read(call)
    assert (shown["title"], shown["text"], shown["link"]) == (message.subject, message.text, message.link)
    assert shown["key"] in message.message_id
    assert call.headers["content-encoding"] == "aes128gcm"
    assert call.headers["ttl"] == str(7 * 24 * 3600)
    assert len(call.headers["topic"]) == 32


def test_the_shop_signs_with_the_key_that_the_browser_was_given(aurora: Shop, push_service: FakePushService) -> None:
    set_up(aurora, "webpush")
    notified(aurora, subscribed(aurora, push_service))
    claims, key = push_service.claims(push_service.calls[0])
    assert key == subscribing.shop_key(aurora.store)
    assert claims["aud"] == push_service.url
    assert claims["exp"] == int((NOON + timedelta(hours=12)).timestamp())
    assert claims["sub"].startswith("mailto:")


def test_a_shops_key_is_made_once_kept_sealed_and_is_no_other_shops(aurora: Shop, borealis: Shop) -> None:
    first = subscribing.shop_key(aurora.store)
    unaware = type(aurora.store).across_stores.get(pk=aurora.store.pk)
    unaware.push_key = ""  # as another process read it before the key was made
    assert subscribing.shop_key(unaware) == first != subscribing.shop_key(borealis.store)
    with connection.cursor() as cursor:
        cursor.execute("select push_key from support_store where id = %s", [aurora.store.pk])
        assert cursor.fetchone()[0] != aurora.store.push_key
    assert len(webpush.unpadded(first)) == 65


def test_a_notification_that_is_sent_again_takes_the_place_of_the_first(
    aurora: Shop, push_service: FakePushService
) -> None:
    from saleor_support_plugin.outbox import sending

    set_up(aurora, "webpush")
    push_service.answer(0)
    message = notified(aurora, subscribed(aurora, push_service))
    assert state(message) is State.WAITING
    push_service.answer(201)
    sending.deliver_due(now=NOON + timedelta(minutes=2))
    assert [call.headers["topic"] for call in push_service.calls] == [push_service.calls[0].headers["topic"]] * 2


@pytest.mark.parametrize(
    ("status", "expected", "stays"),
    [
        (200, State.SENT, True),
        (201, State.SENT, True),
        (202, State.SENT, True),
        (400, State.FAILED, True),
        (401, State.FAILED, True),
        (403, State.FAILED, True),
        (404, State.FAILED, False),
        (410, State.FAILED, False),
        (413, State.FAILED, True),
        (429, State.WAITING, True),
        (500, State.WAITING, True),
        (502, State.IN_DOUBT, True),
        (503, State.WAITING, True),
        (0, State.IN_DOUBT, True),
    ],
)
def test_what_becomes_of_each_answer(
    aurora: Shop, push_service: FakePushService, monkeypatch: pytest.MonkeyPatch,
    status: int, expected: State, stays: bool,
) -> None:  # fmt: skip
    monkeypatch.setitem(kinds._still_right, "review_request", kinds.always_right)
    set_up(aurora, "webpush")
    person = subscribed(aurora, push_service)
    push_service.answer(status)
    assert state(notified(aurora, person, kind="review_request")) is expected
    assert len(push_service.calls) == 1
    assert Browser.across_stores.exists() is stays


def test_a_notification_that_is_too_long_is_not_tried(aurora: Shop, push_service: FakePushService) -> None:
    set_up(aurora, "webpush")
    words = type("Long", (), {"subject": "x", "text": "ş" * 5_000, "html": ""})()
    assert state(notified(aurora, subscribed(aurora, push_service), words=words)) is State.FAILED
    assert push_service.calls == []


@pytest.mark.parametrize(
    ("endpoint", "is_one"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com/abc", True),
        ("https://db5p.notify.windows.com/w/?token=abc", True),
        ("https://fcm.googleapis.com:443/fcm/send/abc", True),
        ("http://fcm.googleapis.com/fcm/send/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("https://fcm.googleapis.com.evil.dev/abc", False),
        ("https://evilpush.apple.com/abc", False),
        ("https://x@fcm.googleapis.com/abc", False),
        ("https://169.254.169.254/latest", False),
        ("https://[::1/x", False),
        ("", False),
    ],
)
def test_only_the_browsers_own_push_services_are_called(endpoint: str, is_one: bool) -> None:
    assert webpush.is_push_service(endpoint) is is_one


def page_of(shop: Shop) -> str:
    token = preferences_link(store=shop.store, email=TO).rpartition("/")[2]
    return f"/push/{shop.store.key}/{token}"


def said(path: str, body: Any) -> int:
    return Client().post(path, json.dumps(body), content_type="application/json").status_code


def test_a_shopper_opts_in_on_the_page_and_out_again(aurora: Shop, push_service: FakePushService) -> None:
    set_up(aurora, "webpush")
    person = somebody(aurora)
    page = Client().get(page_of(aurora))
    assert page.status_code == 200
    assert f'data-key="{subscribing.shop_key(aurora.store)}"' in page.content.decode()
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert said(page_of(aurora), {"subscription": push_service.subscription}) == 204
    known = consents(person)
    assert known.is_given("push", "service")
    assert not known.is_given("push", "commercial")  # an offer needs another yes
    assert (
        'name="push-commercial"'
        in Client().get(page_of(aurora).replace(f"push/{aurora.store.key}", "p")).content.decode()
    )
    assert state(notified(aurora, person)) is State.SENT

    assert said(page_of(aurora), {"gone": push_service.endpoint}) == 204
    assert newest_browser(person) is None


def test_the_same_browser_is_kept_once(aurora: Shop, push_service: FakePushService) -> None:
    set_up(aurora, "webpush")
    somebody(aurora)
    for _ in range(2):
        assert said(page_of(aurora), {"subscription": push_service.subscription}) == 204
    assert Browser.across_stores.count() == 1


def test_nobody_has_more_than_ten_browsers(aurora: Shop, push_service: FakePushService) -> None:
    person = somebody(aurora)
    for number in range(12):
        subscribing.subscribe(
            person=person, endpoint=f"{push_service.url}/{number}", page="/push",
            now=NOON + timedelta(minutes=number), **push_service.subscription["keys"],
        )  # fmt: skip
    assert person.browsers.count() == 10
    newest = newest_browser(person)
    assert newest is not None
    assert newest.endpoint.endswith("/11")


KEYS = {"p256dh": webpush.padless(webpush.point(ec.generate_private_key(ec.SECP256R1()))), "auth": "A" * 22}


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"subscription": 7},
        {"subscription": {"endpoint": "https://evil.dev/x", "keys": KEYS}},
        {"subscription": {"endpoint": "https://fcm.googleapis.com/x", "keys": KEYS | {"p256dh": "AAAA"}}},
        {"subscription": {"endpoint": "https://fcm.googleapis.com/x", "keys": KEYS | {"auth": "AAAA"}}},
        {"subscription": {"endpoint": "https://fcm.googleapis.com/" + "x" * 1_000, "keys": KEYS}},
        {"subscription": {"endpoint": "https://fcm.googleapis.com/" + "x" * 9_000, "keys": KEYS}},
        {"subscription": {"endpoint": "https://fcm.googleapis.com/\ud800", "keys": KEYS}},
    ],
)
def test_what_no_browser_says_is_refused(aurora: Shop, body: Any) -> None:
    set_up(aurora, "webpush")
    somebody(aurora)
    assert said(page_of(aurora), body) == 400
    assert not Browser.across_stores.exists()


def test_the_page_is_not_there_until_the_shop_notifies(aurora: Shop, borealis: Shop) -> None:
    somebody(aurora)
    assert Client().get(page_of(aurora)).status_code == 404
    set_up(aurora, "webpush")
    assert Client().get(page_of(aurora)).status_code == 200
    set_up(borealis, "webpush")
    assert Client().get(page_of(aurora).replace(aurora.store.key, borealis.store.key)).status_code == 404


def test_the_worker_is_served_below_the_stores_part_of_the_address(aurora: Shop) -> None:
    script = Client().get(f"/push/{aurora.store.key}/worker.js")
    assert script["Content-Type"].startswith("text/javascript")
    assert b"showNotification" in b"".join(script.streaming_content)  # type: ignore[attr-defined]


def test_whoever_is_erased_has_no_browser_any_more(aurora: Shop, push_service: FakePushService) -> None:
    person = subscribed(aurora, push_service)
    people.erase(person=person, now=NOON)
    assert not Browser.across_stores.exists()


def test_browsers_go_with_whom_they_turn_out_to_be(aurora: Shop, push_service: FakePushService) -> None:
    person = subscribed(aurora, push_service)
    other = somebody(aurora, "ayse@work.dev")
    people.merge(keep=other, other=person, by="staff@aurora.example", why="the same", now=NOON)
    assert newest_browser(other) is not None


def test_an_offer_needs_its_own_yes(
    aurora: Shop, push_service: FakePushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)
    set_up(aurora, "webpush")
    person = subscribed(aurora, push_service)
    assert notified(aurora, person, kind="cart_reminder", key="1").silence == "no_basis"
    people.give_consent(person=person, medium="push", purpose="commercial", source=Source.PREFERENCES, at=NOON)
    assert state(notified(aurora, person, kind="cart_reminder", key="2")) is State.SENT
    third = notified(aurora, person, kind="cart_reminder", key="3", about="another")
    assert (state(third), third.silence) == (State.WAITING, "over_budget")
