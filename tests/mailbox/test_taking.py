"""A mail stands in the conversation that it belongs to, or opens a ticket; nobody speaks for another."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.conversations.models import ConversationMessage, ConversationPhoto
from saleor_support_plugin.files import storage
from saleor_support_plugin.mailbox import actions
from saleor_support_plugin.mailbox.models import ReceivedMail
from saleor_support_plugin.mails.rendering import Words
from saleor_support_plugin.outbox import actions as outbox
from saleor_support_plugin.people.actions import person_at
from saleor_support_plugin.tickets import actions as tickets
from saleor_support_plugin.tickets import replying
from saleor_support_plugin.tickets.models import Ticket

from ..files.pictures import picture
from ..shops import NOON, Shop
from .post import add_mailbox, answer_to, ask, deliver, happened_in, mail, reply_to, said_in, sent_about

pytestmark = pytest.mark.django_db


def became(mail: ReceivedMail) -> tuple[str, str]:
    return mail.state, mail.reason


def test_an_answer_to_our_mail_stands_in_its_conversation(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    tickets.solve(conversation=ticket.conversation, now=NOON)
    quoted = "On 20 Nov 2026, at 12:00, Aurora <a@b.example> wrote:\n> Which?"
    made = answer_to(sent_about(ticket), f"The left one.\n\n{quoted}")
    assert became(deliver(mailbox, made)) == ("JOINED", "REPLY_ADDRESS")
    ticket.refresh_from_db()
    assert said_in(ticket) == ["It came in two pieces.", "The left one."]
    assert ticket.state == "OPEN"
    said = ConversationMessage.across_stores.get(text="The left one.")
    assert (said.author, said.channel) == ("shopper", "MAIL")
    ticket.conversation.refresh_from_db()
    assert ticket.conversation.email_confirmed_at == NOON
    assert ticket.conversation.mail_id == made["Message-ID"].strip("<>")


def test_our_next_mail_stands_under_theirs(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    made = answer_to(sent_about(ticket), "The left one.")
    deliver(mailbox, made)
    staff: dict[str, Any] = {"store": aurora.store, "ticket_id": ticket.pk, "email": "eda@staff.example", "key": ""}
    replying.answer_as_staff(text="Thank you", now=NOON, **staff)
    headers = sent_about(ticket).headers
    assert headers["In-Reply-To"] == made["Message-ID"]
    assert headers["References"].endswith(made["Message-ID"])


def test_without_its_reply_address_our_ids_show_where_it_belongs(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    sent = sent_about(ticket)
    made = mail(sent.address, "help@aurora.example", "The left one.", References=f"<x@y> {sent.message_id}")
    assert became(deliver(mailbox, made)) == ("JOINED", "REFERENCES")


def test_the_same_mail_twice_is_one(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    made = answer_to(sent_about(ticket), "The left one.")
    deliver(mailbox, made)
    assert became(deliver(mailbox, made)) == ("KEPT", "TWICE")
    made["Received"] = "by another way"
    assert became(deliver(mailbox, made)) == ("KEPT", "TWICE")
    assert len(said_in(ticket)) == 2


@pytest.mark.parametrize("way", ["token", "references"])
def test_whoever_is_not_its_shopper_gets_a_ticket_of_their_own(aurora: Shop, way: str) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    sent = sent_about(ticket)
    headers = {} if way == "token" else {"References": sent.message_id}
    to = reply_to(sent) if way == "token" else "help@aurora.example"
    received = deliver(mailbox, mail("eve@elsewhere.example", to, "Send it to me instead.", **headers))
    assert became(received) == ("OPENED", "ANOTHERS")
    assert said_in(ticket) == ["It came in two pieces."]
    assert ("mail_of_another", "eve@elsewhere.example") in happened_in(ticket)
    other = Ticket.across_stores.get(conversation=received.conversation)
    assert ("linked", str(ticket.number)) in happened_in(other)
    assert other.order is None


def test_a_token_of_another_store_is_worth_nothing(aurora: Shop, borealis: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(borealis)
    received = deliver(mailbox, answer_to(sent_about(ticket), "The left one."))
    assert became(received) == ("OPENED", "NEW")
    assert said_in(ticket) == ["It came in two pieces."]
    assert received.conversation is not None
    assert received.conversation.store == aurora.store


def test_two_mailboxes_of_one_person_are_one_person(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    person_at(store=aurora.store, email="shopper@aurora.example", customer_id="VXNlcjo3", verified=True, now=NOON)
    person_at(store=aurora.store, email="work@mail.example", customer_id="VXNlcjo3", verified=True, now=NOON)
    made = answer_to(sent_about(ticket), "The left one.", sender="work@mail.example")
    assert became(deliver(mailbox, made)) == ("JOINED", "REPLY_ADDRESS")


def test_a_new_mail_opens_a_ticket_and_is_confirmed_once_a_day(aurora: Shop) -> None:
    mailbox = add_mailbox(aurora)
    for subject in ("Merhaba", "Bir şey daha"):
        made = mail("Ada <ada@mail.example>", "help@aurora.example", "Kargom nerede?", subject=subject)
        received = deliver(mailbox, made)
        assert became(received) == ("OPENED", "NEW")
    ticket = Ticket.across_stores.get(conversation=received.conversation)
    assert (ticket.subject, ticket.conversation.name, ticket.conversation.language) == ("Bir şey daha", "Ada", "tr")
    assert ticket.conversation.email_confirmed_at is None
    assert aurora.store.messages.filter(kind="ticket_received").count() == 1


def test_a_mail_in_words_that_nobody_wants_to_read_is_taken_and_covered(aurora: Shop) -> None:
    mailbox = add_mailbox(aurora)
    mailbox.configuration.data |= {"blocked_words": ["nettle"]}
    mailbox.configuration.save(update_fields=["data"])
    opened = deliver(mailbox, mail("Ada <ada@mail.example>", "help@aurora.example", "Hello", subject="You NETTLE"))
    assert became(opened) == ("OPENED", "NEW")
    ticket = Ticket.across_stores.get(conversation=opened.conversation)
    assert ticket.subject == "Ada"
    joined = deliver(mailbox, answer_to(sent_about(ticket), "You nettle!"))
    assert became(joined) == ("JOINED", "REPLY_ADDRESS")
    said = ticket.conversation.messages.exclude(author="system").order_by("seq")
    assert [(one.text, one.card) for one in said] == [("Hello", {"kind": "words"}), ("You nettle!", {"kind": "words"})]


def test_somebody_goes_on_in_their_own_thread(aurora: Shop) -> None:
    mailbox = add_mailbox(aurora)
    first = mail("ada@mail.example", "help@aurora.example", "Where is it?")
    opened = deliver(mailbox, first)
    more = mail("ada@mail.example", "help@aurora.example", "It is here.", References=str(first["Message-ID"]))
    joined = deliver(mailbox, more)
    assert became(joined) == ("JOINED", "THEIR_OWN")
    assert joined.conversation == opened.conversation
    assert joined.conversation is not None
    assert joined.conversation.email_confirmed_at is None
    another = mail("eve@mail.example", "help@aurora.example", "Me too.", References=str(first["Message-ID"]))
    assert became(deliver(mailbox, another)) == ("OPENED", "NEW")


def test_an_orders_number_is_worth_something_only_from_its_customer(aurora: Shop) -> None:
    mailbox = add_mailbox(aurora)
    theirs = deliver(mailbox, mail("shopper@aurora.example", "help@aurora.example", "Where is it?", subject="Order #1"))
    others = deliver(mailbox, mail("eve@mail.example", "help@aurora.example", "Where is it?", subject="Order #1"))
    assert Ticket.across_stores.get(conversation=theirs.conversation).order == aurora.store.orders.get()
    assert Ticket.across_stores.get(conversation=others.conversation).order is None


PASSED = "mx.aurora.example; dmarc=pass header.from=aurora.example"


@pytest.mark.parametrize(
    ("results", "became_"),
    [
        ("", ("OPENED", "NOT_PROVEN")),
        (PASSED, ("JOINED", "ORDER_NUMBER")),
        (f"evil.example{PASSED[17:]}", ("OPENED", "NOT_PROVEN")),
    ],
)
def test_an_orders_number_joins_only_who_is_proven(aurora: Shop, results: str, became_: tuple[str, str]) -> None:
    mailbox, ticket = add_mailbox(aurora, authserv_id="mx.aurora.example"), ask(aurora)
    assert ticket.order is not None
    made = mail("shopper@aurora.example", "help@aurora.example", "Any news?", subject="Order #1")
    if results:
        made["Authentication-Results"] = results
    assert became(deliver(mailbox, made)) == became_


@pytest.mark.parametrize(
    "results",
    [
        "mx.aurora.example; dmarc=fail header.from=aurora.example",
        "mx.aurora.example; spf=fail smtp.mailfrom=evil.example; dkim=none",
        "mx.aurora.example (c); spf=softfail smtp.mailfrom=x@evil.example; dkim=fail header.d=aurora.example",
    ],
)
def test_what_the_receiving_server_calls_forged_waits_for_staff(aurora: Shop, results: str) -> None:
    mailbox, ticket = add_mailbox(aurora, authserv_id="MX.aurora.example"), ask(aurora)
    made = answer_to(sent_about(ticket), "Send it elsewhere.")
    made["Authentication-Results"] = results
    made["Authentication-Results"] = PASSED  # further down: what the sender wrote there
    assert became(deliver(mailbox, made)) == ("HELD", "FORGED")
    assert said_in(ticket) == ["It came in two pieces."]


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Auto-Submitted": "auto-replied"}, "AUTO_REPLY"),
        ({"Return-Path": "<>"}, "BOUNCE"),
        ({"List-Id": "<a.b>"}, "LIST"),
    ],
)
def test_what_a_machine_wrote_is_nobodys_words(aurora: Shop, headers: dict[str, str], reason: str) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    assert became(deliver(mailbox, answer_to(sent_about(ticket), "I am away.", **headers))) == ("KEPT", reason)
    assert said_in(ticket) == ["It came in two pieces."]
    assert (("mail_kept", reason) in happened_in(ticket)) == (reason != "LIST")
    assert aurora.store.tickets.count() == 1


def test_our_own_mail_that_comes_back_is_no_news(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    back = mail("x@y.example", "help@aurora.example", "Hello")
    back.replace_header("Message-ID", sent_about(ticket).message_id)
    assert became(deliver(mailbox, back)) == ("KEPT", "LOOP")
    from_us = mail("help@aurora.example", "help@aurora.example", "Hello")
    assert became(deliver(mailbox, from_us)) == ("KEPT", "LOOP")


def test_two_machines_that_answer_each_other_come_to_an_end(aurora: Shop) -> None:
    mailbox = add_mailbox(aurora)
    said = [
        became(deliver(mailbox, mail("robot@mail.example", "help@aurora.example", f"Ticket {n}", subject=f"{n}"), NOON))
        for n in range(8)
    ]
    assert said == [("OPENED", "NEW")] * 5 + [("KEPT", "TOO_OFTEN")] * 3
    later = deliver(mailbox, mail("robot@mail.example", "help@aurora.example", "Later"), NOON + timedelta(minutes=11))
    assert became(later) == ("OPENED", "NEW")


def told_to_staff(ticket: Ticket, email: str = "eda@staff.example") -> Any:
    decided = outbox.send(
        store=ticket.store,
        person=person_at(store=ticket.store, email=email, now=NOON),
        kind="conversation_waiting",
        purpose="transactional",
        to=email,
        words=Words("Somebody waits", "…", "<p>…</p>"),
        dedupe_key=f"waiting:{ticket.pk}:{email}",
        about=str(ticket.pk),
        now=NOON,
    )
    return decided.message


def test_staff_answer_the_shopper_by_answering_the_mail_that_told_them(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    received = deliver(mailbox, answer_to(told_to_staff(ticket), "A new one is on its way."))
    assert became(received) == ("ANSWERED", "REPLY_ADDRESS")
    assert said_in(ticket)[-1] == "A new one is on its way."
    sent = sent_about(ticket)
    assert (sent.kind, sent.address) == ("ticket_reply", "shopper@aurora.example")


def test_a_shopper_does_not_answer_as_staff(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    told = told_to_staff(ticket)
    assert became(deliver(mailbox, answer_to(told, "All is well.", sender="shopper@aurora.example"))) == (
        "OPENED",
        "ANOTHERS",
    )
    former = told_to_staff(ticket, "former@staff.example")
    assert became(deliver(mailbox, answer_to(former, "All is well."))) == ("HELD", "NOT_STAFF")
    assert said_in(ticket) == ["It came in two pieces."]


def test_pictures_are_shown_and_other_files_are_named(aurora: Shop) -> None:
    mailbox, ticket = add_mailbox(aurora), ask(aurora)
    made = answer_to(sent_about(ticket), "See the picture.")
    made.add_attachment(picture(), maintype="image", subtype="png", filename="lamp.png")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="bill.pdf")
    made.add_attachment(b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    deliver(mailbox, made)
    [photo] = ConversationPhoto.across_stores.all()
    assert photo.file.name == "lamp.png"
    assert photo.message.conversation == ticket.conversation
    assert ("attached", "bill.pdf, winmail.dat") in happened_in(ticket)


def test_a_mail_that_cannot_be_read_waits_for_staff(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = add_mailbox(aurora)
    assert became(deliver(mailbox, b"no mail at all")) == ("HELD", "NO_SENDER")
    assert became(deliver(mailbox, b"boundary=" * 200)) == ("HELD", "TOO_MANY_PARTS")
    large = actions.receive(mailbox=mailbox, raw=b"From: ada@mail.example\r\n\r\n", size=40_000_000, now=NOON)
    assert large is not None
    actions.read_due(now=NOON)
    large.refresh_from_db()
    assert (large.state, large.reason, large.sender) == ("HELD", "TOO_LARGE", "ada@mail.example")


def test_what_fails_is_tried_again_and_stops_nobody_else(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = add_mailbox(aurora)
    actions.receive(mailbox=mailbox, raw=mail("a@x.example", "b@x.example", "First").as_bytes(), now=NOON)
    storage.remove(ReceivedMail.across_stores.get().original)
    assert became(deliver(mailbox, mail("ada@mail.example", "b@x.example", "Second"))) == ("OPENED", "NEW")
    for tries in range(1, 5):
        actions.read_due(now=NOON + timedelta(hours=tries))
    assert became(ReceivedMail.across_stores.get(state="HELD")) == ("HELD", "FAILED")


def test_old_mails_are_forgotten_and_those_of_stores_that_left(aurora: Shop, borealis: Shop) -> None:
    for shop in (aurora, borealis):
        deliver(add_mailbox(shop), mail("ada@mail.example", "b@x.example", "Hello"))
    borealis.store.removed_at = NOON
    borealis.store.save()
    assert actions.forget(now=NOON + timedelta(days=89)) == 1
    assert ReceivedMail.across_stores.get().store == aurora.store
    place = ReceivedMail.across_stores.get().original
    assert actions.forget(now=NOON + timedelta(days=91)) == 1
    row = ReceivedMail.across_stores.get()
    assert (row.original, row.sender, row.subject) == ("", "", "")
    with pytest.raises(storage.NotThere):
        storage.read(place)
