"""By whom a merchant's mails leave: whose key it is, what becomes of each answer, and what must not be reached."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection

from saleor_support_plugin.mails import queries
from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.outbox.ways import Mail, Parcel, Unreachable, servers
from saleor_support_plugin.outbox.ways.mail import hand_over

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..outbox.messages import TO, mails_in, put
from ..shops import NOON, Shop, global_id
from .fake_postmark import FakePostmark

pytestmark = pytest.mark.django_db

UPDATE = """mutation($input: SenderInput!) { senderUpdate(input: $input) {
  sender { provider credentials eventsAddress fromEmail } errors { field code message } } }"""
SENDERS = "{ mailSenders { configuration provider credentials eventsAddress fromEmail } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_SETTINGS")


def update(shop: Shop, row: Any, provider: str | None, **credentials: str) -> dict[str, Any]:
    values = {
        "configuration": global_id("NamedConfiguration", row.pk),
        "provider": provider,
        "credentials": json.dumps(credentials),
    }
    answer: dict[str, Any] = ask_as(staff_of(shop), UPDATE, input=values)["data"]["senderUpdate"]
    return answer


def with_postmark(shop: Shop, **changed: Any) -> SenderAccount:
    row = add_configuration(shop, sender_email="shop@aurora.dev", **changed)
    return SenderAccount.across_stores.create(
        store=shop.store, configuration=row, provider="postmark", credentials='{"server_token": "secret-1"}',
        events_secret="whisper", updated_at=NOON,
    )  # fmt: skip


def test_a_key_goes_in_and_never_comes_out(aurora: Shop, saleor: FakeSaleor) -> None:
    row = add_configuration(aurora)
    made = update(aurora, row, "postmark", server_token="secret-1")
    assert made["errors"] == []
    assert made["sender"]["credentials"] == ["server_token"]
    seen = ask_as(staff_of(aurora), SENDERS)
    assert "secret-1" not in json.dumps(seen)
    assert made["sender"]["eventsAddress"].startswith(
        f"https://support.example.com/api/mail-events/{aurora.store.key}/"
    )
    with connection.cursor() as cursor:
        cursor.execute("select credentials, events_secret from support_senderaccount")
        assert all("secret-1" not in kept and len(kept) > 60 for kept in cursor.fetchone())


def test_a_key_that_is_left_out_stays_and_another_provider_needs_its_own(aurora: Shop, saleor: FakeSaleor) -> None:
    row = add_configuration(aurora)
    update(aurora, row, "mailjet", api_key="a", secret_key="b")
    assert update(aurora, row, "mailjet", api_key="new")["errors"] == []
    account = queries.settled_for(aurora.store, "any").account
    assert account is not None
    assert account.credentials == {"api_key": "new", "secret_key": "b"}
    assert "new" not in repr(account)
    assert [one["field"] for one in update(aurora, row, "postmark")["errors"]] == ["server_token"]
    assert update(aurora, row, None)["sender"]["provider"] is None
    assert queries.settled_for(aurora.store, "any").account is None


@pytest.mark.parametrize(
    ("provider", "credentials", "field", "code"),
    [
        ("pigeon", {}, "provider", "NOT_FOUND"),
        ("sendgrid", {"api_key": "k", "api_url": "http://169.254.169.254/"}, "api_url", "UNKNOWN"),
        ("smtp", {"host": "mail.shop.dev", "port": "6379"}, "port", "INVALID"),
        ("smtp", {"host": "localhost", "port": "25"}, "host", "INVALID"),
        ("mailgun", {"api_key": "k", "sender_domain": "a.dev", "region": "moon"}, "region", "INVALID"),
        ("postmark", {"server_token": "a\nb"}, "server_token", "INVALID"),
    ],
)
def test_what_cannot_be_is_named(
    aurora: Shop, saleor: FakeSaleor, provider: str, credentials: dict[str, str], field: str, code: str
) -> None:
    answer = update(aurora, add_configuration(aurora), provider, **credentials)
    assert (field, code) in [(one["field"], one["code"]) for one in answer["errors"]]
    assert not SenderAccount.across_stores.exists()


def test_another_stores_configuration_is_not_there(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    answer = update(aurora, add_configuration(borealis), "postmark", server_token="x")
    assert [one["code"] for one in answer["errors"]] == ["NOT_FOUND"]


def test_staff_of_some_channels_do_not_change_everybodys_sender(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = ["default-channel"]
    answer = update(aurora, add_configuration(aurora), "postmark", server_token="x")
    assert [one["code"] for one in answer["errors"]] == ["CHANNEL_NOT_PERMITTED"]


def test_a_mail_leaves_by_the_merchants_provider(aurora: Shop, folder: Path, postmark: FakePostmark) -> None:
    with_postmark(aurora)
    message = put(aurora)
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    assert message.state == State.SENT
    [mail] = postmark.mails
    assert (mail["To"], mail["From"], mail["Subject"]) == (TO, "Aurora Lights <shop@aurora.dev>", message.subject)
    assert {"Name": "Auto-Submitted", "Value": "auto-generated"} in mail["Headers"]
    assert postmark.tokens == ["secret-1"]
    assert mails_in(folder) == []


def test_demo_mails_stay_here_whatever_the_provider(aurora: Shop, folder: Path, postmark: FakePostmark) -> None:
    with_postmark(aurora)
    put(aurora, to="ayse@example.com")
    sending.deliver_due(now=NOON)
    assert postmark.mails == []
    assert len(mails_in(folder)) == 1


@pytest.mark.parametrize(
    ("status", "body", "kind", "state"),
    [
        (422, {"ErrorCode": 300, "Message": f"Invalid 'To' address: '{TO}'."}, "ticket_reply", State.FAILED),
        (401, {"ErrorCode": 10, "Message": "Bad token"}, "ticket_reply", State.WAITING),
        (429, {"ErrorCode": 429, "Message": "Slow down"}, "ticket_reply", State.WAITING),
        (500, {"ErrorCode": 0, "Message": "oops"}, "ticket_reply", State.WAITING),
        (422, {"ErrorCode": 300, "Message": "What?"}, "ticket_reply", State.FAILED),
        (200, {"ErrorCode": 0, "Message": "OK"}, "review_request", State.IN_DOUBT),
        (200, ["odd"], "review_request", State.IN_DOUBT),
        (504, {"Message": "gateway"}, "review_request", State.IN_DOUBT),
        (0, {}, "review_request", State.IN_DOUBT),
        (0, {}, "ticket_reply", State.WAITING),
    ],
)
def test_what_becomes_of_each_answer(
    aurora: Shop, folder: Path, postmark: FakePostmark, monkeypatch: pytest.MonkeyPatch,
    status: int, body: Any, kind: str, state: State,
) -> None:  # fmt: skip
    from saleor_support_plugin.outbox import kinds

    monkeypatch.setitem(kinds._still_right, kind, kinds.always_right)
    with_postmark(aurora)
    postmark.status, postmark.body = status, body
    message = put(aurora, kind=kind)
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    assert State(message.state) == state
    assert "secret-1" not in message.reason
    assert len(postmark.mails) == 1


def test_a_provider_that_is_not_there_has_taken_nothing(aurora: Shop, folder: Path, settings: LazySettings) -> None:
    settings.ANYMAIL = {"POSTMARK_API_URL": "http://127.0.0.1:9/"}
    with_postmark(aurora)
    message = put(aurora, kind="ticket_reply")
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    assert (State(message.state), Message.across_stores.filter(state=State.IN_DOUBT).exists()) == (State.WAITING, False)


def test_a_merchants_server_does_not_lead_into_our_network(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["10.0.0.7"]

    monkeypatch.setattr(servers, "resolve", resolve)
    account = queries.Account("smtp", {"host": "mail.evil.dev", "port": "587"})
    mail = Mail("a@shop.dev", "S", "T", "<p>T</p>", {})
    outcome = hand_over(Parcel("b@shop.dev", mail, account, "key", "x", stays_here=False, expires_at=NOON, now=NOON))
    assert outcome == Unreachable("OSError: 10.0.0.7 is not a public address")
    assert asked == ["mail.evil.dev"]


def test_answers_go_to_the_mailbox_that_the_merchant_named(aurora: Shop, folder: Path) -> None:
    add_configuration(aurora, mail_in_address="Destek@mail.aurora.dev")
    message = put(aurora)
    sending.deliver_due(now=NOON)
    [mail] = mails_in(folder)
    assert mail["Reply-To"].startswith(f"destek+{message.pk}.")
    assert mail["Reply-To"].endswith("@mail.aurora.dev")


def test_a_list_of_senders_asks_the_same_for_one_and_for_twenty(
    aurora: Shop, saleor: FakeSaleor, django_assert_max_num_queries: Any
) -> None:
    from saleor_support_plugin.stores.models import NamedConfiguration

    with_postmark(aurora)
    for number in range(20):
        row = NamedConfiguration.across_stores.create(store=aurora.store, name=f"n{number}", channels=[f"c{number}"])
        SenderAccount.across_stores.create(
            store=aurora.store, configuration=row, provider="resend", credentials='{"api_key": "k"}',
            events_secret="s", updated_at=NOON,
        )  # fmt: skip
    token = staff_of(aurora)
    with django_assert_max_num_queries(4):
        assert len(ask_as(token, SENDERS)["data"]["mailSenders"]) == 21
