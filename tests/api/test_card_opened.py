"""A shopper's tap on what staff showed is told to the server, by the socket or without one, and to staff."""

from datetime import datetime
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Author

from ..desks import ORIGIN, add_configuration
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .chatters import Chat

LAMP = {"kind": "product", "product": "lamp", "name": "Lamp", "url": "https://shop.example/lamp"}


@pytest.fixture
def chat(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> Chat:
    add_configuration(open_aurora)
    found = Chat(committed, open_aurora)
    actions.say(
        conversation=found.conversation,
        author=Author.STAFF,
        author_name="staff@x",
        text="",
        card=LAMP,
        now=timezone.now(),
    )
    return found


def opened(chat: Chat) -> Any:
    card = chat.conversation.messages.get(seq=1).card
    return card and card.get("opened")


def test_over_the_socket_the_first_tap_counts_and_staff_hear_of_it(chat: Chat) -> None:
    shopper, staff = chat.shopper(), chat.staff(chat.shop.staff_token("MANAGE_ORDERS"))
    shopper.send("opened", seq=1)
    told = staff.next("opened")
    assert (told["conversation"], told["seq"]) == (chat.id, 1)
    assert datetime.fromisoformat(told["at"]) <= timezone.now()
    shopper.send("opened", seq=1).send("opened", seq="x")
    assert (shopper.next("refused")["do"], opened(chat)) == ("opened", told["at"])
    # Staff who come later read it on the card, and the shopper does not.
    later = chat.staff(chat.shop.staff_token("MANAGE_ORDERS")).next("said")
    assert later["card"] == LAMP | {"opened": told["at"]}
    assert chat.shopper().next("said")["card"] == LAMP


def test_without_a_socket_it_is_posted(chat: Chat) -> None:
    place = chat.address().replace("ws://", "http://").removesuffix("/chat")
    headers = {"origin": ORIGIN, "authorization": f"Bearer {chat.token}"}
    assert requests.post(f"{place}/conversation/opened", json={"seq": 2}, headers=headers, timeout=20).json()["ok"]
    assert opened(chat) is None
    assert requests.post(f"{place}/conversation/opened", json={"seq": 1}, headers=headers, timeout=20).json()["ok"]
    assert opened(chat) is not None
    read = requests.get(f"{place}/conversation", headers=headers, timeout=20).json()
    assert [one["card"] for one in read["messages"]] == [LAMP]
