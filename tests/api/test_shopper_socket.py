"""A shopper's page chats over a socket: what it says is kept once, in order, and heard by their other pages too."""

import json
import time
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus

from saleor_support_plugin.conversations import actions, photos
from saleor_support_plugin.conversations.models import Author, ConversationLink, ConversationPhoto, Happening
from saleor_support_plugin.stores import actions as stores
from saleor_support_plugin.stores.models import Store

from ..desks import ORIGIN, add_configuration, add_ticket
from ..files.sent import send
from ..service import Service
from ..shops import Shop
from .chatters import Chat, End, Silent


@pytest.fixture
def chat(committed: Service, open_aurora: Shop) -> Chat:
    add_configuration(open_aurora)
    return Chat(committed, open_aurora)


def said_by_staff(chat: Chat, text: str) -> None:
    """Say something as a worker or GraphQL does: in a transaction elsewhere."""
    actions.say(
        conversation=chat.conversation, author=Author.STAFF, author_name="staff@x", text=text, now=timezone.now()
    )


def test_what_one_tab_says_another_hears(chat: Chat) -> None:
    here, there = chat.shopper(), chat.shopper()
    here.send("say", text="Is the lamp in stock?", key="one")
    said = there.heard()
    assert (said["is"], said["seq"], said["author"], said["name"]) == ("said", 1, "shopper", "Ada")
    assert (said["text"], said["key"], said["conversation"]) == ("Is the lamp in stock?", "one", chat.id)
    assert here.heard() == said
    here.send("say", text="Is the lamp in stock?", key="one")
    assert here.heard() == {"is": "kept", "conversation": chat.id, "key": "one", "seq": 1}
    assert there.hears_nothing()
    assert chat.texts() == [(1, "Is the lamp in stock?")]


def test_what_a_transaction_elsewhere_says_is_heard_and_notes_are_not(chat: Chat) -> None:
    shopper = chat.shopper()
    actions.note(conversation=chat.conversation, event=Happening.CLOSED, by="staff@x", now=timezone.now())
    said_by_staff(chat, "It is in stock.")
    said = shopper.heard()
    assert (said["seq"], said["author"], said["name"], said["text"]) == (2, "staff", "", "It is in stock.")
    assert "staff@x" not in str(said)


def test_after_a_cut_everything_comes_in_order_and_then_what_is_new(chat: Chat) -> None:
    for number in range(1, 451):
        said_by_staff(chat, f"no. {number}")
    shopper = chat.shopper(after=2)
    said_by_staff(chat, "no. 451")
    assert shopper.said(449) == [(number, f"no. {number}") for number in range(3, 452)]
    assert shopper.hears_nothing()
    further = chat.shopper(after=9_999)
    assert further.hears_nothing()
    said_by_staff(chat, "no. 452")
    assert further.said(1) == shopper.said(1) == [(452, "no. 452")]


@pytest.mark.parametrize("frames", range(4))
def test_a_client_cut_after_any_frame_loses_and_doubles_nothing(chat: Chat, frames: int) -> None:
    cut = Silent(chat)
    for step in range(frames):
        if step == 0:
            cut.send("hello", token=chat.token)
        else:
            cut.send("say", text=f"no. {step}", key=f"k{step}")
    cut.cut()
    again = chat.shopper()
    for step in (1, 2):
        again.send("say", text=f"no. {step}", key=f"k{step}")
    assert again.told("k1") == 1
    assert again.told("k2") == 2
    assert chat.texts() == [(1, "no. 1"), (2, "no. 2")]


def test_in_a_tickets_conversation_the_ticket_moves_too(chat: Chat) -> None:
    ticket = add_ticket(chat.shop)
    ticket.state = "WAITING"
    ticket.save()
    chat.conversation = ticket.conversation
    chat.token = actions.widget_token(conversation=ticket.conversation, now=timezone.now())
    shopper = End(chat.address(), origin=ORIGIN).send("hello", token=chat.token)
    assert shopper.next("said")["text"] == "It came in two pieces."
    shopper.send("say", text="And the plug is missing.", key="one")
    assert shopper.next("kept")["seq"] == 2
    shopper.send("say", text="And the plug is missing.", key="one")
    assert shopper.next("kept")["seq"] == 2
    ticket.refresh_from_db()
    assert ticket.state == "OPEN"


