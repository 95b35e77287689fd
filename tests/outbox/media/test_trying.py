"""Staff set a medium up in GraphQL, and try it."""

import json
from typing import Any

import pytest

from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State

from ...desks import add_configuration, ask_as
from ...known_staff import FakeSaleor
from ...shops import Shop, global_id
from .fake_netgsm import FakeNetgsm
from .fake_whatsapp import FakeWhatsApp
from .set_up import CREDENTIALS, NUMBER, set_up

pytestmark = pytest.mark.django_db
UPDATE = """mutation($input: SenderInput!) { senderUpdate(input: $input) {
  sender { provider media { medium provider credentials eventsAddress } } errors { field code } } }"""
TEST = """mutation($medium: MessageMedium!, $to: String!) { mediumTest(medium: $medium, to: $to, locale: "tr") {
  sentTo errors { field code } } }"""


def update(shop: Shop, medium: str, provider: str | None, **credentials: str) -> dict[str, Any]:
    row = shop.store.configurations.first() or add_configuration(shop)
    told = {"configuration": global_id("NamedConfiguration", row.pk), "medium": medium, "provider": provider}
    token = shop.staff_token("MANAGE_SETTINGS")
    answer: dict[str, Any] = ask_as(token, UPDATE, input=told | {"credentials": json.dumps(credentials)})
    found: dict[str, Any] = answer["data"]["senderUpdate"]
    return found


def tried(shop: Shop, medium: str, to: str = NUMBER) -> dict[str, Any]:
    found: dict[str, Any] = ask_as(shop.staff_token("MANAGE_SETTINGS"), TEST, medium=medium, to=to)
    answer: dict[str, Any] = found["data"]["mediumTest"]
    return answer


def test_each_medium_has_an_account_of_its_own(aurora: Shop, saleor: FakeSaleor) -> None:
    assert update(aurora, "EMAIL", "postmark", server_token="t")["errors"] == []
    assert update(aurora, "SMS", "netgsm", **CREDENTIALS["netgsm"])["errors"] == []
    assert update(aurora, "PUSH", "webpush")["errors"] == []
    sender = update(aurora, "WHATSAPP", "whatsapp", **CREDENTIALS["whatsapp"])["sender"]
    assert sender["provider"] == "postmark"
    assert [one["medium"] for one in sender["media"]] == ["PUSH", "SMS", "WHATSAPP"]
    assert [one["credentials"] for one in sender["media"]] == [
        [],
        ["header", "password", "usercode"],
        ["access_token", "app_secret", "phone_number_id"],
    ]
    assert [bool(one["eventsAddress"]) for one in sender["media"]] == [False, False, True]
    assert "/api/whatsapp-events/" in sender["media"][2]["eventsAddress"]
    assert "secret-1" not in json.dumps(sender)
    assert update(aurora, "SMS", None)["errors"] == []
    assert sorted(SenderAccount.across_stores.values_list("medium", flat=True)) == ["email", "push", "whatsapp"]


@pytest.mark.parametrize(
    ("medium", "provider", "changed", "field"),
    [
        ("SMS", "postmark", {}, "provider"),
        ("EMAIL", "netgsm", CREDENTIALS["netgsm"], "provider"),
        ("SMS", "netgsm", {"usercode": "1", "password": "2"}, "header"),
        ("WHATSAPP", "whatsapp", CREDENTIALS["whatsapp"] | {"phone_number_id": "../me"}, "phone_number_id"),
        ("WHATSAPP", "whatsapp", CREDENTIALS["whatsapp"] | {"phone_number_id": "١٢"}, "phone_number_id"),
        ("PUSH", "webpush", {"key": "mine"}, "key"),
    ],
)
def test_what_cannot_be_is_named(
    aurora: Shop, saleor: FakeSaleor, medium: str, provider: str, changed: dict[str, str], field: str
) -> None:
    assert [one["field"] for one in update(aurora, medium, provider, **changed)["errors"]] == [field]
    assert not SenderAccount.across_stores.exists()


def test_a_text_to_ones_own_number_shows_that_it_works(aurora: Shop, saleor: FakeSaleor, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    assert tried(aurora, "SMS", "+90 532 123 45 67") == {"sentTo": NUMBER, "errors": []}
    sending.deliver_due(now=Message.across_stores.get().due_at)
    assert Message.across_stores.get().state == State.SENT
    assert netgsm.texts[0]["messages"][0]["msg"] == "Aurora Lights: bu bir deneme iletisidir."


def test_metas_sample_shows_that_whatsapp_works(aurora: Shop, saleor: FakeSaleor, whatsapp: FakeWhatsApp) -> None:
    set_up(aurora, "whatsapp")
    assert tried(aurora, "WHATSAPP")["errors"] == []
    sending.deliver_due(now=Message.across_stores.get().due_at)
    assert whatsapp.calls[0].json["template"] == {"name": "hello_world", "language": {"code": "en_US"}}


@pytest.mark.parametrize(
    ("medium", "to", "error"),
    [
        ("SMS", NUMBER, ("medium", "NOT_FOUND")),
        ("SMS", "532 123", ("to", "INVALID")),
        ("EMAIL", NUMBER, ("medium", "INVALID")),
    ],
)
def test_why_nothing_was_tried_is_said(
    aurora: Shop, saleor: FakeSaleor, medium: str, to: str, error: tuple[str, str]
) -> None:
    assert [(one["field"], one["code"]) for one in tried(aurora, medium, to)["errors"]] == [error]


def test_a_number_is_not_tried_without_end(aurora: Shop, saleor: FakeSaleor, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    answers = [tried(aurora, "SMS")["errors"] for _ in range(11)]
    assert [bool(errors) for errors in answers] == [False] * 10 + [True]
    assert answers[-1][0]["code"] == "LIMITED"
