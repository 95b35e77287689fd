"""Whoever chats says once who they are, and gets a token of ours for one conversation."""

import secrets
import time
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.api.chat_session import identity_secret
from saleor_support_plugin.chat import actions
from saleor_support_plugin.chat.models import Presence
from saleor_support_plugin.conversations.identity import signature
from saleor_support_plugin.conversations.models import Conversation, Happening
from saleor_support_plugin.stores.callers import Staff

from ..desks import ORIGIN, add_configuration
from ..service import Service
from ..shops import Shop

CUSTOMER = {"customer": "c-7", "email": "ada@aurora.example"}


class Page:
    """A page of the shop that begins to chat."""

    def __init__(self, service: Service, shop: Shop) -> None:
        self.shop = shop
        self.place = f"{service.url}/s/{shop.store.key}/default-channel"

    def open(self, *, bearer: str = "", **given: Any) -> requests.Response:
        headers = {"origin": ORIGIN} | ({"authorization": f"Bearer {bearer}"} if bearer else {})
        return requests.post(f"{self.place}/chat/session", json=given, headers=headers, timeout=20)

    def talk(self, token: str, **given: Any) -> requests.Response:
        headers = {"origin": ORIGIN, "authorization": f"Bearer {token}"}
        if given:
            return requests.post(f"{self.place}/conversation", json=given, headers=headers, timeout=20)
        return requests.get(f"{self.place}/conversation", headers=headers, timeout=20)

    def identity(self, **changed: Any) -> dict[str, Any]:
        given: dict[str, Any] = CUSTOMER | {"expires": int(time.time()) + 600} | changed
        signed = signature(identity_secret(self.shop.store, "default-channel"), **given)
        return given | {"signature": signed}


def new_key() -> str:
    return secrets.token_hex(16)


@pytest.fixture
def page(committed: Service, open_aurora: Shop) -> Page:
    add_configuration(open_aurora)
    return Page(committed, open_aurora)


def sit_there(page: Page) -> None:
    """Have a member of staff at their seat, so that chats go on."""
    staff = Staff(page.shop.store, "ayse", "ayse@aurora.example", frozenset(), (), None)
    actions.seen(staff=staff, now=timezone.now())
    actions.set_presence(staff=staff, state=Presence.ONLINE, now=timezone.now())


def test_a_chat_begins_with_its_first_message_and_an_open_page_leaves_nothing(page: Page) -> None:
    assert page.open().json() == {"ok": True, "token": None, "conversation": None}
    assert not Conversation.across_stores.exists()
    begun = page.open(text="Is the lamp in stock?", key=new_key(), name="Ada", locale="tr-TR").json()
    conversation = page.shop.store.conversations.get()
    assert (conversation.language, conversation.name, conversation.email) == ("tr", "Ada", "")
    assert conversation.shopper_key.startswith("guest:")
    assert begun["seq"] == 1
    assert page.talk(begun["token"]).json()["messages"][0]["text"] == "Is the lamp in stock?"


def test_a_chat_is_read_and_written_without_a_socket_too(page: Page) -> None:
    sit_there(page)
    token = page.open(text="Hello", key=new_key()).json()["token"]
    # Between them staff alone were told who took it.
    assert page.talk(token, text="Anybody?", key="two").json()["message"]["seq"] == 3
    assert page.talk(token, text="Anybody?", key="two").json()["message"]["seq"] == 3
    read = page.talk(token).json()
    assert (read["number"], read["subject"], read["state"], read["seq"]) == (1, "Hello", "OPEN", 3)
    assert [one["text"] for one in read["messages"]] == ["Hello", "Anybody?"]


def test_the_same_key_is_the_same_chat_of_somebody_unknown(page: Page) -> None:
    key = new_key()
    first, again = page.open(text="Hello", key=key).json(), page.open(text="Hello", key=key).json()
    assert (first["conversation"], first["seq"]) == (again["conversation"], again["seq"])
    assert page.open(text="Hello", key=new_key()).json()["conversation"] != first["conversation"]
    assert page.shop.store.conversations.count() == 2


@pytest.mark.parametrize("key", [None, "short", 7, "x" * 65, "nul \0 nul \0 nul \0 nul"])
def test_a_key_that_others_could_guess_begins_nothing(page: Page, key: Any) -> None:
    answer = page.open(text="Hello", key=key)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "INVALID")


