"""What shoppers write by WhatsApp becomes a ticket, and staff's answers go back there: once, and to nobody else."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from saleor_support_plugin.conversations.models import Author, ConversationMessage
from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets import joining, replying, rules
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.refusing import TicketRefused
from saleor_support_plugin.tickets.reply_ways import Kind, ReplyWay, reply_way

from ...desks import add_ticket, ask_as
from ...known_staff import FakeSaleor
from ...shops import NOON, Shop, global_id
from . import fake_whatsapp as meta
from .fake_whatsapp import FakeWhatsApp
from .set_up import NUMBER, set_up

pytestmark = pytest.mark.django_db
DIGITS = NUMBER.removeprefix("+")
HEARD = NOON - timedelta(minutes=1)
AT = int(HEARD.timestamp())
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
MAILBOX = "ayse@shopper.dev"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


@pytest.fixture
def account(aurora: Shop) -> SenderAccount:
    return set_up(aurora, "whatsapp")


def told(account: SenderAccount, body: bytes) -> int:
    return Client().post(
        f"/api/whatsapp-events/{account.store.key}/{account.events_secret}",
        body,
        content_type="application/json",
        headers={"X-Hub-Signature-256": meta.signed(body)},
    ).status_code  # fmt: skip


def write(account: SenderAccount, text: str = "Where is my lamp?", **changed: Any) -> None:
    values: dict[str, Any] = {"number": DIGITS, "at": AT, "id": f"wamid.{text}"} | changed
    assert told(account, meta.wrote(text=text, **values)) == 204


def said_in(ticket: Ticket) -> list[tuple[str, str, str]]:
    said = ticket.conversation.messages.exclude(author=Author.SYSTEM).order_by("seq")
    return [(one.author, one.text, one.channel) for one in said]


def happened_in(ticket: Ticket) -> list[tuple[str, str]]:
    noted = ticket.conversation.messages.filter(author=Author.SYSTEM).order_by("seq")
    return [(one.event, one.text) for one in noted]


def staff_of(shop: Shop) -> Staff:
    return Staff(shop.store, "eda", "eda@staff.example", frozenset({"MANAGE_ORDERS"}), (), None)


def answer(
    shop: Shop, ticket: Ticket, text: str = "It leaves today.", now: datetime = NOON, key: str = "one"
) -> Ticket:
    return replying.reply(staff=staff_of(shop), ticket_id=ticket.pk, text=text, key=key, now=now)


def close(shop: Shop, ticket: Ticket, now: datetime = NOON) -> None:
    tickets.close(staff=staff_of(shop), ticket_id=ticket.pk, now=now)


def way(ticket: Ticket, now: datetime = NOON) -> ReplyWay:
    return reply_way(Ticket.across_stores.get(pk=ticket.pk).conversation, now)


# What is written


def test_what_somebody_writes_is_a_ticket(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Where is my lamp?\nIt should be here.")
    ticket = aurora.store.tickets.get()
    assert (ticket.subject, ticket.medium, ticket.state) == ("Where is my lamp?", "WHATSAPP", "OPEN")
    assert (ticket.conversation.name, ticket.conversation.whatsapp, ticket.conversation.email) == ("Ayşe", NUMBER, "")
    assert ticket.conversation.channel_slug == "default-channel"
    assert ticket.conversation.language == "tr"  # the channel's: nobody knows theirs
    assert ticket.first_reply_due_at is not None
    assert said_in(ticket) == [("shopper", "Where is my lamp?\nIt should be here.", "WHATSAPP")]


def test_they_are_answered_in_their_language_where_it_is_known(aurora: Shop, account: SenderAccount) -> None:
    people.person_at(store=aurora.store, phone=NUMBER, language="en-GB", now=NOON)
    write(account)
    assert aurora.store.tickets.get().conversation.language == "en"


def test_told_twice_is_one(aurora: Shop, account: SenderAccount, clock: time_machine.Traveller) -> None:
    for _ in range(2):
        write(account)
    ticket = aurora.store.tickets.get()
    assert len(said_in(ticket)) == 1
    close(aurora, ticket)
    clock.shift(5 * DAY)
    write(account)  # Meta tells it again after the matter was over
    ticket.refresh_from_db()
    assert (aurora.store.tickets.count(), ticket.state) == (1, "CLOSED")


def test_what_they_go_on_with_stands_in_the_same_thread(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Hello")
    write(account, "Where is my lamp?")
    assert [text for _, text, _ in said_in(aurora.store.tickets.get())] == ["Hello", "Where is my lamp?"]


def test_what_was_closed_lately_is_opened_again(
    aurora: Shop, account: SenderAccount, clock: time_machine.Traveller
) -> None:
    write(account, "Hello")
    first = aurora.store.tickets.get()
    close(aurora, first)
    clock.shift(3 * DAY - SECOND)
    write(account, "Still nothing")
    first.refresh_from_db()
    assert (first.state, len(said_in(first))) == ("OPEN", 2)
    close(aurora, first, NOON + 3 * DAY)
    clock.shift(3 * DAY + SECOND)
    write(account, "Something else")
    assert (aurora.store.tickets.count(), len(said_in(first))) == (2, 2)


def test_what_was_split_off_is_answered_the_same_way(aurora: Shop, account: SenderAccount) -> None:
    write(account)
    whole: dict[str, Any] = {"ticket_id": aurora.store.tickets.get().pk, "seqs": [1], "subject": "Lamp", "key": "split"}
    assert way(joining.split(staff=staff_of(aurora), now=NOON, **whole)).kind is Kind.WHATSAPP


# Whose it is


def test_another_number_another_name_and_another_shop_are_others(aurora: Shop, borealis: Shop) -> None:
    ours, theirs = set_up(aurora, "whatsapp"), set_up(borealis, "whatsapp")
    write(ours, "Hello")
    write(ours, "Hi", number="905321234568")
    write(ours, "Good day", name="Bora")  # the number has a new owner
    write(theirs, "Selam")
    assert [said_in(one) for one in aurora.store.tickets.order_by("pk")] == [
        [("shopper", text, "WHATSAPP")] for text in ("Hello", "Hi", "Good day")
    ]
    assert said_in(borealis.store.tickets.get()) == [("shopper", "Selam", "WHATSAPP")]


def test_a_name_in_other_letters_is_the_same(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Hello", name="AYŞE İNCE")
    write(account, "Again", name="Ayşe İnce")
    assert aurora.store.tickets.count() == 1


def test_the_new_owner_of_a_number_is_not_answered_in_the_old_ones_thread(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Hello")
    old = aurora.store.tickets.get()
    write(account, "Good day", name="Bora")
    new = aurora.store.tickets.exclude(pk=old.pk).get()
    assert (way(old).kind, way(new).kind) == (Kind.NONE, Kind.WHATSAPP)
    with pytest.raises(TicketRefused) as refused:
        answer(aurora, old)
    assert refused.value.code == "WINDOW_CLOSED"
    assert len(said_in(old)) == 1


def test_what_did_not_begin_by_whatsapp_is_never_joined(aurora: Shop, account: SenderAccount) -> None:
    form = add_ticket(aurora, name="Ayşe")
    Ticket.across_stores.filter(pk=form.pk).update(phone=NUMBER)
    write(account)
    assert (aurora.store.tickets.count(), len(said_in(form))) == (2, 1)


def test_what_was_written_to_another_number_of_the_same_app_is_not_ours(aurora: Shop, account: SenderAccount) -> None:
    people.person_at(store=aurora.store, phone=NUMBER, now=NOON)
    write(account, metadata={"display_phone_number": "902125550001", "phone_number_id": "2066"})
    assert not aurora.store.tickets.exists()
    assert aurora.store.person_keys.get().heard_at is None


def test_each_account_has_threads_of_its_own(aurora: Shop, account: SenderAccount) -> None:
    """An answer leaves by the account of its conversation's channel."""
    row = NamedConfiguration.across_stores.create(
        store=aurora.store, name="Abroad", channels=["abroad"], data=account.configuration.data
    )
    told = {"phone_number_id": "2066", "access_token": "secret-2", "app_secret": meta.SECRET}
    other = SenderAccount.across_stores.create(
        store=aurora.store, configuration=row, medium="whatsapp", provider="whatsapp", credentials=json.dumps(told),
        events_secret="other", updated_at=NOON,
    )  # fmt: skip
    abroad = aurora.store.channels.get()
    abroad.pk, abroad.saleor_id, abroad.slug, abroad.default_country = None, global_id("Channel", 2), "abroad", "DE"
    abroad.save()
    write(account, "Hello")
    write(other, "Hello again", metadata={"phone_number_id": "2066"})
    found = aurora.store.tickets.order_by("pk").values_list("conversation__channel_slug", "conversation__language")
    assert list(found) == [("default-channel", "tr"), ("abroad", "en")]


