"""A merchant hears of a text that cannot be said: in Dashboard, at most once a day."""

from datetime import timedelta

import pytest

from saleor_support_plugin.api import doctor
from saleor_support_plugin.mails import domains, telling
from saleor_support_plugin.mails.actions import reseal_credentials
from saleor_support_plugin.mails.models import MailText, SenderAccount
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.saleor.errors import SaleorRefused
from saleor_support_plugin.stores.models import Store

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db


class FakeProblems:
    def __init__(self, refuses: bool = False) -> None:
        self.refuses, self.told = refuses, list[tuple[str, str, str]]()

    def at(self, store: Store) -> "FakeProblemsOf":
        return FakeProblemsOf(self, store)


class FakeProblemsOf:
    def __init__(self, of: FakeProblems, store: Store) -> None:
        self.of, self.store = of, store

    def create_app_problem(self, *, key: str, message: str) -> None:
        if self.of.refuses:
            raise SaleorRefused("3.21 knows none", code="GRAPHQL")
        self.of.told.append((self.store.api_url, key, message))


def broken(shop: Shop) -> MailText:
    return MailText.across_stores.create(
        store=shop.store, kind="ticket_reply", language="tr", version=3, texts={"body": "{{"}, created_at=NOON,
        failed_at=NOON,
    )  # fmt: skip


def test_the_merchant_is_told_once_a_day(aurora: Shop, borealis: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = FakeProblems()
    monkeypatch.setattr(telling, "client_of", problems.at)
    text = broken(aurora)
    assert telling.tell_merchants(now=NOON) == 1
    [(store, key, message)] = problems.told
    assert (store, key) == (aurora.store.api_url, "mail-text-ticket_reply-tr")
    assert "Mesaja yanıt" in message
    text.refresh_from_db()
    MailText.across_stores.update(failed_at=NOON + timedelta(hours=1))
    assert telling.tell_merchants(now=NOON + timedelta(hours=23)) == 0
    assert telling.tell_merchants(now=NOON + timedelta(hours=25)) == 1
    assert telling.tell_merchants(now=NOON + timedelta(days=9)) == 0


def test_a_saleor_that_knows_no_problems_stops_nothing(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "client_of", FakeProblems(refuses=True).at)
    broken(aurora)
    assert telling.tell_merchants(now=NOON) == 1
    assert telling.tell_merchants(now=NOON) == 0


def test_a_test_mail_holds_what_the_preview_showed(aurora: Shop, saleor: FakeSaleor) -> None:
    ask = """mutation($texts: JSONString!) { mailTextTest(
      input: {kind: "cart_reminder", language: "tr", texts: $texts}) { sentTo errors { field code } } }"""
    token = aurora.staff_token("MANAGE_SETTINGS")
    assert ask_as(token, ask, texts='{"heading": "Selam"}')["data"]["mailTextTest"] == {
        "sentTo": "staff@aurora.example", "errors": [],
    }  # fmt: skip
    message = Message.across_stores.get()
    assert (message.kind, message.purpose, "Selam" in message.html) == ("sender_test", "transactional", True)
    assert "Yün battaniye" in message.subject
    again = ask_as(token, ask, texts="{}")["data"]["mailTextTest"]
    assert [one["code"] for one in again["errors"]] == ["LIMITED"]
    wrong = ask_as(token, ask, texts='{"body": "{{"}')["data"]["mailTextTest"]
    assert [one["code"] for one in wrong["errors"]] == ["BROKEN"]


def test_the_doctor_looks_at_the_senders_domain(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    add_configuration(aurora, sender_email="shop@aurora.dev", dkim_selector="s1")
    monkeypatch.setattr(domains, "ask_dns", lambda name: ["v=spf1 ~all"] if name == "aurora.dev" else [])
    [sender] = doctor._store(aurora.store)["senders"]
    assert sender["SPF"] == "ok"
    assert "s1._domainkey.aurora.dev" in sender["DKIM"]
    assert "v=DMARC1" in sender["DMARC"]

    def silent(name: str) -> list[str]:
        raise domains.DnsSilent("No name server answered.")

    monkeypatch.setattr(domains, "ask_dns", silent)
    assert doctor._store(aurora.store)["senders"][0]["dns"] == "No name server answered."


def test_new_keys_are_put_to_credentials_as_well(aurora: Shop) -> None:
    row = add_configuration(aurora)
    SenderAccount.across_stores.create(
        store=aurora.store, configuration=row, provider="resend", credentials='{"api_key": "k"}', events_secret="s",
        updated_at=NOON,
    )  # fmt: skip
    assert (reseal_credentials(dry_run=True), reseal_credentials(dry_run=False)) == (1, 1)
    assert SenderAccount.across_stores.get().credentials == '{"api_key": "k"}'