def test_saleors_customer_goes_on_with_their_chat_on_another_device(page: Page) -> None:
    token = page.shop.customer_token()
    assert page.open(bearer=token).json()["token"] is None
    begun = page.open(bearer=token, text="Hello", key=new_key()).json()
    there = page.open(bearer=token).json()
    assert (there["conversation"], there["seq"]) == (begun["conversation"], None)
    assert there["token"] != begun["token"]
    conversation = page.shop.store.conversations.get()
    assert conversation.shopper_key.startswith("user:")
    assert conversation.email == "shopper@aurora.example"
    assert conversation.email_confirmed_at is not None
    assert [one["seq"] for one in page.talk(there["token"]).json()["messages"]] == [1]


def test_whom_the_merchants_server_vouches_for_has_one_chat_a_channel_until_it_ends(page: Page) -> None:
    sit_there(page)
    begun = page.open(identity=page.identity(), text="Hello", key=new_key()).json()
    again = page.open(identity=page.identity(), text="Me again", key=new_key()).json()
    assert (again["conversation"], again["seq"]) == (begun["conversation"], 3)
    conversation = page.shop.store.conversations.get()
    assert (conversation.shopper_key, conversation.email) == ("customer:c-7", CUSTOMER["email"])
    page.shop.store.conversations.update(ended_at=conversation.created_at)
    assert page.open(identity=page.identity()).json()["token"] is None
    after = page.open(identity=page.identity(), text="A new matter", key=new_key()).json()
    assert after["conversation"] != begun["conversation"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"signature": "0" * 64}, "SIGNATURE"),
        ({"signature": None}, "SIGNATURE"),
        ({"customer": "c-8"}, "SIGNATURE"),
        ({"email": "eve@elsewhere.example"}, "SIGNATURE"),
        ({"expires": 9_999_999_999}, "SIGNATURE"),
        ({"customer": ""}, "MALFORMED"),
        ({"customer": "c-7\nada"}, "MALFORMED"),
        ({"expires": "soon"}, "MALFORMED"),
    ],
)
def test_a_word_that_the_merchant_did_not_give_is_refused(page: Page, wrong: dict[str, Any], code: str) -> None:
    answer = page.open(identity=page.identity() | wrong, text="Hello", key=new_key())
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, code)
    assert not Conversation.across_stores.exists()


def test_an_old_word_and_another_shops_are_refused(page: Page, open_borealis: Shop) -> None:
    add_configuration(open_borealis)
    old = page.open(identity=page.identity(expires=int(time.time()) - 1), text="Hello", key=new_key())
    too_long = page.open(identity=page.identity(expires=int(time.time()) + 90_000), text="Hello", key=new_key())
    page.place = page.place.replace(page.shop.store.key, open_borealis.store.key)
    foreign = page.open(identity=page.identity(), text="Hello", key=new_key())
    customer = page.open(bearer=page.shop.customer_token(), text="Hello", key=new_key())
    staff = page.open(bearer=open_borealis.staff_token("MANAGE_ORDERS"), text="Hello", key=new_key())
    codes = [one.json()["error"]["code"] for one in (old, too_long, foreign, customer, staff)]
    assert codes == ["EXPIRED", "EXPIRED", "SIGNATURE", "UNAUTHENTICATED", "UNAUTHENTICATED"]
    assert not Conversation.across_stores.exists()


def test_only_the_merchants_own_pages_begin_a_chat_and_not_without_end(page: Page) -> None:
    elsewhere = requests.post(
        f"{page.place}/chat/session", json={}, headers={"origin": "https://elsewhere.example"}, timeout=20
    )
    assert elsewhere.status_code == 403
    answers = [page.open().status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]


def test_what_does_not_work_on_a_page_is_told_once_and_only_with_a_message(page: Page) -> None:
    sit_there(page)
    site = {"url": f"{ORIGIN}/cart", "browser": "Safari", "window": "390x844"}
    bearer = page.shop.customer_token()
    for _ in range(2):
        assert page.open(bearer=bearer, text="I cannot pay", key="the-same-key-twice", site=site).status_code == 200
    assert page.open(bearer=bearer, site=site | {"window": "844x390"}).status_code == 200
    conversation = page.shop.store.conversations.get()
    told = conversation.messages.filter(event=Happening.SITE_PROBLEM)
    assert [one.text for one in told] == [f"{ORIGIN}/cart · 390x844 · Safari"]
    assert page.shop.store.tickets.get().tags == ["site problem"]