# What else it may be


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("image", {"id": "7", "mime_type": "image/jpeg"}, "[WhatsApp’tan: fotoğraf; burada gösterilmez.]"),
        ("image", {"caption": "Kırık"}, "[WhatsApp’tan: fotoğraf; burada gösterilmez.]\nKırık"),
        ("audio", {"id": "7", "voice": True}, "[WhatsApp’tan: sesli mesaj; burada gösterilmez.]"),
        ("location", {"latitude": 41.0, "longitude": 29.0}, "[WhatsApp’tan: konum; burada gösterilmez.]"),
        ("unsupported", {}, "[WhatsApp’tan: başka türden bir mesaj; burada gösterilmez.]"),
        ("button", {"text": "Evet", "payload": "yes"}, "Evet"),
        ("interactive", {"type": "button_reply", "button_reply": {"id": "1", "title": "Evet"}}, "Evet"),
        ("interactive", {"type": "x", "x": 7}, "[WhatsApp’tan: başka türden bir mesaj; burada gösterilmez.]"),
        ("text", {"body": "\u202eabc\x00\ud83d"}, "abc"),
        ("text", {"body": 7}, "[WhatsApp’tan: başka türden bir mesaj; burada gösterilmez.]"),
    ],
)
def test_what_is_no_text_is_named(aurora: Shop, account: SenderAccount, kind: str, content: Any, expected: str) -> None:
    assert told(account, meta.wrote_a(kind, content, DIGITS, AT)) == 204
    assert said_in(aurora.store.tickets.get()) == [("shopper", expected, "WHATSAPP")]


