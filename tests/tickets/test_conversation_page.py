"""From the form to the answer and back: the shopper's page behind the link in a mail."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.conversations.actions import forget_old
from saleor_support_plugin.conversations.models import ConversationLink
from saleor_support_plugin.logs import JsonLine
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.stores.models import Store

from ..api.test_graphql import ask
from ..desks import ORIGIN, add_configuration, add_ticket, filled_in
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, global_id

REPLY = "mutation($id: ID!, $text: String!) { ticketReply(input: {id: $id, text: $text}) { errors { code } } }"
THREAD = """query($id: ID!) { ticket(id: $id) { state
  messages { edges { node { author authorName event text } } } } }"""


@pytest.fixture
def outbox(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR = tmp_path
    settings.EMAIL = {"way": "file", "folder": ""}
    return tmp_path


def mails(outbox: Path, kind: str) -> list[Any]:
    deliver_due(now=timezone.now())
    files = sorted(outbox.glob(f"*{kind}*.eml"))
    return [message_from_bytes(one.read_bytes(), policy=policy.default) for one in files]


def link_in(mail: Any, service: Service, settings: LazySettings) -> str:
    """Return where the mail's link leads, on the address at which this test's service answers."""
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    link = re.search(rf"{re.escape(settings.PUBLIC_URL)}(/c/[\w-]+)", text)
    assert link is not None
    assert link[0] in html
    return service.url + link[1]


def key_in(page: str) -> str:
    found = re.search(r'name="key" value="([\w-]+)"', page)
    assert found is not None
    return found[1]


def test_from_the_form_to_the_answer_and_back(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, outbox: Path, settings: LazySettings
) -> None:
    add_configuration(open_aurora)
    form = f"{committed.url}/s/{open_aurora.store.key}/default-channel/tickets"
    assert requests.post(form, json=filled_in(open_aurora), headers={"origin": ORIGIN}, timeout=20).json()["ok"]
    ticket = open_aurora.store.tickets.get()
    assert ticket.order is not None
    staff = open_aurora.staff_token("MANAGE_ORDERS")

    confirmation = mails(outbox, "ticket_received")
    assert len(confirmation) == 1
    assert confirmation[0]["subject"] == "We have your message (no. 1)"
    answered = ask(committed, staff, REPLY, id=global_id("Ticket", ticket.pk), text="A new one\nis on its way. <3")
    assert answered["data"]["ticketReply"]["errors"] == []
    replies = mails(outbox, "ticket_reply")
    assert len(replies) == 1
    assert replies[0]["to"] == "shopper@aurora.example"
    assert replies[0]["from"].startswith("Aurora Lights")
    assert replies[0]["references"] == confirmation[0]["references"]

    page_at = link_in(replies[0], committed, settings)
    page = requests.get(page_at, timeout=20)
    assert page.status_code == 200
    assert "A new one\nis on its way. &lt;3" in page.text
    assert "staff@aurora.example" not in page.text
    sent = requests.post(page_at, data={"text": "Thank you!", "key": key_in(page.text)}, timeout=20)
    assert sent.history[0].status_code == 303
    assert "Thank you!" in sent.text

    seen = ask(committed, staff, THREAD, id=global_id("Ticket", ticket.pk))["data"]["ticket"]
    assert seen["state"] == "OPEN"
    assert [(one["node"]["author"], one["node"]["text"]) for one in seen["messages"]["edges"]] == [
        ("SHOPPER", "It came in two pieces."),
        ("STAFF", "A new one\nis on its way. <3"),
        ("SHOPPER", "Thank you!"),
    ]
    assert len(mails(outbox, "ticket")) == 2


@pytest.fixture
def page_at(committed: Service, open_aurora: Shop, outbox: Path, settings: LazySettings) -> str:
    add_configuration(open_aurora)
    add_ticket(open_aurora, now=timezone.now())
    return link_in(mails(outbox, "ticket_received")[0], committed, settings)


def test_sent_twice_it_is_kept_once(page_at: str, open_aurora: Shop) -> None:
    key = key_in(requests.get(page_at, timeout=20).text)
    for _ in range(2):
        requests.post(page_at, data={"text": "Thank you!", "key": key}, timeout=20)
    assert open_aurora.store.tickets.get().conversation.messages.count() == 2


def test_who_writes_to_a_closed_ticket_opens_it(page_at: str, open_aurora: Shop) -> None:
    open_aurora.store.tickets.update(state="CLOSED", closed_at=timezone.now())
    assert "This matter is closed" in requests.get(page_at, timeout=20).text
    requests.post(page_at, data={"text": "It broke again."}, timeout=20)
    ticket = open_aurora.store.tickets.get()
    assert (ticket.state, ticket.closed_at) == ("OPEN", None)
    assert [one.event for one in ticket.conversation.messages.all()] == ["", "reopened", ""]


@pytest.mark.parametrize(("text", "said"), [("  ", "Write something"), ("x" * 5_001, "too long")])
def test_a_draft_that_cannot_be_sent_is_kept_and_the_reason_told(page_at: str, text: str, said: str) -> None:
    page = requests.post(page_at, data={"text": text}, timeout=20)
    assert page.status_code == 422
    assert said in page.text
    assert f">{text}</textarea>" in page.text
    assert 'role="alert"' in page.text


def test_a_flood_is_stopped_and_the_draft_kept(page_at: str, open_aurora: Shop) -> None:
    statuses = [requests.post(page_at, data={"text": f"no. {n}"}, timeout=20).status_code for n in range(61)]
    assert statuses == [200] * 60 + [429]
    assert open_aurora.store.tickets.get().conversation.messages.count() == 61


def test_turkish_shoppers_are_spoken_to_in_turkish(
    committed: Service, open_aurora: Shop, outbox: Path, settings: LazySettings
) -> None:
    add_configuration(open_aurora)
    add_ticket(open_aurora, now=timezone.now(), locale="tr", subject="İğne nerede?")
    mail = mails(outbox, "ticket_received")[0]
    assert mail["subject"] == "Mesajınızı aldık (no. 1)"
    page = requests.get(link_in(mail, committed, settings), timeout=20)
    assert '<html lang="tr">' in page.text
    assert "İğne nerede?" in page.text


def test_the_address_of_the_page_stays_secret(page_at: str) -> None:
    headers = requests.get(page_at, timeout=20).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "noindex" in headers["x-robots-tag"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "script" not in headers["content-security-policy"]
    assert "set-cookie" not in headers
    kept = bytes(ConversationLink.across_stores.get(kind="mail").digest)
    assert page_at.rpartition("/")[2].encode() not in kept
    assert len(page_at.rpartition("/")[2]) >= 22  # 128 bits


def test_links_that_open_nothing_all_look_the_same(committed: Service, page_at: str, open_aurora: Shop) -> None:
    forged = [requests.get(f"{committed.url}/c/{token}", timeout=20) for token in ("x", "A" * 22, "%00", "ş" * 22)]
    cut = requests.get(page_at[:-1], timeout=20)
    Store.across_stores.filter(pk=open_aurora.store.pk).update(removed_at=timezone.now())
    removed = requests.get(page_at, timeout=20)
    Store.across_stores.filter(pk=open_aurora.store.pk).update(removed_at=None)
    ConversationLink.across_stores.update(expires_at=timezone.now() - timedelta(seconds=1))
    old = requests.post(page_at, data={"text": "late"}, timeout=20)
    answers = [*forged, cut, removed, old]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert open_aurora.store.tickets.get().conversation.messages.count() == 1


def test_old_links_and_counts_are_cleared_at_night(page_at: str) -> None:
    assert forget_old(now=timezone.now()) == 0
    assert (
        forget_old(now=timezone.now() + timedelta(days=181)) == 4
    )  # a mail's link, a widget's token, both counts of one form


def test_notes_for_staff_are_not_on_the_page(
    committed: Service, open_aurora: Shop, outbox: Path, settings: LazySettings
) -> None:
    """Least of all that the order which they named is not theirs."""
    add_configuration(open_aurora)
    add_ticket(open_aurora, now=timezone.now(), order={"number": "1234567"})
    page = requests.get(link_in(mails(outbox, "ticket_received")[0], committed, settings), timeout=20)
    assert "1234567" not in page.text


def test_a_failing_page_does_not_write_its_key_into_the_log(
    page_at: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("saleor_support_plugin.api.conversation_page.queries.shown_to_shopper", fail)
    assert requests.get(page_at, timeout=20).status_code == 500
    logged = [record for record in caplog.records if record.name == "django.request"]
    lines = [JsonLine().format(record) for record in logged]
    assert any("/c/…" in line for line in lines)
    assert page_at.rpartition("/")[2] not in "".join(lines)


def test_who_writes_behind_the_link_reads_mail_to_that_address(page_at: str, open_aurora: Shop) -> None:
    def confirmed_at() -> Any:
        return open_aurora.store.tickets.get().conversation.email_confirmed_at

    requests.head(page_at, timeout=20)
    requests.get(page_at, timeout=20)  # as a scanner of mails does
    assert confirmed_at() is None
    requests.post(page_at, data={"text": "It is me."}, timeout=20)
    first = confirmed_at()
    assert first is not None
    requests.post(page_at, data={"text": "Still me."}, timeout=20)
    assert confirmed_at() == first
