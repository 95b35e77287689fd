"""Words that a shop does not want to read are refused, or taken and marked for staff, at each of its doors."""

from typing import Any

import requests
from django.conf import settings
from django.utils import timezone

from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Conversation
from saleor_support_plugin.stores.models import NamedConfiguration

from ..desks import ORIGIN, add_configuration, filled_in
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .chatters import Chat
from .test_chat_session import Page, new_key, sit_there

BAD = "Bu ISIRGAN lamba"


def set_words(shop: Shop, **changed: Any) -> None:
    add_configuration(shop, **({"blocked_words": ["ısırgan"]} | changed))


def newest(shop: Shop) -> tuple[str, Any]:
    said = shop.store.conversations.get().last_message
    assert said is not None
    return said.text, said.card


def test_a_chat_does_not_begin_with_such_words(committed: Service, open_aurora: Shop) -> None:
    set_words(open_aurora)
    page = Page(committed, open_aurora)
    answer = page.open(text=BAD, key=new_key())
    assert (answer.status_code, [one["code"] for one in answer.json()["errors"]]) == (422, ["WORDS"])
    assert not Conversation.across_stores.exists()
    assert page.open(text="Bu lamba", key=new_key()).json()["ok"]


def test_a_chat_that_begins_so_is_marked_and_its_ticket_named_otherwise(committed: Service, open_aurora: Shop) -> None:
    set_words(open_aurora, blocked_words_act="mark")
    page = Page(committed, open_aurora)
    sit_there(page)
    token = page.open(text=BAD, key=new_key()).json()["token"]
    assert newest(open_aurora) == (BAD, {"kind": "words"})
    assert open_aurora.store.tickets.get().subject == "…"
    said = page.talk(token, text=f"{BAD}!", key="two").json()["message"]
    assert (said["text"], said["card"]) == (f"{BAD}!", None)
    assert newest(open_aurora)[1] == {"kind": "words"}
    # What the shopper reads does not say that it is marked.
    assert [one["card"] for one in page.talk(token).json()["messages"]] == [None, None]


def test_over_the_socket_it_is_refused_and_can_be_said_otherwise(committed: Service, open_aurora: Shop) -> None:
    set_words(open_aurora)
    chat = Chat(committed, open_aurora)
    shopper = chat.shopper()
    refused = shopper.send("say", text=BAD, key="one").heard()
    assert (refused["is"], refused["code"], refused["key"]) == ("refused", "WORDS", "one")
    assert shopper.send("say", text="Bu lamba", key="one").told("one") == 1
    assert chat.texts() == [(1, "Bu lamba")]


def test_over_the_socket_staff_are_told_of_the_mark_and_the_shopper_is_not(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    set_words(open_aurora, blocked_words_act="mark")
    chat = Chat(committed, open_aurora)
    shopper, staff = chat.shopper(), chat.staff(open_aurora.staff_token("MANAGE_ORDERS"))
    shopper.send("say", text=BAD, key="one")
    assert (shopper.next("said")["card"], staff.next("said")["card"]) == (None, {"kind": "words"})
    # So it is for whoever comes later, and what staff say is nobody's to refuse.
    assert chat.shopper().next("said")["card"] is None
    staff.send("say", conversation=chat.id, text=BAD, key="two")
    assert staff.next("said")["card"] is None


def test_the_answer_by_mail_and_the_form_are_looked_at_too(committed: Service, open_aurora: Shop) -> None:
    set_words(open_aurora)
    place = f"{committed.url}/s/{open_aurora.store.key}/default-channel"

    def send(**changed: Any) -> requests.Response:
        return requests.post(
            f"{place}/tickets", json=filled_in(open_aurora, **changed), headers={"origin": ORIGIN}, timeout=20
        )

    for wrong in ({"text": BAD}, {"subject": BAD}):
        answer = send(**wrong)
        assert answer.status_code == 422
        assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [("text", "WORDS")]
    assert send().json()["ok"]
    conversation = open_aurora.store.conversations.get()
    link = actions.link_to(conversation=conversation, now=timezone.now())
    page_at = link.replace(settings.PUBLIC_URL, committed.url)
    page = requests.post(page_at, data={"text": BAD, "key": "k"}, timeout=20)
    assert page.status_code == 422
    assert BAD in page.text
    assert "differently" in page.text
    NamedConfiguration.across_stores.update(data={"blocked_words": ["ısırgan"], "blocked_words_act": "mark"})
    assert "differently" not in requests.post(page_at, data={"text": BAD, "key": "k"}, timeout=20).text
    assert newest(open_aurora) == (BAD, {"kind": "words"})
