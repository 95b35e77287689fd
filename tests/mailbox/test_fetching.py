"""A mailbox is read by IMAP: what is new, once, and left as it was."""

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from saleor_support_plugin.api.doctor import examine
from saleor_support_plugin.files import storage
from saleor_support_plugin.mailbox import actions, imap
from saleor_support_plugin.mailbox.fetching import fetch
from saleor_support_plugin.mailbox.models import Mailbox, ReceivedMail

from ..shops import NOON, Shop
from .fake_imap import PASSWORD, FakeImap, running
from .post import add_mailbox, mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Iterator[FakeImap]:
    settings.ALLOW_PRIVATE_STORES = True
    with running(tmp_path) as server:
        monkeypatch.setattr(imap, "PORT", server.port)
        monkeypatch.setattr(imap, "_context", lambda: ssl.create_default_context(cafile=str(server.certificate)))
        yield server


def imap_mailbox(shop: Shop, **changed: Any) -> Mailbox:
    values = {"way": "imap", "host": "localhost", "username": "help", "password": PASSWORD}
    return add_mailbox(shop, **values | changed)


def a_mail(text: str) -> bytes:
    return mail("ada@mail.example", "help@aurora.example", text, subject=text).as_bytes().replace(b"\n", b"\r\n")


def subjects(shop: Shop) -> list[str]:
    actions.read_due(now=NOON)
    return list(shop.store.received_mails.order_by("pk").values_list("subject", flat=True))


def test_what_lay_there_before_is_no_news_and_what_comes_is_read_once(aurora: Shop, server: FakeImap) -> None:
    server.put(a_mail("Old"))
    mailbox = imap_mailbox(aurora)
    assert fetch(aurora.store, NOON) == {"mailboxes": 1, "mails": 0}
    assert fetch(aurora.store, NOON) == {"mailboxes": 1, "mails": 0}
    for text in ("First", "Second"):
        server.put(a_mail(text))
    assert fetch(aurora.store, NOON) == {"mailboxes": 1, "mails": 2}
    assert fetch(aurora.store, NOON) == {"mailboxes": 1, "mails": 0}
    assert subjects(aurora) == ["First", "Second"]
    mailbox.refresh_from_db()
    assert (mailbox.problem, mailbox.checked_at, mailbox.last_uid) == ("", NOON, 43)
    assert all("PEEK" in one or "SIZE" in one for one in server.fetched)


def test_a_mailbox_that_was_made_anew_begins_anew(aurora: Shop, server: FakeImap) -> None:
    imap_mailbox(aurora)
    fetch(aurora.store, NOON)
    server.put(a_mail("Lost in the move"))
    server.validity = 8
    assert fetch(aurora.store, NOON)["mails"] == 0
    server.put(a_mail("New"))
    assert fetch(aurora.store, NOON)["mails"] == 1
    assert subjects(aurora) == ["New"]


def test_a_crash_between_two_mails_loses_none(aurora: Shop, server: FakeImap, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = imap_mailbox(aurora)
    fetch(aurora.store, NOON)
    for text in ("First", "Second"):
        server.put(a_mail(text))
    with monkeypatch.context() as broken:
        broken.setattr(storage, "put", _fails_once(storage.put))
        with pytest.raises(storage.OutOfReach):
            fetch(aurora.store, NOON)
    mailbox.refresh_from_db()
    assert mailbox.last_uid == 41
    ReceivedMail.across_stores.all().update(due_at=None, state="KEPT")
    fetch(aurora.store, NOON)
    mailbox.refresh_from_db()
    assert mailbox.last_uid == 42


def _fails_once(put: Any) -> Any:
    calls = []

    def failing(place: str, content: Any) -> None:
        calls.append(place)
        if len(calls) == 2:
            raise storage.OutOfReach("full")
        put(place, content)

    return failing


def test_of_too_large_a_mail_only_its_head_is_fetched(aurora: Shop, server: FakeImap) -> None:
    imap_mailbox(aurora)
    fetch(aurora.store, NOON)
    server.put(a_mail("Large"), size=40_000_000)
    fetch(aurora.store, NOON)
    assert subjects(aurora) == ["Large"]
    row = ReceivedMail.across_stores.get()
    assert (row.state, row.reason, row.bytes) == ("HELD", "TOO_LARGE", 40_000_000)
    assert not any("BODY.PEEK[]" in one for one in server.fetched)


def test_a_mailbox_that_cannot_be_read_is_told(aurora: Shop, borealis: Shop, server: FakeImap) -> None:
    mailbox = imap_mailbox(aurora, password="wrong")
    assert fetch(aurora.store, NOON)["mails"] == 0
    mailbox.refresh_from_db()
    assert mailbox.problem.startswith("LOGIN_REFUSED")
    [trouble] = [one["trouble"] for one in examine()["stores"] if one["store"] == aurora.store.api_url]
    assert any("LOGIN_REFUSED" in one for one in trouble)
    Mailbox.across_stores.update(password=PASSWORD)
    fetch(aurora.store, NOON)
    mailbox.refresh_from_db()
    assert mailbox.problem == ""


def test_a_servers_name_leads_into_no_private_network(aurora: Shop, server: FakeImap, settings: LazySettings) -> None:
    settings.ALLOW_PRIVATE_STORES = False
    mailbox = imap_mailbox(aurora)
    fetch(aurora.store, NOON)
    mailbox.refresh_from_db()
    assert mailbox.problem.startswith("UNREACHABLE")
    assert "not a public address" in mailbox.problem


def test_a_server_that_nobody_vouches_for_is_told_no_password(
    aurora: Shop, server: FakeImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "_context", ssl.create_default_context)
    mailbox = imap_mailbox(aurora)
    fetch(aurora.store, NOON)
    mailbox.refresh_from_db()
    assert mailbox.problem.startswith("NOT_SECURE")
