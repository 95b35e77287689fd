"""A provider hands mails over at an address of ours; merchants set mailboxes up, and staff let held mails in."""

import json
from typing import Any

import pytest
from django.test import Client

from saleor_support_plugin.mailbox import actions, configuring
from saleor_support_plugin.mailbox.models import Mailbox, ReceivedMail
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id
from .post import add_mailbox, deliver, mail

pytestmark = pytest.mark.django_db

POSTMARK = {
    "From": "ada@mail.example",
    "Subject": "Kargom nerede?",
    "FromFull": {"Email": "ada@mail.example", "Name": "Ada", "MailboxHash": ""},
    "ToFull": [{"Email": "help@aurora.example", "Name": "", "MailboxHash": ""}],
    "MessageID": "1",
    "Headers": [{"Name": "Message-ID", "Value": "<1@mail.example>"}],
    "TextBody": "Merhaba, kargom gelmedi.",
    "HtmlBody": "",
    "Attachments": [{"Name": "a.pdf", "Content": "JVBERi0=", "ContentType": "application/pdf", "ContentLength": 5}],
}
HEAD = b"From: Ada <ada@mail.example>\r\nTo: help@aurora.example\r\nMessage-ID: <1@mail.example>\r\n"
RAW = HEAD + b"Subject: Kargom nerede?\r\n\r\nMerhaba, kargom gelmedi."
IDS = {"Message-ID": "<1@mail.example>"}
RELAYED = {
    "content": {"email_rfc822": RAW.decode(), "email_rfc822_is_base64": False},
    "msg_from": "ada@mail.example",
    "protocol": "smtp",
    "rcpt_to": "help@aurora.example",
}
# As each provider's documentation has it.
HANDED: dict[str, Any] = {
    "postmark": (json.dumps(POSTMARK), "application/json"),
    "mailjet": (
        json.dumps(
            {
                "Sender": "ada@mail.example",
                "Recipient": "help@aurora.example",
                "Headers": {"From": "Ada <ada@mail.example>", "Subject": "Kargom nerede?"} | IDS,
                "Text-part": "Merhaba, kargom gelmedi.",
                "Parts": [],
            }
        ),
        "application/json",
    ),
    "sparkpost": (
        json.dumps([{"msys": {"relay_message": RELAYED}}]),
        "application/json",
    ),
    "mailgun": (
        {"body-mime": RAW.decode(), "recipient": "help@x.example", "sender": "a@x.example", "timestamp": "1795348800"},
        "",
    ),
}  # fmt: skip


def hand_over(shop: Shop, content: Any, kind: str, secret: str = "whisper") -> int:
    address = f"/api/mail-in/{shop.store.key}/{secret}"
    told: dict[str, Any] = {"content_type": kind} if kind else {}
    return int(Client().post(address, content, **told).status_code)


@pytest.mark.parametrize("provider", HANDED)
def test_a_provider_hands_a_mail_over(aurora: Shop, provider: str) -> None:
    add_mailbox(aurora, way=provider)
    for _ in range(2):
        assert hand_over(aurora, *HANDED[provider]) == 200
    actions.read_due(now=NOON.replace(year=2100))
    [ticket] = Ticket.across_stores.all()
    assert (ticket.subject, ticket.conversation.email) == ("Kargom nerede?", "ada@mail.example")
    assert ticket.conversation.last_message is not None
    assert ticket.conversation.last_message.text == "Merhaba, kargom gelmedi."


def test_nobody_else_hands_mails_over(aurora: Shop, borealis: Shop) -> None:
    mailbox = add_mailbox(aurora)
    content, kind = HANDED["postmark"]
    assert hand_over(aurora, content, kind, secret="guess") == 404
    assert hand_over(borealis, *HANDED["postmark"]) == 404
    assert hand_over(aurora, "nonsense", "application/json") == 400
    assert hand_over(aurora, "[]", "application/json") == 400
    Mailbox.across_stores.filter(pk=mailbox.pk).update(way="imap")
    assert hand_over(aurora, *HANDED["postmark"]) == 404
    assert not ReceivedMail.across_stores.exists()


def test_a_mail_may_be_larger_than_a_form(aurora: Shop) -> None:
    add_mailbox(aurora)
    large = POSTMARK | {"TextBody": "a" * 4_000_000}
    assert hand_over(aurora, json.dumps(large), "application/json") == 200


UPDATE = """mutation($input: MailboxInput!) { mailboxUpdate(input: $input) {
  mailbox { way host username hasPassword authservId address problem } errors { field code } } }"""
TRY = "mutation($of: ID!) { mailboxTry(configuration: $of) { works errors { field code } } }"
LIST = "{ mailboxes { configuration way hasPassword } }"
MAILS = """query($state: ReceivedMailState) { receivedMails(state: $state) {
  totalCount edges { node { id sender subject state reason ticketNumber } } } }"""
LET_IN = "mutation($id: ID!) { receivedMailLetIn(id: $id) { mail { state reason ticketNumber } errors { code } } }"
IMAP = {"way": "imap", "host": "imap.shop.example", "username": "help", "password": "s3"}


def configure(shop: Shop, **given: Any) -> dict[str, Any]:
    row = shop.store.configurations.first() or add_configuration(shop)
    asked = {"configuration": global_id("NamedConfiguration", row.pk)} | given
    answer = ask_as(shop.staff_token("MANAGE_SETTINGS"), UPDATE, input=asked)
    told: dict[str, Any] = answer["data"]["mailboxUpdate"]
    return told