@pytest.mark.parametrize("kind", ["reaction", "system", "request_welcome"])
def test_what_is_nobodys_words_opens_nothing(aurora: Shop, account: SenderAccount, kind: str) -> None:
    assert told(account, meta.wrote_a(kind, {"emoji": "👍", "body": "changed"}, DIGITS, AT)) == 204
    assert not aurora.store.tickets.exists()


def test_a_word_that_stops_offers_is_no_matter(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Dur!")
    assert not aurora.store.tickets.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"name": 7},
        {"name": "x" * 5_000},
        {"name": "\u202eevil\x00\ud83d"},
        {"text": "x" * 70_000},
        {"id": "w" * 3_000},
        {"id": "\ud83d"},
    ],
)
def test_hostile_words_are_taken_as_far_as_they_fit(
    aurora: Shop, account: SenderAccount, changed: dict[str, Any]
) -> None:
    write(account, **changed)
    said = ConversationMessage.across_stores.get(conversation__store=aurora.store, author=Author.SHOPPER)
    assert 0 < len(said.text) <= 5_000
    assert len(said.author_name) <= 100
    assert "\u202e" not in said.author_name


@pytest.mark.parametrize("number", ["", "1", "<script>", "9" * 40, "0905321234567"])
def test_who_has_no_number_is_left_out(aurora: Shop, account: SenderAccount, number: str) -> None:
    write(account, number=number)
    assert not aurora.store.tickets.exists()


def test_a_number_that_is_no_telephones_has_words_and_no_answer(aurora: Shop, account: SenderAccount) -> None:
    write(account, number="15550001")
    assert way(aurora.store.tickets.get()).kind is Kind.NONE


