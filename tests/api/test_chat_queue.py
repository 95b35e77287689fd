"""From a shopper's tap to a seat: what the doors and the sockets say of the queue."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.api.tasks import seat_chats
from saleor_support_plugin.chat import actions, hot, rules
from saleor_support_plugin.chat.models import Presence, QueueEntry, Seat
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores.callers import Staff

from ..desks import ORIGIN, add_configuration
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, global_id
from .chatters import Chat, End
from .test_chat_session import Page, new_key

OWN_ID = global_id("User", 1)
ALWAYS = [[["00:00", "00:00"]]] * 7
OFFLINE = {"state": "missed", "number": None, "minutes": None, "agent": None}


@pytest.fixture
def shop(open_aurora: Shop) -> Shop:
    add_configuration(open_aurora, contact_channels=[{"kind": "chat"}, {"kind": "form"}], week=ALWAYS)
    return open_aurora


@pytest.fixture
def page(committed: Service, shop: Shop) -> Page:
    return Page(committed, shop)


@pytest.fixture
def inbox(committed: Service, shop: Shop, saleor: FakeSaleor) -> Chat:
    return Chat(committed, shop)


def member(inbox: Chat) -> Staff:
    return Staff(inbox.shop.store, OWN_ID, "staff@aurora.example", frozenset(), (), None)


def opens(inbox: Chat, state: Presence = Presence.ONLINE) -> End:
    """Have a member of staff open the inbox and say that they take chats."""
    end = inbox.staff(inbox.shop.staff_token("MANAGE_ORDERS"), after=None)
    actions.set_presence(staff=member(inbox), state=state, now=timezone.now())
    return end


def begin(page: Page, **more: Any) -> dict[str, Any]:
    begun: dict[str, Any] = page.open(text="Hello", key=new_key(), locale="tr", **more).json()
    return begun


def wait_for(is_so: Callable[[], bool], seconds: float = 12) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def widget(page: Page) -> dict[str, Any]:
    hot.forget()
    found: dict[str, Any] = requests.get(f"{page.place}/widget.json", timeout=20).json()
    return found


def test_a_shopper_hears_at_once_who_chats_with_them(page: Page, inbox: Chat) -> None:
    opens(inbox)
    Seat.across_stores.update(name="Ayşe", max_concurrent=1)
    first, second = begin(page), begin(page, category="returns")
    agent = {"name": "Ayşe", "photo": None, "expertise": None}
    queue = {"is": "queue", "conversation": first["conversation"]}
    assert first["queue"] == queue | {"state": "seated", "number": None, "minutes": None, "agent": agent}
    waiting = {"state": "waiting", "number": 1, "minutes": 8, "agent": None}
    assert second["queue"] == queue | {"conversation": second["conversation"]} | waiting
    assert page.talk(second["token"]).json()["queue"] == second["queue"]
    assert QueueEntry.across_stores.get(category="returns").number == 1


def test_where_nobody_is_there_the_door_says_so_and_the_message_is_kept(page: Page) -> None:
    begun = begin(page)
    assert begun["queue"] | OFFLINE == begun["queue"]
    assert page.talk(begun["token"]).json()["messages"][0]["text"] == "Hello"


def test_before_the_tap_a_page_says_online_busy_or_nothing_of_a_chat(page: Page, inbox: Chat) -> None:
    assert "chat" not in [way["kind"] for way in widget(page)["channels"]]
    opens(inbox)
    Seat.across_stores.update(max_concurrent=1)
    free = widget(page)
    assert (free["state"], free["waiting"]) == ("online", None)
    assert "chat" in [way["kind"] for way in free["channels"]]
    begin(page)
    busy = widget(page)
    assert (busy["state"], busy["waiting"]) == ("busy", {"number": 1, "minutes": 8})


def test_a_socket_tells_a_shopper_when_it_is_their_turn(page: Page, inbox: Chat) -> None:
    staff = opens(inbox)
    Seat.across_stores.update(max_concurrent=1)
    first, second = begin(page), begin(page)
    shopper = inbox.dial().send("hello", token=second["token"])
    assert shopper.next("welcome")
    assert shopper.next("queue")["state"] == "waiting"
    [entry] = QueueEntry.across_stores.filter(state="SEATED")
    actions.end(staff=member(inbox), conversation_id=entry.conversation_id, now=timezone.now())
    assert own_id("Conversation", entry.conversation_id) == first["conversation"]
    assert shopper.next("queue")["state"] == "seated"
    frames = [staff.next("queue") for _ in range(5)]
    assert [(one["conversation"], one["state"], one["user"]) for one in frames] == [
        (first["conversation"], "waiting", None),
        (first["conversation"], "seated", OWN_ID),
        (second["conversation"], "waiting", None),
        (first["conversation"], "ended", None),
        (second["conversation"], "seated", OWN_ID),
    ]


def test_an_open_inbox_is_seen_again_and_again_and_a_closed_one_is_not(page: Page, inbox: Chat) -> None:
    staff = opens(inbox)
    begun = begin(page)
    assert begun["queue"]["state"] == "seated"
    long_ago = timezone.now() - timedelta(hours=1)
    Seat.across_stores.update(seen_at=long_ago)
    assert wait_for(lambda: Seat.across_stores.filter(seen_at__gt=long_ago + timedelta(minutes=30)).exists())
    staff.leave()
    fresh = timezone.now() - rules.FRESH + timedelta(seconds=1)
    assert wait_for(lambda: not Seat.across_stores.filter(seen_at__gt=fresh).exists(), 2)
    assert begin(page)["queue"]["state"] == "waiting"
    Seat.across_stores.update(seen_at=timezone.now() - rules.GONE)
    seat_chats()
    assert page.talk(begun["token"]).json()["queue"]["state"] == "missed"


def test_who_waits_with_an_open_page_is_seen_to_wait(page: Page, inbox: Chat) -> None:
    opens(inbox)
    Seat.across_stores.update(max_concurrent=1)
    begin(page)
    begun = begin(page)
    inbox.dial().send("hello", token=begun["token"]).next("welcome")
    long_ago = timezone.now() - timedelta(hours=1)
    waiting = QueueEntry.across_stores.filter(state="WAITING")
    waiting.update(seen_at=long_ago)
    assert wait_for(lambda: waiting.filter(seen_at__gt=long_ago + timedelta(minutes=30)).exists())


def test_who_is_blocked_is_sent_away_at_once_and_begins_no_other_chat(page: Page, inbox: Chat) -> None:
    opens(inbox)
    begun = begin(page)
    shopper = inbox.dial().send("hello", token=begun["token"])
    shopper.next("welcome")
    entry = QueueEntry.across_stores.get()
    actions.block(staff=member(inbox), conversation_id=entry.conversation_id, reason="", now=timezone.now())
    assert shopper.closed() == 4401
    refused = page.open(text="Hello again", key=new_key())
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "BLOCKED")
    assert page.talk(begun["token"]).status_code == 404


def test_a_shop_without_origins_lets_nobody_into_its_queue(committed: Service, open_borealis: Shop) -> None:
    answer = requests.post(
        f"{committed.url}/s/{open_borealis.store.key}/default-channel/chat/session",
        json={"text": "Hello", "key": new_key()},
        headers={"origin": ORIGIN},
        timeout=20,
    )
    assert answer.status_code == 403
    assert not QueueEntry.across_stores.exists()