def test_a_merchant_sets_a_mailbox_up_and_sees_no_password(aurora: Shop, saleor: FakeSaleor) -> None:
    told = configure(aurora, **IMAP, authservId="mx.shop.example")["mailbox"]
    assert told == {
        "way": "imap", "host": "imap.shop.example", "username": "help", "hasPassword": True,
        "authservId": "mx.shop.example", "address": None, "problem": "",
    }  # fmt: skip
    Mailbox.across_stores.update(uid_validity=7, last_uid=50)
    assert configure(aurora, **IMAP | {"password": ""})["errors"] == []
    kept = Mailbox.across_stores.get()
    assert (kept.password, kept.last_uid) == ("s3", 50)
    assert configure(aurora, **IMAP | {"password": "", "host": "imap.evil.example"})["errors"] == [
        {"field": "password", "code": "REQUIRED"}
    ]
    assert configure(aurora, way="postmark")["mailbox"]["address"].endswith(f"/{Mailbox.across_stores.get().secret}")
    assert Mailbox.across_stores.get().password == ""
    assert configure(aurora) == {"mailbox": None, "errors": []}
    assert not Mailbox.across_stores.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"way": "pop3"}, "way"),
        (IMAP | {"host": "localhost"}, "host"),
        (IMAP | {"host": "imap.shop.example:993"}, "host"),
        (IMAP | {"username": "a\r\nb"}, "username"),
        ({"way": "postmark", "authservId": "a b"}, "authservId"),
    ],
)
def test_what_is_no_mailbox_is_refused(aurora: Shop, saleor: FakeSaleor, given: dict[str, str], field: str) -> None:
    assert [one["field"] for one in configure(aurora, **given)["errors"]] == [field]
    assert not Mailbox.across_stores.exists()


def test_only_who_manages_settings_sees_mailboxes(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    mailbox = add_mailbox(aurora)
    of = global_id("NamedConfiguration", mailbox.configuration_id)
    assert len(ask_as(aurora.staff_token("MANAGE_SETTINGS"), LIST)["data"]["mailboxes"]) == 1
    assert ask_as(borealis.staff_token("MANAGE_SETTINGS"), LIST)["data"]["mailboxes"] == []
    assert ask_as(aurora.staff_token("MANAGE_ORDERS"), LIST)["data"] is None
    foreign = ask_as(borealis.staff_token("MANAGE_SETTINGS"), TRY, of=of)["data"]["mailboxTry"]
    assert foreign["errors"] == [{"field": "configuration", "code": "NOT_FOUND"}]
    taken = ask_as(borealis.staff_token("MANAGE_SETTINGS"), UPDATE, input={"configuration": of, "way": "postmark"})
    assert taken["data"]["mailboxUpdate"]["errors"] == [{"field": "configuration", "code": "NOT_FOUND"}]


def test_a_mailbox_is_tried_before_anybody_waits_for_it(
    aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saleor_support_plugin.outbox.ways.servers.resolve", lambda host, port: ["10.0.0.7"])
    configure(aurora, **IMAP)
    of = global_id("NamedConfiguration", aurora.store.configurations.get().pk)
    told = ask_as(aurora.staff_token("MANAGE_SETTINGS"), TRY, of=of)["data"]["mailboxTry"]
    assert told == {"works": False, "errors": [{"field": "host", "code": "UNREACHABLE"}]}


def test_staff_let_a_held_mail_in_once(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    mailbox = add_mailbox(aurora, authserv_id="mx.example")
    made = mail("ada@mail.example", "help@aurora.example", "It is me.", subject="Hello")
    made["Authentication-Results"] = "mx.example; dmarc=fail"
    own = global_id("ReceivedMail", deliver(mailbox, made).pk)
    staff = aurora.staff_token("MANAGE_ORDERS")
    [edge] = ask_as(staff, MAILS, state="HELD")["data"]["receivedMails"]["edges"]
    assert (edge["node"]["id"], edge["node"]["reason"]) == (own, "FORGED")
    stranger = ask_as(borealis.staff_token("MANAGE_ORDERS"), LET_IN, id=own)["data"]["receivedMailLetIn"]
    assert stranger == {"mail": None, "errors": [{"code": "NOT_FOUND"}]}
    for _ in range(2):
        let_in = ask_as(staff, LET_IN, id=own)["data"]["receivedMailLetIn"]["mail"]
        assert let_in == {"state": "OPENED", "reason": "LET_IN", "ticketNumber": 1}
    assert aurora.store.tickets.count() == 1


def test_a_list_of_mails_asks_the_same_for_one_and_for_twenty(
    aurora: Shop, saleor: FakeSaleor, django_assert_max_num_queries: Any
) -> None:
    mailbox = add_mailbox(aurora)
    for number in range(20):
        deliver(mailbox, mail(f"ada{number}@mail.example", "help@aurora.example", "Hello"))
    staff = aurora.staff_token("MANAGE_ORDERS")
    ask_as(staff, MAILS)
    with django_assert_max_num_queries(4):
        assert len(ask_as(staff, MAILS)["data"]["receivedMails"]["edges"]) == 20


def test_secrets_are_written_anew(aurora: Shop) -> None:
    add_mailbox(aurora, password="s3")
    assert configuring.reseal(dry_run=True) == configuring.reseal(dry_run=False) == 1
    assert Mailbox.across_stores.get().password == "s3"
