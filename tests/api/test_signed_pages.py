"""The pages behind the links in our mails: no login, no cookie, no script of another; a wrong link tells nothing."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import signing
from django.test import Client

from saleor_support_plugin.outbox.links import unsubscribe_link
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.people.actions import person_at
from saleor_support_plugin.people.models import Suppression
from saleor_support_plugin.people.queries import mailbox_consents
from saleor_support_plugin.reviews import requesting
from saleor_support_plugin.reviews.models import Review
from saleor_support_plugin.stores.models import Store

from ..reviews.parcels import arrive, order
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db
BUYER = "ayse@shopper.dev"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON + timedelta(days=1), tick=False) as moved:
        yield moved


def review_address(shop: Shop, *, now: datetime = NOON + timedelta(days=1), **changed: Any) -> str:
    """Have an order arrive and its buyer be asked; return the path of the link in the mail."""
    arrive(order(shop, **changed))
    requesting.notice_deliveries(now=now)
    requesting.ask_due(now=now)
    text = Message.across_stores.get(store=shop.store, kind="review_request").text
    found = re.search(r"https://support\.example\.com(/r/[^\s?]+)", text)
    assert found
    return found.group(1)


def unsubscribe_address(shop: Shop, purpose: Any = "commercial") -> str:
    link = unsubscribe_link(store=shop.store, address=BUYER, purpose=purpose)
    return link.removeprefix("https://support.example.com")


def test_an_english_order_is_asked_in_english(client: Client, aurora: Shop) -> None:
    page = client.get(review_address(aurora, languageCodeEnum="EN") + "?f=fine").content.decode()
    assert 'lang="en"' in page
    assert "How do you like it?" in page


def test_a_review_link_ends_after_sixty_days(client: Client, aurora: Shop, clock: time_machine.Traveller) -> None:
    address = review_address(aurora)
    clock.shift(timedelta(days=60, seconds=-1))
    assert client.get(address).status_code == 200
    clock.shift(timedelta(seconds=1))
    assert client.get(address).status_code == 404
    assert client.post(address, {"stars-0": "5"}).status_code == 404
    assert not Review.across_stores.exists()


def test_opening_the_way_out_changes_nothing_and_its_button_ends_it(
    client: Client, aurora: Shop, borealis: Shop
) -> None:
    address = unsubscribe_address(aurora)
    page = client.get(address, headers={"accept-language": "tr"}).content.decode()
    assert '<button type="submit">Bu iletileri durdur</button>' in page
    assert not Suppression.across_stores.exists()
    for _ in range(2):
        assert client.post(address).status_code == 200
    for shop in (aurora, borealis):
        person_at(store=shop.store, email=BUYER, now=NOON)
    said = mailbox_consents(store=aurora.store, email="AYSE@shopper.dev")
    assert said.is_withdrawn("email", "commercial")
    assert said.word("email", "service") is None
    assert mailbox_consents(store=borealis.store, email=BUYER).word("email", "commercial") is None


def test_a_mailbox_unsubscribes_by_one_click(client: Client, aurora: Shop) -> None:
    """RFC 8058: a POST without cookie, without a redirect."""
    body = {"List-Unsubscribe": "One-Click"}
    answer = client.post(unsubscribe_address(aurora), body, headers={"origin": "https://mail.example"})
    assert (answer.status_code, answer.cookies) == (200, {})
    assert Suppression.across_stores.count() == 1


def test_the_link_names_no_address(aurora: Shop) -> None:
    token = unsubscribe_address(aurora).removeprefix("/u/")
    assert "ayse" not in str(signing.loads(token, salt="unsubscribe"))


def test_links_that_open_nothing_all_look_the_same(
    client: Client, aurora: Shop, borealis: Shop, clock: time_machine.Traveller
) -> None:
    review, way_out = review_address(aurora), unsubscribe_address(aurora)
    gone = [unsubscribe_address(borealis), review_address(borealis)]
    Store.across_stores.filter(pk=borealis.store.pk).update(removed_at=NOON)
    wrong = [
        *gone,
        "/r/nothing",
        "/u/nothing",
        "/r/" + "x" * 4000,
        "/u/%00",
        review[:-1],
        way_out[:-1],
        "/u/" + review.removeprefix("/r/"),
        "/r/" + way_out.removeprefix("/u/"),
        "/r/" + signing.Signer(salt="review").sign_object(10**9),
        "/r/" + signing.Signer(salt="review").sign_object({"store": 1}),
        "/u/" + signing.dumps("x", salt="unsubscribe"),
    ]
    answers = [client.get(address) for address in wrong] + [client.post(address) for address in wrong]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert "This link does not work any more" in answers[0].content.decode()
    clock.shift(timedelta(days=731))
    assert client.get(way_out).content == answers[0].content


@pytest.mark.parametrize("of", [review_address, unsubscribe_address])
def test_pages_keep_nothing_and_are_framed_by_nobody(client: Client, aurora: Shop, of: Any) -> None:
    answer = client.get(of(aurora))
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("no-referrer", "no-store")
    assert not answer.cookies
    page = answer.content.decode()
    assert set(re.findall("<script[^>]*", page)) <= {'<script src="/static/review.js" defer'}
    assert " style=" not in page
    assert client.put(of(aurora) if of is unsubscribe_address else "/r/x").status_code == 405
