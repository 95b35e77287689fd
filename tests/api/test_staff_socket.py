"""A member of staff's page hears what moves in their store, and talks in the conversations that it follows."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from websockets.exceptions import InvalidStatus

from saleor_support_plugin.api.staff_socket import Presence
from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Author, Happening
from saleor_support_plugin.conversations.saying import tell
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores import actions as stores

from ..desks import ORIGIN, add_configuration, add_ticket
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, global_id
from .chatters import Chat, End


@pytest.fixture
def chat(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> Chat:
    add_configuration(open_aurora)
    return Chat(committed, open_aurora)


@pytest.fixture
def token(chat: Chat) -> str:
    return chat.shop.staff_token("MANAGE_ORDERS")


def dial(chat: Chat) -> End:
    return End(f"{chat.host}/staff/live", origin=settings.PUBLIC_URL)


def test_shopper_and_staff_talk(chat: Chat, token: str) -> None:
    shopper, staff = chat.shopper(), chat.staff(token)
    shopper.send("say", text="Is the lamp in stock?", key="one")
    assert staff.next("said") | {"at": None} == {
        "is": "said",
        "conversation": chat.id,
        "seq": 1,
        "author": "shopper",
        "name": "Ada",
        "text": "Is the lamp in stock?",
        "card": None,
        "event": None,
        "key": "one",
        "at": None,
        "channel": "CHAT",
    }
    staff.send("say", conversation=chat.id, text="It is.", key="two")
    heard = [shopper.next("said"), shopper.next("said")]
    assert [(one["author"], one["name"], one["text"]) for one in heard] == [
        ("shopper", "Ada", "Is the lamp in stock?"),
        ("staff", "", "It is."),
    ]
    assert "key" not in heard[1]
    own = staff.next("said")
    assert (own["name"], own["key"]) == ("staff@aurora.example", "two")
    staff.send("say", conversation=chat.id, text="It is.", key="two")
    assert staff.next("kept") == {"is": "kept", "conversation": chat.id, "key": "two", "seq": 2}


def test_who_types_is_told_to_the_other_side_and_to_colleagues(chat: Chat, token: str) -> None:
    shopper, here, there = chat.shopper(), chat.staff(token), chat.staff(token)
    for _ in range(3):
        here.send("typing", conversation=chat.id)
    assert shopper.heard() == {"is": "typing", "conversation": chat.id, "author": "staff"}
    assert there.heard()["name"] == "staff@aurora.example"
    assert here.hears_nothing()
    shopper.send("typing")
    assert (
        here.heard() == there.heard() == {"is": "typing", "conversation": chat.id, "author": "shopper", "name": "Ada"}
    )
    assert shopper.hears_nothing()


def test_what_moves_in_the_store_is_told_without_what_was_said(chat: Chat, token: str, open_borealis: Shop) -> None:
    add_configuration(open_borealis)
    staff = chat.staff(token, after=None)
    elsewhere = chat.staff(open_borealis.staff_token("MANAGE_ORDERS"), after=None)
    chat.shopper().send("say", text="Is the lamp in stock?", key="one")
    assert staff.heard() == {"is": "state", "conversation": chat.id, "seq": 1, "author": "shopper"}
    assert staff.hears_nothing()
    assert elsewhere.hears_nothing()


def test_staff_see_what_the_system_notes_and_resume_by_number(chat: Chat, token: str) -> None:
    staff = chat.staff(token)
    for number in (1, 2):
        actions.note(conversation=chat.conversation, event=Happening.CLOSED, by=f"{number}", now=timezone.now())
    assert [staff.next("said")["event"], staff.next("said")["seq"]] == ["closed", 2]
    again = chat.staff(token, after=1)
    assert again.next("said")["seq"] == 2
    again.send("leave", conversation=chat.id)
    again.send("typing", conversation=chat.id)
    assert again.next("refused")["code"] == "NOT_FOUND"


def test_what_a_transaction_tells_a_room_is_heard(chat: Chat, token: str) -> None:
    staff = chat.staff(token, after=None)
    tell([(f"staff:{chat.shop.store.pk}", {"is": "state", "waiting": 3}), ("staff:0", {"is": "state"})])
    assert staff.heard() == {"is": "state", "waiting": 3}
    assert staff.hears_nothing()


def test_staff_of_some_channels_follow_and_hear_those_alone(chat: Chat, token: str, saleor: FakeSaleor) -> None:
    saleor.channels = ["elsewhere"]
    staff = dial(chat).send("hello", token=token, after={chat.id: 0})
    assert [staff.heard()["is"], staff.heard()["code"]] == ["welcome", "NOT_FOUND"]
    actions.say(
        conversation=chat.conversation, author=Author.SHOPPER, author_name="Ada", text="Hello", now=timezone.now()
    )
    assert staff.hears_nothing()
    saleor.channels = [chat.channel]
    own = chat.staff(chat.shop.staff_token("MANAGE_ORDERS", email="two@aurora.example"))
    assert own.next("said")["text"] == "Hello"
    own.send("say", conversation=chat.id, text="Hello", key="k")
    assert own.next("state") == {"is": "state", "conversation": chat.id, "seq": 2, "author": "staff"}


@pytest.mark.parametrize("named", [None, 7, "x", "", own_id("Conversation", 10**9), own_id("Ticket", 1), "foreign"])
def test_what_is_not_there_or_anothers_cannot_be_followed(
    chat: Chat, token: str, committed: Service, open_borealis: Shop, named: Any
) -> None:
    named = Chat(committed, open_borealis).id if named == "foreign" else named
    staff = chat.staff(token, after=None)
    for do in ("follow", "say", "read", "typing", "leave"):
        staff.send(do, conversation=named, key="k", text="x", seq=1)
        assert staff.heard()["code"] == "NOT_FOUND"


def test_a_ticket_is_answered_where_the_answer_is_mailed_too(chat: Chat, token: str) -> None:
    ticket = add_ticket(chat.shop)
    chat.id = own_id("Conversation", ticket.conversation.pk)
    staff = chat.staff(token)
    staff.send("say", conversation=chat.id, text="It is.", key="k")
    assert staff.next("refused")["code"] == "IS_TICKET"


@pytest.mark.parametrize("origin", [ORIGIN, "https://aurora.example", "null", None])
def test_only_the_apps_own_pages_are_staffs(chat: Chat, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        End(f"{chat.host}/staff/live", origin=origin)
    assert refused.value.response.status_code == 403


def test_without_a_good_token_or_the_permission_nobody_comes_in(chat: Chat) -> None:
    shop, past = chat.shop, datetime.now(UTC) - timedelta(minutes=6)
    tokens = ["x", "", shop.customer_token(), shop.staff_token("MANAGE_ORDERS", exp=past), chat.token]
    assert {dial(chat).send("hello", token=one).closed() for one in tokens} == {4401}
    assert dial(chat).send("hello", token=shop.staff_token("MANAGE_USERS")).closed() == 4403


def test_a_token_ends_unless_it_is_renewed_by_the_same_person(chat: Chat) -> None:
    def lasting(seconds: float, user: int = 1) -> str:
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        return chat.shop.staff_token("MANAGE_ORDERS", exp=until, user_id=global_id("User", user))

    ended, renewed, other = (chat.staff(lasting(4), after=None) for _ in range(3))
    renewed.send("renew", token=lasting(60))
    other.send("renew", token=lasting(60, user=2))
    assert other.closed() == 4401
    assert ended.closed() == 4401
    renewed.send("follow", conversation=chat.id)
    assert renewed.next("state")["seq"] == 0


def test_when_the_app_is_switched_off_staff_are_gone_within_a_second(chat: Chat, token: str) -> None:
    staff = chat.staff(token)
    began = time.monotonic()
    stores.set_active(store=chat.shop.store, is_active=False, now=timezone.now())
    assert staff.closed() == 4410
    assert time.monotonic() - began < 1


def test_whoever_counts_who_is_there_is_told_who_comes_and_goes(
    chat: Chat, committed: Service, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    presence = Presence(
        joined=lambda staff: told.append(("joined", staff.email)),
        left=lambda staff: told.append(("left", staff.email)),
        dismissed=lambda staff: told.append(("dismissed", staff.email)),
    )
    monkeypatch.setattr(committed.application.doors.staff, "_presence", presence)
    staff = chat.staff(token)
    assert told == [("joined", "staff@aurora.example")]
    staff.leave()
    give_up = time.monotonic() + 10
    while len(told) < 2 and time.monotonic() < give_up:
        time.sleep(0.01)
    assert told[1:] == [("left", "staff@aurora.example")]
    assert dial(chat).send("hello", token=chat.shop.staff_token("MANAGE_USERS")).closed() == 4403
    assert told[2:] == [("dismissed", "staff@aurora.example")]
