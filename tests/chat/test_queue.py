"""Shoppers wait for a seat, are given one, and are told the truth while they wait."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from saleor_support_plugin.chat import actions, measuring, queries, rules
from saleor_support_plugin.chat.models import Presence, QueueState, Seat, WaitHour
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author
from saleor_support_plugin.conversations.reaching import ChatNow, Waiting
from saleor_support_plugin.ids import own_id

from ..desks import add_configuration
from ..shops import Shop
from .people import CHANNEL, NOW, again, come, seated_with, sit_down, staff_of

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What rooms are told, in order."""
    frames: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr("saleor_support_plugin.conversations.saying.tell", frames.extend)
    return frames


def test_somebody_free_is_given_the_chat_at_once_and_both_sides_are_told(
    aurora: Shop, told: list[tuple[str, dict[str, Any]]]
) -> None:
    sit_down(aurora, expertise="Lamps")
    entry = come(aurora)
    assert (entry.state, entry.seat and entry.seat.user_id) == (QueueState.SEATED, "ayse")
    conversation = own_id("Conversation", entry.conversation_id)
    agent = {"name": "Ayse", "photo": None, "expertise": "Lamps"}
    frame = {"is": "queue", "conversation": conversation, "state": "seated", "number": None, "minutes": None}
    assert (f"conversation:{entry.conversation_id}:shopper", frame | {"agent": agent}) in told
    seen = {"is": "queue", "conversation": conversation, "state": "seated", "user": "ayse"}
    rooms = [room for room, one in told if one == seen]
    store = aurora.store.pk
    assert rooms == [f"conversation:{entry.conversation_id}", f"staff:{store}", f"staff:{store}:{CHANNEL}"]
    assert entry.conversation.messages.get().event == "seated"


def test_chats_go_round_and_nobody_gets_more_than_they_take(aurora: Shop) -> None:
    sit_down(aurora, "ayse", most=2)
    sit_down(aurora, "berk", most=1)
    entries = [come(aurora, number, now=NOW + timedelta(seconds=number)) for number in range(4)]
    assert [seated_with(entry) for entry in entries] == ["ayse", "berk", "ayse", None]
    assert list(aurora.store.seats.order_by("user_id").values_list("busy", flat=True)) == [2, 1]


def test_the_database_itself_refuses_one_chat_more_than_the_limit(aurora: Shop) -> None:
    seat = sit_down(aurora, most=1)
    come(aurora)
    with pytest.raises(IntegrityError, match="seat_never_over_its_limit"), transaction.atomic():
        Seat.across_stores.filter(pk=seat.pk).update(busy=2)


def test_who_waits_is_told_a_number_that_falls_and_never_rises(
    aurora: Shop, told: list[tuple[str, dict[str, Any]]]
) -> None:
    sit_down(aurora, most=1)
    first, second, third = (come(aurora, number, now=NOW + timedelta(seconds=number)) for number in range(3))
    assert [again(entry).number for entry in (first, second, third)] == [None, 1, 2]
    actions.end(staff=staff_of(aurora), conversation_id=first.conversation_id, now=NOW + timedelta(seconds=10))
    assert [again(entry).state for entry in (first, second)] == [QueueState.ENDED, QueueState.SEATED]
    assert again(third).number == 1
    # The one before comes back, in front of the third, whose number stays.
    actions.gone(staff=staff_of(aurora), now=NOW + timedelta(seconds=11))
    actions.leave(staff=staff_of(aurora), conversation_id=second.conversation_id, now=NOW + timedelta(seconds=11))
    assert [again(entry).number for entry in (second, third)] == [1, 1]
    room = f"conversation:{third.conversation_id}:shopper"
    assert [frame["number"] for where, frame in told if where == room and frame["state"] == "waiting"] == [2, 1]
    assert [frame["minutes"] for where, frame in told if where == room] == [16, 8]