@pytest.mark.parametrize(
    "wrong", [{"messages": 7}, {"metadata": None}, {"contacts": [7]}, {"messages": [{"from": DIGITS}]}]
)
def test_what_meta_cannot_have_said_opens_nothing(aurora: Shop, account: SenderAccount, wrong: dict[str, Any]) -> None:
    said = json.loads(meta.wrote(DIGITS, AT, "Hello"))
    said["entry"][0]["changes"][0]["value"] |= wrong
    assert told(account, json.dumps(said).encode()) == 400
    assert not aurora.store.tickets.exists()


def test_words_that_the_shop_does_not_want_are_marked_and_never_refused(aurora: Shop, account: SenderAccount) -> None:
    account.configuration.data |= {"blocked_words": ["berbat"], "blocked_words_act": "refuse"}
    account.configuration.save()
    write(account, "Berbat bir lamba")
    write(account, "Çok berbat")
    ticket = aurora.store.tickets.get()
    cards = [one.card for one in ticket.conversation.messages.filter(author=Author.SHOPPER)]
    assert (ticket.subject, cards) == ("Ayşe", [{"kind": "words"}] * 2)


def test_too_many_are_kept_for_staff_and_stand_in_no_thread(aurora: Shop, account: SenderAccount) -> None:
    write(account, "Hello")
    for number in range(rules.ANSWERS.many):
        write(account, f"{number}?")
    for _ in range(2):
        write(account, "And this")
    ticket = aurora.store.tickets.get()
    assert len(said_in(ticket)) == 1 + rules.ANSWERS.many
    assert happened_in(ticket) == [("whatsapp_kept", "And this")]


# What goes back


def test_an_answer_goes_back_once(aurora: Shop, account: SenderAccount, whatsapp: FakeWhatsApp) -> None:
    write(account)
    ticket = aurora.store.tickets.get()
    for _ in range(2):
        ticket = answer(aurora, ticket)
    assert (ticket.state, ticket.assigned_email) == ("WAITING", "eda@staff.example")
    assert said_in(ticket)[1:] == [("staff", "It leaves today.", "WHATSAPP")]
    for _ in range(2):
        sending.deliver_due(now=NOON)
    [call] = whatsapp.calls
    assert (call.json["to"], call.json["text"]["body"]) == (DIGITS, "It leaves today.")
    [message] = aurora.store.messages.all()
    assert (message.purpose, message.medium, message.state) == ("transactional", "whatsapp", State.SENT)


def test_the_window_is_a_day_from_their_last_word(aurora: Shop, account: SenderAccount) -> None:
    write(account)
    ticket = aurora.store.tickets.get()
    assert way(ticket) == ReplyWay(Kind.WHATSAPP, HEARD + DAY)
    assert way(ticket, HEARD + DAY - SECOND).kind is Kind.WHATSAPP
    assert way(ticket, HEARD + DAY) == ReplyWay(Kind.NONE)
    with pytest.raises(TicketRefused) as refused:
        answer(aurora, ticket, now=HEARD + DAY)
    assert refused.value.code == "WINDOW_CLOSED"
    ticket.refresh_from_db()
    assert (len(said_in(ticket)), ticket.state) == (1, "OPEN")
    assert not aurora.store.messages.exists()


def test_an_answer_that_its_page_sends_again_later_is_the_one_that_is_there(
    aurora: Shop, account: SenderAccount
) -> None:
    write(account)
    ticket = answer(aurora, aurora.store.tickets.get())
    assert answer(aurora, ticket, now=NOON + 2 * DAY).state == "WAITING"
    assert (len(said_in(ticket)), aurora.store.messages.count()) == (2, 1)


def test_outside_the_window_who_has_a_proven_mailbox_is_mailed(aurora: Shop, account: SenderAccount) -> None:
    people.person_at(store=aurora.store, email=MAILBOX, phone=NUMBER, verified=True, now=NOON)
    write(account)
    ticket = aurora.store.tickets.get()
    answer(aurora, ticket, "By WhatsApp.", key="1")
    answer(aurora, ticket, "By mail.", now=NOON + 2 * DAY, key="2")
    assert [channel for _, _, channel in said_in(ticket)] == ["WHATSAPP", "WHATSAPP", "MAIL"]
    sent = Message.across_stores.filter(store=aurora.store).order_by("pk").values_list("medium", "address")
    assert list(sent) == [("whatsapp", NUMBER), ("email", MAILBOX)]


