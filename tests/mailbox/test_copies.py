"""Whom staff put in copy: they get the answer once, and what they write back is staff's to read."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from saleor_support_plugin.conversations import frames
from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.conversations.statement import Line
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Person, Suppressing
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets import copying, replying
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.refusing import TicketRefused

from ..desks import add_ticket
from ..files.pictures import picture
from ..outbox.messages import mails_in, part
from ..shops import NOON, Shop
from .post import add_mailbox, answer_to, ask, deliver, happened_in, mail, reply_to, said_in, sent_about

pytestmark = pytest.mark.django_db

BORA = "bora@partner.dev"


def put(ticket: Ticket, *emails: str) -> Ticket:
    return copying.set_copies(staff=staff_of(ticket), ticket_id=ticket.pk, emails=emails, now=NOON)


def staff_of(ticket: Ticket) -> Staff:
    return Staff(ticket.store, "eda", "eda@staff.example", frozenset({"MANAGE_ORDERS"}), (), None)


def say(ticket: Ticket, text: str = "It is on its way.") -> Any:
    told: dict[str, Any] = {"ticket_id": ticket.pk, "text": text, "key": text, "now": NOON}
    replying.reply(staff=staff_of(ticket), **told)
    return sent_about(ticket)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path, {"way": "file", "folder": ""}
    return tmp_path


def left(folder: Path) -> list[EmailMessage]:
    sending.deliver_due(now=NOON)
    return [one for one in mails_in(folder) if "It is on its way." in part(one, "plain")]


def test_who_is_in_copy_gets_the_same_mail_once_without_the_shoppers_ways(aurora: Shop, folder: Path) -> None:
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA, "Cem@Partner.dev")
    say(ticket)
    [sent] = left(folder)
    assert (sent["To"], sent["Cc"]) == ("ada@shopper.dev", f"{BORA}, Cem@Partner.dev")
    for half in ("plain", "html"):
        assert "/c/" not in part(sent, half)
        assert "/o/" not in part(sent, half)
    assert f"In copy: {BORA}, Cem@Partner.dev." in part(sent, "plain")
    assert happened_in(ticket)[-2:] == [("copied", BORA), ("copied", "Cem@Partner.dev")]


def test_who_is_in_copy_is_told_to_answer_only_mails_whose_answers_are_read(aurora: Shop, folder: Path) -> None:
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA)
    say(ticket)
    [sent] = left(folder)
    assert "Nobody reads answers to this mail: the link in an earlier one leads to your messages." in part(
        sent, "plain"
    )


def test_an_answer_to_the_mail_is_asked_for_where_the_shop_reads_it(aurora: Shop, folder: Path) -> None:
    add_mailbox(aurora)
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA)
    say(ticket)
    [sent] = left(folder)
    assert "Simply answer this mail." in part(sent, "plain")


def test_without_anybody_in_copy_the_shopper_has_their_way(aurora: Shop, folder: Path) -> None:
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA)
    put(ticket)
    say(ticket)
    [sent] = left(folder)
    assert sent["Cc"] is None
    assert "/c/" in part(sent, "plain")
    assert happened_in(ticket)[-2:] == [("copied", BORA), ("uncopied", BORA)]


@pytest.mark.parametrize("reason", [Suppressing.BOUNCED, Suppressing.COMPLAINED, "erased"])
def test_whose_mailbox_is_closed_meanwhile_gets_no_copy(aurora: Shop, folder: Path, reason: Any) -> None:
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA)
    assert say(ticket).copies == [BORA]
    if reason == "erased":
        people.erase(person=Person.across_stores.get(keys__value=BORA), now=NOON)
    else:
        people.suppress(store=aurora.store, medium="email", address=BORA, reason=reason, at=NOON)
    [sent] = left(folder)
    assert (sent["To"], sent["Cc"]) == ("ada@shopper.dev", None)


def test_who_was_erased_is_not_made_known_again_by_an_answer(aurora: Shop, folder: Path) -> None:
    ticket = add_ticket(aurora, email="ada@shopper.dev")
    put(ticket, BORA)
    say(ticket, "First.")
    people.erase(person=Person.across_stores.get(keys__value=BORA), now=NOON)
    assert say(ticket).copies == []
    [sent] = left(folder)
    assert (sent["To"], sent["Cc"]) == ("ada@shopper.dev", None)
    assert "/c/" in part(sent, "plain")
    assert not Person.across_stores.filter(keys__value=BORA).exists()


@pytest.mark.parametrize(
    ("emails", "code"),
    [
        (["nobody"], "INVALID"),
        (["a@b.dev\nBcc: c@d.dev"], "INVALID"),
        (["SHOPPER@aurora.example"], "INVALID"),
        (["help@aurora.example"], "INVALID"),
        ([f"p{one}@partner.dev" for one in range(6)], "TOO_MANY"),
        (["closed@partner.dev"], "CLOSED"),
    ],
)
def test_who_cannot_be_in_copy_is_refused_and_nobody_is_put_there(aurora: Shop, emails: list[str], code: str) -> None:
    add_mailbox(aurora)
    people.person_at(store=aurora.store, email="closed@partner.dev", now=NOON)
    told: dict[str, Any] = {"address": "closed@partner.dev", "reason": Suppressing.BOUNCED, "at": NOON}
    people.suppress(store=aurora.store, medium="email", **told)
    ticket = ask(aurora)
    with pytest.raises(TicketRefused) as refused:
        put(ticket, *emails)
    assert (refused.value.field, refused.value.code, ticket.copies.count()) == ("emails", code, 0)


def test_the_same_address_twice_is_one_and_stays(aurora: Shop) -> None:
    ticket = ask(aurora)
    put(ticket, BORA, BORA.upper())
    put(ticket, BORA.upper())
    assert [one.email for one in ticket.copies.all()] == [BORA.upper()]
    assert happened_in(ticket)[-1:] == [("copied", BORA.upper())]


@pytest.mark.parametrize("way", ["token", "references"])
def test_who_is_in_copy_writes_to_staff_and_never_as_the_shopper(aurora: Shop, way: str) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    put(ticket, BORA)
    sent = say(ticket)
    headers = {} if way == "token" else {"References": sent.message_id}
    to = reply_to(sent) if way == "token" else "help@aurora.example"
    received = deliver(mailbox, mail(f"Bora <{BORA}>", to, "We sent it on Monday.", **headers))
    assert (received.state, received.reason) == ("JOINED", "IN_COPY")
    ticket.refresh_from_db()
    assert (ticket.state, ticket.conversation.messages.count()) == ("OPEN", 4)
    assert said_in(ticket) == ["It came in two pieces.", "It is on its way."]
    wrote = ConversationMessage.across_stores.get(event="copy_wrote")
    assert (wrote.author, wrote.author_name, wrote.text) == ("system", f"Bora <{BORA}>", "We sent it on Monday.")
    line = Line(1, wrote.author, wrote.author_name, wrote.text, NOON, wrote.event)
    assert frames.said(line, wrote.seq, to_shopper=True) is None
    ticket.conversation.refresh_from_db()
    assert (ticket.conversation.email_confirmed_at, ticket.conversation.mail_id) == (None, "")
    assert ticket.conversation.last_message is not None
    assert ticket.conversation.last_message.author == "staff"


def test_their_pictures_are_named_to_staff_and_not_shown_as_the_shoppers(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    put(ticket, BORA)
    made = answer_to(say(ticket), "See here.", sender=BORA)
    made.add_attachment(picture(), maintype="image", subtype="jpeg", filename="box.jpg")
    deliver(mailbox, made)
    assert ("attached", "box.jpg") in happened_in(ticket)
    assert said_in(ticket) == ["It came in two pieces.", "It is on its way."]


def test_a_closed_ticket_opens_again_for_who_is_in_copy(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    put(ticket, BORA)
    sent = say(ticket)
    tickets.close(staff=staff_of(ticket), ticket_id=ticket.pk, now=NOON)
    deliver(mailbox, answer_to(sent, "One thing more.", sender=BORA))
    ticket.refresh_from_db()
    assert ticket.state == "OPEN"
    assert happened_in(ticket)[-2:] == [("copy_wrote", "One thing more."), ("reopened", "")]


def test_whoever_was_taken_out_of_copy_is_nobody_again(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    put(ticket, BORA)
    sent = say(ticket)
    put(ticket)
    received = deliver(mailbox, answer_to(sent, "Hello?", sender=BORA))
    assert (received.state, received.reason) == ("OPENED", "ANOTHERS")
    assert ("mail_of_another", BORA) in happened_in(ticket)


def test_who_is_in_copy_of_one_ticket_is_nobody_in_another_and_in_another_store(aurora: Shop, borealis: Shop) -> None:
    mailbox, ticket, other = add_mailbox(aurora), ask(aurora), ask(aurora, 1)
    put(ask(borealis), BORA)
    put(other, BORA)
    received = deliver(mailbox, answer_to(sent_about(ticket), "Hello?", sender=BORA))
    assert (received.state, received.reason) == ("OPENED", "ANOTHERS")


def test_words_that_a_shop_does_not_want_to_read_are_covered(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    mailbox.configuration.data |= {"blocked_words": ["nettle"]}
    mailbox.configuration.save(update_fields=["data"])
    put(ticket, BORA)
    deliver(mailbox, answer_to(say(ticket), "You nettle!", sender=BORA))
    assert ConversationMessage.across_stores.get(event="copy_wrote").card == {"kind": "words"}


def test_two_machines_in_copy_of_each_other_stop(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    put(ticket, BORA)
    sent = say(ticket)
    became = [
        deliver(mailbox, answer_to(sent, f"Again {one}", sender=BORA), NOON + timedelta(seconds=one)).reason
        for one in range(6)
    ]
    assert became == ["IN_COPY"] * 5 + ["TOO_OFTEN"]