def test_where_nobody_is_there_a_shopper_hears_so_at_once(aurora: Shop) -> None:
    assert come(aurora, 1).state == QueueState.MISSED
    sit_down(aurora, channels=["uk-web"])
    sit_down(aurora, "berk", allowed=frozenset({"uk-web"}))
    assert come(aurora, 2).state == QueueState.MISSED


def test_who_was_missed_waits_anew_once_somebody_is_there(aurora: Shop) -> None:
    entry = come(aurora)
    sit_down(aurora, now=NOW + MINUTE)
    later = actions.join(conversation=entry.conversation, category="", line="203.0.113.7", now=NOW + MINUTE)
    assert (later.pk, later.state, later.joined_at) == (entry.pk, QueueState.SEATED, NOW + MINUTE)


def test_the_same_chat_stands_in_the_queue_once(aurora: Shop) -> None:
    sit_down(aurora, most=1)
    come(aurora, 1)
    entry = come(aurora, 2)
    actions.join(conversation=entry.conversation, category="", line="203.0.113.7", now=NOW + MINUTE)
    assert aurora.store.queue.count() == 2
    assert again(entry).joined_at == NOW


@pytest.mark.parametrize("how", ["away", "offline", "gone", "silent"])
def test_within_a_minute_the_chats_of_who_is_gone_are_somebody_elses(aurora: Shop, how: str) -> None:
    sit_down(aurora, "ayse")
    entry = come(aurora)
    sit_down(aurora, "berk")
    ayse, berk = staff_of(aurora, "ayse"), aurora.store.seats.filter(user_id="berk")
    states = {"away": Presence.AWAY, "offline": Presence.OFFLINE}
    if how in states:
        actions.set_presence(staff=ayse, state=states[how], now=NOW)
    if how == "gone":
        actions.gone(staff=ayse, now=NOW)
    for seconds in range(5, 60, 5):
        now = NOW + timedelta(seconds=seconds)
        berk.update(seen_at=now)
        if how in states:
            aurora.store.seats.filter(user_id="ayse").update(seen_at=now)
        actions.sweep(store=aurora.store, now=now)
        if seated_with(entry) == "berk":
            break
    assert seated_with(entry) == "berk"
    assert seconds <= 25
    assert list(aurora.store.seats.order_by("user_id").values_list("busy", flat=True)) == [0, 1]
    assert list(entry.conversation.messages.order_by("seq").values_list("event", flat=True)) == [
        "seated",
        "unseated",
        "seated",
    ]


def test_where_the_last_one_is_gone_a_shopper_hears_so_within_a_minute(
    aurora: Shop, told: list[tuple[str, dict[str, Any]]]
) -> None:
    sit_down(aurora, most=1)
    seated, waiting = come(aurora, 1), come(aurora, 2)
    for seconds in range(5, 60, 5):
        actions.sweep(store=aurora.store, now=NOW + timedelta(seconds=seconds))
        if again(seated).state == again(waiting).state == QueueState.MISSED:
            break
    assert seconds <= 25
    assert told[-4][1]["state"] == "missed"
    assert aurora.store.seats.get().busy == 0
    assert actions.stores_with_chats() == []


def test_a_page_that_is_loaded_anew_loses_no_chat(aurora: Shop) -> None:
    sit_down(aurora)
    entry = come(aurora)
    actions.gone(staff=staff_of(aurora), now=NOW)
    assert come(aurora, 2).state == QueueState.WAITING
    actions.sweep(store=aurora.store, now=NOW + timedelta(seconds=5))
    actions.seen(staff=staff_of(aurora), now=NOW + timedelta(seconds=6))
    actions.sweep(store=aurora.store, now=NOW + timedelta(seconds=10))
    assert seated_with(entry) == "ayse"
    assert aurora.store.seats.get().busy == 2