def test_in_a_tickets_conversation_pictures_are_said_too(chat: Chat) -> None:
    ticket = add_ticket(chat.shop)
    token = actions.widget_token(conversation=ticket.conversation, now=timezone.now())
    shopper = End(chat.address(), origin=ORIGIN).send("hello", token=token)
    file = send(chat.shop, owner=photos.owner(ticket.conversation_id, "shopper"), now=timezone.now()).token
    shopper.send("say", files=[file], key="one")
    assert shopper.next("kept")["seq"] == 2
    assert [one.file.token for one in ConversationPhoto.across_stores.all()] == [file]
    shopper.send("say", files=["x" * 22], text="Look", key="two")
    assert shopper.next("refused")["code"] == "INVALID"


@pytest.mark.parametrize("origin", ["https://elsewhere.example", None, "null", ORIGIN + ".elsewhere.example"])
def test_only_the_merchants_own_pages_get_a_socket(chat: Chat, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        chat.dial(origin=origin)
    assert refused.value.response.status_code == 403
    assert b"ORIGIN_NOT_ALLOWED" in bytes(refused.value.response.body or b"")


@pytest.mark.parametrize("path", ["/s/key-nobody/default-channel/chat", "/s/key-aurora/nowhere/chat", "/elsewhere"])
def test_where_there_is_no_shop_there_is_no_socket(chat: Chat, path: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        End(chat.host + path, origin=ORIGIN)
    assert refused.value.response.status_code == 404


def test_tokens_that_open_nothing_all_end_alike(chat: Chat, committed: Service, open_borealis: Shop) -> None:
    add_configuration(open_borealis)
    now = timezone.now()
    mailed = actions.link_to(conversation=chat.conversation, now=now).rpartition("/")[2]
    old = actions.widget_token(conversation=chat.conversation, now=now - timedelta(days=200))
    foreign = Chat(committed, open_borealis).token
    for token in ("", "x", chat.token[:-1], "\0", "ş" * 50, mailed, old, foreign, 7, None):
        assert chat.dial().send("hello", token=token).closed() == 4401


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("{", 4400),
        ("[]", 4400),
        ('"hello"', 4400),
        ("", 4400),
        (b'{"do": "hello"}', 4400),
        ('{"do": "say", "text": "x", "key": "x"}', 4400),
        ('{"do": "hello"}', 4401),
        ('{"do": "hello", "token": ' + "[" * 5_000 + "]" * 5_000 + "}", 4400),
        ('{"do": "hello", "token": "' + "x" * 20_000 + '"}', 1009),
    ],
)
def test_what_is_no_hello_ends_the_connection_with_a_code(chat: Chat, frame: str | bytes, code: int) -> None:
    end = chat.dial()
    end.socket.send(frame)
    assert end.closed() == code


def test_a_frame_in_pieces_is_one_and_too_large_a_one_is_none(chat: Chat) -> None:
    pieces = Silent(chat, window=65_536).send("hello", token=chat.token)
    pieces.send_bytes(b'{"do": "say", "text": "in ', fin=False).send_more(b'pieces", "key": "k"}', fin=True)
    pieces.send("leave")
    heard, code = pieces.read_to_the_end()
    assert [one["is"] for one in heard] == ["welcome", "said"]
    assert code == 1000
    giant = Silent(chat, window=65_536).send("hello", token=chat.token).send_bytes(b'{"do": "', fin=False)
    for _ in range(5):
        giant.send_more(b"x" * 4_000, fin=False)
    assert giant.read_to_the_end()[1] == 1009


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"do": "say", "key": "k"}, "REQUIRED"),
        ({"do": "say", "key": "k", "text": " \n "}, "REQUIRED"),
        ({"do": "say", "key": "k", "text": "x" * 5_001}, "TOO_LONG"),
        ({"do": "say", "key": "k", "text": 7}, "REQUIRED"),
        ({"do": "say", "text": "x"}, "INVALID"),
        ({"do": "say", "key": "x" * 65, "text": "x"}, "INVALID"),
        ({"do": "say", "key": "\0", "text": "x"}, "INVALID"),
        ({"do": "read", "seq": "1"}, "INVALID"),
        ({"do": "read", "seq": True}, "INVALID"),
        ({"do": "read", "seq": 2**31}, "INVALID"),
        ({"do": "follow", "conversation": "x"}, "UNKNOWN"),
        ({"do": ["say"]}, "UNKNOWN"),
        ({}, "UNKNOWN"),
    ],
)
def test_a_frame_that_cannot_be_done_is_refused_and_the_connection_stays(chat: Chat, frame: Any, code: str) -> None:
    shopper = chat.shopper()
    shopper.socket.send(json.dumps(frame))
    refused = shopper.heard()
    assert (refused["is"], refused["code"], refused.get("key")) == ("refused", code, frame.get("key"))
    shopper.send("say", text="Hello", key="after")
    assert shopper.told("after") == 1