def test_the_mailbox_of_a_numbers_old_owner_gets_nothing_of_the_new_ones(aurora: Shop, account: SenderAccount) -> None:
    people.person_at(store=aurora.store, email=MAILBOX, phone=NUMBER, verified=True, now=NOON)
    write(account)
    write(account, "Good day", name="Bora")
    emails = aurora.store.tickets.order_by("pk").values_list("conversation__email", flat=True)
    assert list(emails) == [MAILBOX, ""]


def test_a_mailbox_that_is_only_said_to_be_theirs_gets_nothing(aurora: Shop, account: SenderAccount) -> None:
    customer = people.person_at(store=aurora.store, email=MAILBOX, now=NOON)
    other = people.person_at(store=aurora.store, phone=NUMBER, now=NOON)
    people.merge(keep=customer, other=other, by="eda@staff.example", why="", now=NOON)
    write(account)
    ticket = aurora.store.tickets.get()
    assert ticket.conversation.email == ""
    assert way(ticket, NOON + 2 * DAY).kind is Kind.NONE


def test_what_is_longer_than_whatsapp_takes_is_refused_before_it_is_kept(aurora: Shop, account: SenderAccount) -> None:
    write(account)
    ticket = aurora.store.tickets.get()
    with pytest.raises(TicketRefused) as refused:
        answer(aurora, ticket, "x" * 4_097)
    assert (refused.value.field, refused.value.code) == ("text", "TOO_LONG")
    assert len(said_in(ticket)) == 1


def test_without_an_account_an_answer_is_refused(aurora: Shop, account: SenderAccount) -> None:
    write(account)
    ticket = aurora.store.tickets.get()
    account.delete()
    with pytest.raises(TicketRefused) as refused:
        answer(aurora, ticket)
    assert refused.value.code == "UNREACHABLE"
    assert (len(said_in(ticket)), aurora.store.messages.count()) == (1, 0)


def test_staff_are_told_of_an_answer_that_did_not_arrive(
    aurora: Shop, account: SenderAccount, whatsapp: FakeWhatsApp
) -> None:
    write(account)
    ticket = answer(aurora, aurora.store.tickets.get())
    sending.deliver_due(now=NOON)
    for _ in range(2):
        assert told(account, meta.failed("wamid.HBg1", DIGITS, AT, 131026)) == 204
    ticket.refresh_from_db()
    assert ticket.state == "OPEN"
    assert happened_in(ticket) == [("undelivered", "131026 Not on WhatsApp.")]


def test_an_answer_that_may_be_out_is_never_sent_again_and_staff_know(
    aurora: Shop, account: SenderAccount, whatsapp: FakeWhatsApp
) -> None:
    write(account)
    ticket = answer(aurora, aurora.store.tickets.get())
    whatsapp.answer(0, b"")
    for hours in range(3):
        sending.deliver_due(now=NOON + timedelta(hours=hours))
    assert len(whatsapp.calls) == 1
    assert aurora.store.messages.get().state == State.IN_DOUBT
    assert [event for event, _ in happened_in(ticket)] == ["undelivered"]


def test_staff_see_by_which_way_they_answer(
    aurora: Shop, borealis: Shop, account: SenderAccount, saleor: FakeSaleor
) -> None:
    write(account)
    add_ticket(aurora)
    query = "query($id: ID!) { ticket(id: $id) { whatsapp replyWay { kind until } } }"
    by_whatsapp, by_mail = (global_id("Ticket", one.pk) for one in aurora.store.tickets.order_by("pk"))
    token = aurora.staff_token("MANAGE_ORDERS")
    assert ask_as(token, query, id=by_whatsapp)["data"]["ticket"] == {
        "whatsapp": NUMBER,
        "replyWay": {"kind": "WHATSAPP", "until": "2026-11-21T11:59:00+00:00"},
    }
    assert ask_as(token, query, id=by_mail)["data"]["ticket"] == {
        "whatsapp": None,
        "replyWay": {"kind": "MAIL", "until": None},
    }
    assert ask_as(borealis.staff_token("MANAGE_ORDERS"), query, id=by_whatsapp)["data"]["ticket"] is None