def test_who_closes_the_page_while_they_wait_has_left(aurora: Shop) -> None:
    seat = sit_down(aurora, most=1)
    come(aurora, 1)
    gone, stays = come(aurora, 2), come(aurora, 3)
    later = NOW + rules.LEFT_AFTER
    Seat.across_stores.filter(pk=seat.pk).update(seen_at=later)
    actions.page_seen(conversation=stays.conversation, now=later)
    assert actions.sweep(store=aurora.store, now=later) == {"back": 0, "left": 1, "given": 0, "missed": 0}
    assert again(gone).state == QueueState.LEFT
    assert (again(stays).state, again(stays).number) == (QueueState.WAITING, 1)


def test_a_limit_is_lowered_only_to_what_somebody_has_now(aurora: Shop) -> None:
    seat = sit_down(aurora, most=2)
    come(aurora, 1)
    come(aurora, 2)
    with pytest.raises(actions.ChatRefused) as refused:
        actions.change_seat(staff=staff_of(aurora), seat_id=seat.pk, values={"max_concurrent": 1}, now=NOW)
    assert refused.value.code == "BUSY"
    third = come(aurora, 3)
    actions.change_seat(staff=staff_of(aurora), seat_id=seat.pk, values={"max_concurrent": 3}, now=NOW)
    assert seated_with(third) == "ayse"


def test_a_pages_word_before_the_tap_says_who_is_there_and_how_long_it_takes(aurora: Shop) -> None:
    def now() -> ChatNow:
        return queries.chat_now(aurora.store, CHANNEL, now=NOW)

    assert now() == ChatNow(False, None)
    seat = sit_down(aurora, most=1)
    assert now() == ChatNow(True, None)
    assert queries.chat_now(aurora.store, "elsewhere", now=NOW) == ChatNow(True, None)
    come(aurora, 1)
    assert now() == ChatNow(True, Waiting(1, 8))
    come(aurora, 2)
    assert now() == ChatNow(True, Waiting(2, 16))
    Seat.across_stores.filter(pk=seat.pk).update(channels=["uk-web"])
    assert now() == ChatNow(False, None)
    Seat.across_stores.filter(pk=seat.pk).update(channels=[], seen_at=NOW - rules.FRESH)
    assert now() == ChatNow(False, None)


def test_the_wait_that_is_told_follows_how_long_chats_took(aurora: Shop) -> None:
    sit_down(aurora, most=1)
    for number in range(rules.FEWEST_ENDED):
        entry = come(aurora, number)
        actions.end(staff=staff_of(aurora), conversation_id=entry.conversation_id, now=NOW + 2 * MINUTE)
    come(aurora, 90)
    assert queries.chat_now(aurora.store, CHANNEL, now=NOW) == ChatNow(True, Waiting(1, 2))


def test_waits_are_measured_by_hour_and_channel_and_counted_once(aurora: Shop) -> None:
    add_configuration(aurora)
    later = NOW + 3 * MINUTE
    sit_down(aurora, most=1, now=later)
    first, second = come(aurora, 1), come(aurora, 2, now=NOW + MINUTE)
    said: dict[str, Any] = {"author": Author.STAFF, "author_name": "", "text": "Hello"}
    conversations.say(conversation=first.conversation, now=NOW + MINUTE, **said)
    actions.end(staff=staff_of(aurora), conversation_id=first.conversation_id, now=later)
    assert seated_with(second) == "ayse"
    for _ in range(2):
        assert measuring.measure(aurora.store, NOW + timedelta(hours=1)) == {"hours": 1}
    row = WaitHour.across_stores.get()
    assert (row.day, row.hour, row.arrivals, row.left, row.missed) == (NOW.date(), 15, 2, 0, 0)
    assert (sorted(row.waits), row.first_replies, row.resolutions) == ([0, 120], [60], [180])


def test_another_shops_seats_take_nothing_of_this_one(aurora: Shop, borealis: Shop) -> None:
    sit_down(borealis)
    assert come(aurora).state == QueueState.MISSED
    assert borealis.store.seats.get().busy == 0


def test_a_store_goes_with_its_seats_and_queue(aurora: Shop) -> None:
    sit_down(aurora)
    come(aurora)
    aurora.store.delete()
    assert not Seat.across_stores.exists()
