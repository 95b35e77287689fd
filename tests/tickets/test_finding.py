"""Staff find a ticket by the beginnings of words, as people in Turkey and elsewhere type them."""

from typing import Any

import pytest

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets import finding, queries, replying
from saleor_support_plugin.tickets.folding import words
from saleor_support_plugin.tickets.models import TicketWords

from ..desks import add_ticket
from ..shops import NOON, Shop


def staff_of(shop: Shop, channels: frozenset[str] | None = None) -> Staff:
    return Staff(shop.store, "ayse", "ayse@aurora.example", frozenset({"MANAGE_ORDERS"}), (), channels)


def found(shop: Shop, search: str) -> list[int]:
    return [one.number for one in queries.tickets(staff_of(shop), now=NOON, search=search)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İADE", "iade"),
        ("IŞIK", "ışık"),
        ("ışık", "isik"),
        ("KIRIK", "kirik"),
        ("Çağlayan", "caglayan"),
        ("ÖDEME GEÇİKTİ", "odeme gecikti"),
        ("café", "CAFE\u0301"),
        ("Straße", "STRASSE"),
    ],
)
def test_letters_that_people_type_differently_are_the_same(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_signs_part_words() -> None:
    assert words("ada@shopper.dev, #41_b") == {"ada", "shopper", "dev", "41", "b"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "search",
    [
        "lamba",
        "LAMBA KIR",
        "kırıl",
        "KIRIL",
        "isig",
        "ışığı",
        "ada",
        "shopper@aurora",
        "iki parça",
        "parca geldi",
        "#1",
    ],
)
def test_a_ticket_is_found_by_what_it_is_about_by_who_wrote_and_by_what_was_said(aurora: Shop, search: str) -> None:
    add_ticket(aurora, subject="Lambanın ışığı", text="Kırılmış, iki parça geldi.", name="Ada")
    assert found(aurora, search) == [1]


@pytest.mark.django_db
@pytest.mark.parametrize("search", ["amba", "masa", "lamba masa", "store", "'", "!!!", "a' | 'x", "store 1"])
def test_what_nobody_said_is_not_found(aurora: Shop, search: str) -> None:
    add_ticket(aurora, subject="Lambanın ışığı", text="Kırılmış.", name="Bora")
    assert found(aurora, search) == []


@pytest.mark.django_db
def test_another_stores_tickets_are_not_found(aurora: Shop, borealis: Shop) -> None:
    add_ticket(aurora, text="Unmistakable")
    assert (found(aurora, "unmistakable"), found(borealis, "unmistakable")) == ([1], [])


@pytest.mark.django_db
def test_answers_and_notes_are_found_at_once(aurora: Shop) -> None:
    ticket = add_ticket(aurora)
    staff = staff_of(aurora)
    replying.reply(staff=staff, ticket_id=ticket.pk, text="Gönderdik", key="", now=NOON)
    replying.note(staff=staff, ticket_id=ticket.pk, text="Kargo firması değişti", key="", now=NOON)
    assert found(aurora, "gonder") == found(aurora, "degisti") == [1]


@pytest.mark.django_db
def test_what_is_said_elsewhere_is_found_once_the_ticket_is_looked_at_again(aurora: Shop) -> None:
    ticket = add_ticket(aurora)
    said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": "Ada", "now": NOON}
    conversations.say(conversation=ticket.conversation, text="Unmistakable", **said)
    assert found(aurora, "unmistakable") == []
    finding.remember(ticket_ids=[ticket.pk])
    assert found(aurora, "unmistakable") == [1]


@pytest.mark.django_db
def test_words_that_were_read_earlier_do_not_overwrite_later_ones(aurora: Shop) -> None:
    ticket = add_ticket(aurora)
    TicketWords.across_stores.filter(ticket=ticket).update(seq=99)
    ticket.subject = "Unmistakable"
    ticket.save()
    finding.remember(ticket_ids=[ticket.pk])
    assert found(aurora, "unmistakable") == []


@pytest.mark.django_db
def test_tickets_of_an_older_version_get_their_words_at_night(aurora: Shop) -> None:
    add_ticket(aurora)
    TicketWords.across_stores.all().delete()
    assert found(aurora, "lamp") == []
    assert finding.remember_missing() == 1
    assert found(aurora, "lamp") == [1]


@pytest.mark.django_db
def test_a_very_long_thread_keeps_its_newest_words(aurora: Shop) -> None:
    ticket = add_ticket(aurora)
    said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": "Ada", "now": NOON}
    for number in range(25):
        crowd = " ".join(f"w{number}x{one}" for one in range(700))
        conversations.say(conversation=ticket.conversation, text=crowd, **said)
    conversations.say(conversation=ticket.conversation, text="Unmistakable", **said)
    finding.remember(ticket_ids=[ticket.pk])
    assert found(aurora, "unmistakable") == found(aurora, "w24x1") == [1]
    assert found(aurora, "w0x1") == []
