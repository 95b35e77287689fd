"""What a merchant writes: kept in versions, shown before it goes out, and never in a mail's way."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.mails import catalogue, queries
from saleor_support_plugin.mails.models import MailText
from saleor_support_plugin.mails.writing import write
from saleor_support_plugin.stores.queries import configuration

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db

SHOWN = "kind language channel name values ours texts newest { version texts author createdAt failedAt }"
ERRORS = "errors { field code message }"
TEXTS = f"query($channel: String) {{ mailTexts(channel: $channel) {{ {SHOWN} }} }}"
UPDATE = f"""mutation($input: MailTextInput!) {{ mailTextUpdate(input: $input) {{
  mailText {{ {SHOWN} }} warnings {{ field code }} {ERRORS} }} }}"""
RESET = f"mutation($of: MailPlaceInput!) {{ mailTextReset(of: $of) {{ mailText {{ {SHOWN} }} {ERRORS} }} }}"
VERSIONS = "query($of: MailPlaceInput!) { mailTextVersions(of: $of) { version texts author } }"
PREVIEW = f"""query($input: MailTextInput!) {{ mailTextPreview(input: $input) {{
  subject text html warnings {{ field code }} {ERRORS} }} }}"""


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_SETTINGS")


def place(**changed: str) -> dict[str, str]:
    return {"kind": "ticket_received", "language": "en"} | changed


def update(shop: Shop, texts: dict[str, Any], **where: str) -> dict[str, Any]:
    given = place(**where) | {"texts": json.dumps(texts)}
    answer: dict[str, Any] = ask_as(staff_of(shop), UPDATE, input=given)["data"]["mailTextUpdate"]
    return answer


def mail(shop: Shop, channel: str = "default-channel", language: str = "en") -> Any:
    settings = configuration(shop.store, channel)
    values = {"number": "7"}
    return write(
        "ticket_received", store=shop.store, channel=channel, language=language, settings=settings, values=values,
        link="https://shop.dev/",
    )  # fmt: skip


def test_every_kind_is_there_in_both_languages_in_our_words(aurora: Shop, saleor: FakeSaleor) -> None:
    found = ask_as(staff_of(aurora), TEXTS)["data"]["mailTexts"]
    assert len(found) == 2 * len(catalogue.VALUES)
    assert all(one["texts"] == one["ours"] and one["newest"] is None for one in found)
    assert {"Sepet hatırlatması", "Cart reminder"} <= {one["name"] for one in found}


def test_what_a_merchant_writes_is_what_shoppers_read(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    made = update(aurora, {"subject": "{{ shop }} got no. {{ number }}", "heading": "Got it!"})
    assert made["errors"] == []
    assert made["warnings"] == []
    assert made["mailText"]["newest"]["author"] == "staff@aurora.example"
    words = mail(aurora)
    assert words.subject == "aurora.example got no. 7"
    assert "Got it!" in words.html
    assert "You get the answer by mail" in words.text
    assert mail(borealis).subject == mail(aurora, language="en", channel="x").subject.replace(
        "aurora.example got no. 7", "We have your message (no. 7)"
    )
    assert mail(aurora, language="tr").subject == "Mesajınızı aldık (no. 7)"


def test_a_channels_own_text_comes_first(aurora: Shop, saleor: FakeSaleor) -> None:
    update(aurora, {"heading": "Everywhere"})
    update(aurora, {"heading": "Here"}, channel="default-channel")
    assert "Here" in mail(aurora).text
    assert "Everywhere" in mail(aurora, channel="other").text
    ask_as(staff_of(aurora), RESET, of=place(channel="default-channel"))
    assert "Everywhere" in mail(aurora).text


def test_versions_are_kept_and_any_can_come_back(aurora: Shop, saleor: FakeSaleor) -> None:
    for heading in ("One", "Two"):
        update(aurora, {"heading": heading})
    ask_as(staff_of(aurora), RESET, of=place())
    found = ask_as(staff_of(aurora), VERSIONS, of=place())["data"]["mailTextVersions"]
    assert [(one["version"], json.loads(one["texts"])) for one in found] == [
        (3, {}), (2, {"heading": "Two"}), (1, {"heading": "One"}),
    ]  # fmt: skip
    assert "Your message has arrived" in mail(aurora).text
    update(aurora, json.loads(found[2]["texts"]))
    assert "One" in mail(aurora).text


def test_old_versions_go_and_the_newest_fifty_stay(aurora: Shop, saleor: FakeSaleor) -> None:
    MailText.across_stores.bulk_create(
        MailText(store=aurora.store, kind="ticket_received", language="en", version=number, created_at=NOON)
        for number in range(1, 51)
    )
    update(aurora, {"heading": "51"})
    found = aurora.store.mail_texts.order_by("version").values_list("version", flat=True)
    assert (found.first(), found.last(), len(found)) == (2, 51, 50)


@pytest.mark.parametrize(
    ("texts", "field", "code"),
    [
        ({"body": "{% for x in y %}"}, "body", "BROKEN"),
        ({"body": "{{ shop.__class__ }}"}, "body", "BROKEN"),
        ({"body": "x" * 4001}, "body", "BROKEN"),
        ({"subject": "x" * 301}, "subject", "TOO_LONG"),
        ({"stop": "Never stop"}, "stop", "UNKNOWN"),
        ({"why": "Because"}, "why", "UNKNOWN"),
        ({"body": 7}, "texts", "INVALID"),
        (["body"], "texts", "INVALID"),
    ],
)
def test_what_cannot_be_said_is_named_and_not_kept(
    aurora: Shop, saleor: FakeSaleor, texts: Any, field: str, code: str
) -> None:
    answer = update(aurora, texts)
    assert [(one["field"], one["code"]) for one in answer["errors"]] == [(field, code)]
    assert not MailText.across_stores.exists()


def test_a_name_nobody_knows_is_warned_of_and_left_out(aurora: Shop, saleor: FakeSaleor) -> None:
    made = update(aurora, {"heading": "Hello {{ customer }}!"})
    assert made["warnings"] == [{"field": "heading", "code": "UNKNOWN_VALUE"}]
    assert "Hello !" in mail(aurora).text


@pytest.mark.parametrize(
    ("where", "code"),
    [({"kind": "x"}, "NOT_FOUND"), ({"language": "de"}, "NOT_FOUND"), ({"channel": "moon"}, "NOT_FOUND")],
)
def test_a_mail_that_there_is_not(aurora: Shop, saleor: FakeSaleor, where: dict[str, str], code: str) -> None:
    assert [one["code"] for one in update(aurora, {"body": "x"}, **where)["errors"]] == [code]


def test_staff_of_some_channels_write_for_those_only(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = ["default-channel"]
    assert [one["code"] for one in update(aurora, {"body": "x"})["errors"]] == ["CHANNEL_NOT_PERMITTED"]
    assert update(aurora, {"body": "x"}, channel="default-channel")["errors"] == []


def test_without_the_permission_nothing_is_seen(aurora: Shop, saleor: FakeSaleor) -> None:
    answer = ask_as(aurora.staff_token("MANAGE_ORDERS"), TEXTS)
    assert "MANAGE_SETTINGS" in str(answer["errors"])
    assert not answer.get("data")


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize(
    "kind", ["cart_reminder", "question_answered", "review_request", "ticket_received", "ticket_reply", "sender_test"]
)
def test_a_preview_is_the_whole_mail_and_keeps_nothing(
    aurora: Shop, saleor: FakeSaleor, kind: str, language: str
) -> None:
    add_configuration(aurora, accent="#7a2e5d", mail_footer="Street 1\nCity", logo_url="https://aurora.dev/l.png")
    given = {"kind": kind, "language": language, "texts": json.dumps({"heading": "<i>{{ shop }}</i> {{ x }}"})}
    seen = ask_as(staff_of(aurora), PREVIEW, input=given)["data"]["mailTextPreview"]
    assert seen["errors"] == []
    assert "&lt;i&gt;Aurora Lights&lt;/i&gt;" in seen["html"]
    assert "Street 1" in seen["html"]
    assert seen["warnings"] == [{"field": "heading", "code": "UNKNOWN_VALUE"}]
    assert not MailText.across_stores.exists()


def test_a_preview_of_a_broken_text_says_what_is_broken(aurora: Shop, saleor: FakeSaleor) -> None:
    given = place() | {"texts": json.dumps({"body": "{% if shop %}"})}
    seen = ask_as(staff_of(aurora), PREVIEW, input=given)["data"]["mailTextPreview"]
    assert (seen["html"], [one["code"] for one in seen["errors"]]) == (None, ["BROKEN"])


@pytest.mark.parametrize("texts", [{"body": "{% for %}"}, {"body": 7}, {"body": None}, {"heading": "{{a}}" * 900}])
def test_a_text_that_broke_since_stops_no_mail_and_its_merchant_is_told(
    aurora: Shop, folder: Path, texts: dict[str, Any]
) -> None:
    text = MailText.across_stores.create(
        store=aurora.store, kind="ticket_received", language="en", version=1, texts=texts, created_at=NOON
    )
    assert mail(aurora).subject == "We have your message (no. 7)"
    text.refresh_from_db()
    assert text.failed_at is not None
    now = timezone.now()
    assert queries.untold(now) == [text]


def test_all_texts_are_read_in_one_question(aurora: Shop, saleor: FakeSaleor, django_assert_num_queries: Any) -> None:
    for kind in ("ticket_received", "ticket_reply", "sender_test"):
        for _ in range(5):
            update(aurora, {"heading": "x"}, kind=kind)
    token = staff_of(aurora)
    ask_as(token, TEXTS)
    with django_assert_num_queries(2):  # the store, and the texts
        ask_as(token, TEXTS)