def test_who_writes_too_much_is_refused_and_who_floods_is_closed(chat: Chat) -> None:
    shopper = chat.shopper()
    for number in range(16):
        shopper.send("say", text="again", key=f"k{number}")
    assert [shopper.told(f"k{number}") for number in range(15)] == list(range(1, 16))
    assert shopper.heard()["code"] == "LIMITED"
    with suppress(ConnectionClosed):  # the line may close before the last is sent
        for _ in range(100):
            shopper.send("typing")
    assert shopper.closed() == 4429
    assert len(chat.texts()) == 15


def test_a_page_that_says_nothing_is_not_waited_for(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_support_plugin.api.sockets.HELLO_WITHIN_SECONDS", 0.1)
    assert chat.dial().closed() == 4408


@pytest.mark.parametrize("way", ["off", "removed"])
def test_when_the_app_is_taken_away_every_socket_ends_within_a_second(chat: Chat, way: str) -> None:
    ends = [chat.shopper(), chat.shopper()]
    began = time.monotonic()
    if way == "off":
        stores.set_active(store=chat.shop.store, is_active=False, now=timezone.now())
    else:
        stores.remove(store=chat.shop.store, now=timezone.now())
    assert [end.closed() for end in ends] == [4410, 4410]
    assert time.monotonic() - began < 1
    with pytest.raises(InvalidStatus):
        chat.dial()
    Store.across_stores.update(removed_at=None, is_active=True)
    assert chat.dial().send("hello", token=chat.token).heard()["is"] == "welcome"


def test_a_page_whose_token_ends_is_closed(chat: Chat) -> None:
    shopper = chat.shopper()
    actions.confirm_email(conversation=chat.conversation, now=timezone.now())
    assert shopper.closed() == 4401
    assert not ConversationLink.across_stores.filter(kind="widget").exists()


def test_how_far_each_side_has_read_is_told_at_once_and_kept(chat: Chat) -> None:
    here, there = chat.shopper(), chat.shopper()
    said_by_staff(chat, "Hello")
    there.send("read", seq=1)
    assert here.next("read") == {"is": "read", "conversation": chat.id, "author": "shopper", "seq": 1}
    there.send("read", seq=99)
    give_up = time.monotonic() + 10
    while chat.conversation.shopper_read_seq != 1:
        assert time.monotonic() < give_up
        chat.conversation.refresh_from_db()
    assert chat.dial().send("hello", token=chat.token).heard()["read"] == {"shopper": 1, "staff": 0}


def test_fifty_that_never_read_harm_nobody_and_are_told_to_resume(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_support_plugin.realtime.socket.CUT_OFF_AFTER_SECONDS", 60)
    silent = [Silent(chat).send("hello", token=chat.token) for _ in range(50)]
    quick = chat.shopper()
    text = "x" * 4_900
    for number in range(1, 161):
        said_by_staff(chat, f"{number} {text}")
        assert quick.next("said")["seq"] == number
    heard, code = silent[0].read_to_the_end()
    seqs = [one["seq"] for one in heard if one["is"] == "said"]
    assert code == 4409
    assert seqs == list(range(1, len(seqs) + 1))
    resumed = chat.shopper(after=seqs[-1])
    assert [resumed.next("said")["seq"] for _ in range(160 - len(seqs))] == list(range(seqs[-1] + 1, 161))
    for one in silent[1:]:
        one.cut()
