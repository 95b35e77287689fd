"""A chat is a ticket from its first message: whose it is, what becomes of it, and that nothing is lost."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.chat import actions
from saleor_support_plugin.chat.models import QueueEntry
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, ConversationMessage
from saleor_support_plugin.conversations.statement import ChatOver
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets import queries, replying
from saleor_support_plugin.tickets.models import Kind, State, Ticket

from ..shops import Shop
from .people import NOW, come, sit_down, staff_of

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def ticket_of(entry: QueueEntry) -> Ticket:
    return Ticket.across_stores.select_related("conversation").get(conversation=entry.conversation_id)


def say(entry: QueueEntry, text: str, *, author: Author = Author.SHOPPER, only_live: bool = True) -> None:
    conversation = ticket_of(entry).conversation
    conversations.say(
        conversation=conversation, author=author, author_name="x", text=text, now=NOW + SECOND, only_live=only_live
    )


def events(entry: QueueEntry) -> list[str]:
    happened = ConversationMessage.across_stores.filter(conversation=entry.conversation_id, author=Author.SYSTEM)
    return list(happened.order_by("seq").values_list("event", flat=True))


def test_a_chat_has_a_number_and_is_its_seats(aurora: Shop) -> None:
    sit_down(aurora)
    entry = come(aurora, category="Brass lamp")
    ticket = ticket_of(entry)
    assert (ticket.kind, ticket.number, ticket.subject, ticket.state) == (Kind.CHAT, 1, "Brass lamp", State.OPEN)
    assert ticket.assigned_email == "ayse@aurora.example"
    actions.leave(staff=staff_of(aurora), conversation_id=entry.conversation_id, now=NOW)
    sit_down(aurora, "bora")
    ticket.refresh_from_db()
    # Back in the queue it was nobody's, and then again that of who was given it.
    seat = QueueEntry.across_stores.select_related("seat").get().seat
    assert seat is not None
    assert ticket.assigned_email == seat.email


def test_a_chat_that_says_nothing_of_its_page_is_named_by_its_first_words(aurora: Shop) -> None:
    begun = conversations.begin(
        store=aurora.store, channel="default-channel", language="tr", email="", name="Ada", shopper_key="g", now=NOW
    )
    said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": "Ada", "now": NOW}
    conversations.say(conversation=begun, text="Is the lamp in stock?\nI need two.", **said)
    actions.join(conversation=begun, category="", line="x", now=NOW)
    assert Ticket.across_stores.get().subject == "Is the lamp in stock?"


def test_who_ends_a_chat_closes_its_ticket_unless_something_is_left_to_do(aurora: Shop) -> None:
    sit_down(aurora)
    done, left = come(aurora, 1), come(aurora, 2)
    actions.end(staff=staff_of(aurora), conversation_id=done.conversation_id, now=NOW)
    actions.end(staff=staff_of(aurora), conversation_id=left.conversation_id, keep_open=True, now=NOW)
    assert (ticket_of(done).state, ticket_of(left).state) == (State.CLOSED, State.OPEN)
    assert ticket_of(done).closed_at == NOW
    assert ticket_of(left).assigned_email == "ayse@aurora.example"


def test_a_chat_that_nobody_came_to_is_an_open_ticket_and_says_so(aurora: Shop) -> None:
    entry = come(aurora)
    ticket = ticket_of(entry)
    assert (entry.state, ticket.state, ticket.assigned_email, ticket.closed_at) == ("MISSED", State.OPEN, "", None)
    assert events(entry) == ["chat_missed"]
    with pytest.raises(ChatOver):
        say(entry, "Hello?")


def test_who_leaves_the_queue_is_out_of_it_and_their_ticket_stays(aurora: Shop) -> None:
    sit_down(aurora, most=1)
    come(aurora, 1)
    entry, behind = come(aurora, 2, now=NOW), come(aurora, 3, now=NOW + SECOND)
    assert (entry.number, behind.number) == (1, 2)
    actions.walk_away(conversation=entry.conversation, now=NOW + SECOND)
    assert QueueEntry.across_stores.get(pk=entry.pk).state == "LEFT"
    assert QueueEntry.across_stores.get(pk=behind.pk).number == 1
    assert (events(entry), ticket_of(entry).state) == (["chat_left"], State.OPEN)
    actions.walk_away(conversation=entry.conversation, now=NOW + SECOND)
    assert events(entry) == ["chat_left"]


def test_a_shopper_who_ends_their_chat_frees_the_place(aurora: Shop) -> None:
    seat = sit_down(aurora, most=1)
    first, second = come(aurora, 1), come(aurora, 2, now=NOW + SECOND)
    actions.walk_away(conversation=first.conversation, now=NOW + SECOND)
    assert QueueEntry.across_stores.get(pk=first.pk).state == "ENDED"
    assert QueueEntry.across_stores.get(pk=second.pk).seat_id == seat.pk
    assert ticket_of(first).state == State.OPEN
    assert events(first) == ["seated", "chat_ended"]


def test_sockets_write_while_the_chat_is_live_and_no_longer(aurora: Shop) -> None:
    sit_down(aurora)
    entry = come(aurora)
    say(entry, "Hello")
    actions.end(staff=staff_of(aurora), conversation_id=entry.conversation_id, now=NOW)
    with pytest.raises(ChatOver):
        say(entry, "And another thing")
    say(entry, "Mailed", author=Author.STAFF, only_live=False)
    texts = ConversationMessage.across_stores.filter(event="").values_list("text", flat=True)
    assert list(texts) == ["Hello", "Mailed"]


def test_who_was_missed_and_comes_back_goes_on_in_the_same_ticket(aurora: Shop) -> None:
    entry = come(aurora)
    sit_down(aurora, now=NOW + SECOND)
    again = actions.join(conversation=entry.conversation, category="", line="x", now=NOW + SECOND)
    assert again.state == "SEATED"
    say(entry, "Here I am")
    assert Ticket.across_stores.count() == 1
    assert ticket_of(entry).assigned_email == "ayse@aurora.example"


def test_a_missed_chat_is_answered_by_mail_and_a_live_one_is_not(aurora: Shop) -> None:
    missed = come(aurora, 1, email="ada@shopper.dev")
    sit_down(aurora)
    live = come(aurora, 2, email="eve@shopper.dev")
    for entry in (missed, live):
        replying.reply(staff=staff_of(aurora), ticket_id=ticket_of(entry).pk, text="Here", key="", now=NOW)
    assert [one.address for one in Message.across_stores.all()] == ["ada@shopper.dev"]
    assert (ticket_of(missed).state, ticket_of(live).state) == (State.WAITING, State.OPEN)


def test_what_is_said_in_a_live_chat_is_found_within_a_sweep(aurora: Shop) -> None:
    sit_down(aurora)
    entry = come(aurora)
    say(entry, "Lambanın ışığı yanmıyor")

    def found() -> list[int]:
        staff = staff_of(aurora)
        return [one.number for one in queries.tickets(staff, now=NOW, search="isigi yanmi")]

    assert found() == []
    actions.sweep(store=aurora.store, now=NOW)
    assert found() == [1]
    assert ticket_of(entry).updated_at == NOW + SECOND


def test_blocking_closes_the_ticket_too(aurora: Shop) -> None:
    sit_down(aurora)
    entry = come(aurora)
    actions.block(staff=staff_of(aurora), conversation_id=entry.conversation_id, reason="", now=NOW)
    assert ticket_of(entry).state == State.CLOSED
