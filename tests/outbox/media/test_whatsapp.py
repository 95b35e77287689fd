"""WhatsApp by Meta's Cloud API, tried against a fake written from its public documentation."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.outbox import kinds, sending
from saleor_support_plugin.outbox.models import State
from saleor_support_plugin.outbox.ways import FreeText, Template, WindowClosed
from saleor_support_plugin.outbox.ways.whatsapp import LATER
from saleor_support_plugin.people.queries import consents

from ...shops import NOON, Shop
from ..messages import put
from . import fake_whatsapp as meta
from .fake_whatsapp import FakeWhatsApp
from .set_up import NUMBER, reached, sent, set_up, state

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).parents[3] / "docs" / "media.md"
DIGITS = NUMBER.removeprefix("+")
AT = int(NOON.timestamp()) - 60
TOLD = Template("order_on_its_way", "tr", ("Ayşe", "12"))


def told_by_meta(account: SenderAccount, body: bytes, signature: str = "") -> int:
    return Client().post(
        f"/api/whatsapp-events/{account.store.key}/{account.events_secret}",
        body,
        content_type="application/json",
        headers={"X-Hub-Signature-256": signature or meta.signed(body)},
    ).status_code  # fmt: skip


def test_what_meta_approved_leaves_at_any_time(aurora: Shop, whatsapp: FakeWhatsApp) -> None:
    set_up(aurora, "whatsapp")
    message = sent(aurora, "whatsapp", template=TOLD)
    assert (state(message), message.provider_id) == (State.SENT, "wamid.HBg1")
    [call] = whatsapp.calls
    assert call.path == "/v24.0/1055/messages"
    assert call.headers["authorization"] == "Bearer secret-1"
    blanks = [{"type": "text", "text": "Ayşe"}, {"type": "text", "text": "12"}]
    assert call.json == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": DIGITS,
        "type": "template",
        "template": {
            "name": "order_on_its_way",
            "language": {"code": "tr"},
            "components": [{"type": "body", "parameters": blanks}],
        },
    }


@pytest.mark.parametrize("heard", [None, timedelta(hours=24), timedelta(days=3)])
def test_there_are_no_free_words_outside_the_window(heard: timedelta | None) -> None:
    with pytest.raises(WindowClosed):
        FreeText("Hello", NOON - heard if heard else None, NOON)


def test_free_words_leave_only_within_a_day_of_the_persons_own(aurora: Shop, whatsapp: FakeWhatsApp) -> None:
    account = set_up(aurora, "whatsapp")
    early = sent(aurora, "whatsapp", key="early")
    assert (state(early), whatsapp.calls) == (State.FAILED, [])
    assert "24 hours" in early.reason

    assert told_by_meta(account, meta.wrote(DIGITS, AT, "Where is my lamp?")) == 204
    answer = sent(aurora, "whatsapp", key="answer")
    assert state(answer) is State.SENT
    assert whatsapp.calls[0].json["text"] == {"body": answer.text, "preview_url": False}

    late = put(aurora, person=reached(aurora, "whatsapp"), medium="whatsapp", to=NUMBER, key="late")
    sending.deliver_due(now=NOON + timedelta(hours=24))
    late.refresh_from_db()
    assert (state(late), len(whatsapp.calls)) == (State.FAILED, 1)


def test_an_older_word_that_comes_late_closes_no_window(aurora: Shop, whatsapp: FakeWhatsApp) -> None:
    account = set_up(aurora, "whatsapp")
    reached(aurora, "whatsapp")
    for at in (AT, AT - 90_000, AT):
        told_by_meta(account, meta.wrote(DIGITS, at, "Hi"))
    assert int(aurora.store.person_keys.get().heard_at.timestamp()) == AT  # type: ignore[union-attr]


def codes() -> list[tuple[int, bool]]:
    """Return the codes of the docs' table, and whether each is for good."""
    table = DOCS.read_text(encoding="utf-8").partition("### WhatsApp")[2].partition("###")[0]
    rows = re.findall(r"^\| (`.+?) \| (for good|later) \|", table, re.M)
    return [(int(code), word == "for good") for cell, word in rows for code in re.findall(r"`(\d+)`", cell)]


@pytest.mark.parametrize(("code", "for_good"), codes())
def test_what_becomes_of_each_of_metas_codes(aurora: Shop, whatsapp: FakeWhatsApp, code: int, for_good: bool) -> None:
    set_up(aurora, "whatsapp")
    whatsapp.refuse(code)
    message = sent(aurora, "whatsapp", template=TOLD)
    assert state(message) is (State.FAILED if for_good else State.WAITING)
    assert message.reason == f"{code} Because."


def test_the_docs_name_every_code_that_is_tried_again() -> None:
    later = {code for code, for_good in codes() if not for_good}
    assert later | set(range(200, 300)) == LATER


@pytest.mark.parametrize(
    ("status", "body", "kind", "expected"),
    [
        (500, b"", "cart_reminder", State.WAITING),
        (502, b"", "cart_reminder", State.IN_DOUBT),
        (200, {"messages": []}, "cart_reminder", State.IN_DOUBT),
        (200, {"messages": ["wamid"]}, "cart_reminder", State.IN_DOUBT),
        (400, {"error": {"code": "x"}}, "cart_reminder", State.FAILED),
        (0, b"", "cart_reminder", State.IN_DOUBT),
        (0, b"", "ticket_reply", State.IN_DOUBT),  # WhatsApp would show it twice
    ],
)
def test_what_becomes_of_every_other_answer(
    aurora: Shop, whatsapp: FakeWhatsApp, monkeypatch: pytest.MonkeyPatch,
    status: int, body: Any, kind: str, expected: State,
) -> None:  # fmt: skip
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)
    set_up(aurora, "whatsapp")
    whatsapp.answer(status, body)
    assert state(sent(aurora, "whatsapp", kind=kind, template=TOLD)) is expected
    assert len(whatsapp.calls) == 1


def test_meta_tries_the_address_with_its_secret(aurora: Shop) -> None:
    account = set_up(aurora, "whatsapp")
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
    path = f"/api/whatsapp-events/{aurora.store.key}/whisper"
    answer = Client().get(path, asked | {"hub.verify_token": account.events_secret})
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (
        200, b"1158201444", "text/plain; charset=utf-8",
    )  # fmt: skip
    assert Client().get(path, asked | {"hub.verify_token": "guess"}).status_code == 403
    assert Client().get(path.replace("whisper", "guess"), asked).status_code == 404


def test_only_meta_is_believed(aurora: Shop, borealis: Shop, whatsapp: FakeWhatsApp) -> None:
    account, other = set_up(aurora, "whatsapp"), set_up(borealis, "whatsapp")
    message = sent(aurora, "whatsapp", template=TOLD)
    body = meta.failed("wamid.HBg1", DIGITS, AT, 131026)
    assert told_by_meta(account, body, "sha256=00") == 401
    assert told_by_meta(account, body, meta.signed(body, "another")) == 401
    assert told_by_meta(account, b'{"entry": 7}') == 400
    assert told_by_meta(account, b"[" * 90_000) == 400
    assert told_by_meta(other, body) == 204  # another shop's news change nothing here
    message.refresh_from_db()
    assert state(message) is State.SENT


def test_what_never_arrived_is_said_to_have_failed(aurora: Shop, whatsapp: FakeWhatsApp) -> None:
    account = set_up(aurora, "whatsapp")
    message = sent(aurora, "whatsapp", template=TOLD)
    for _ in range(2):
        assert told_by_meta(account, meta.failed("wamid.HBg1", DIGITS, AT, 131026)) == 204
    message.refresh_from_db()
    assert (state(message), message.silence, message.reason) == (State.FAILED, "refused", "131026 Not on WhatsApp.")
    assert told_by_meta(account, meta.failed("", DIGITS, AT, 131026)) == 204


@pytest.mark.parametrize(
    "body",
    [
        meta.stopped(DIGITS, AT),
        meta.failed("wamid.x", DIGITS, AT, 131050),
        *(meta.wrote(DIGITS, AT, word) for word in ("STOP", "Stop promotions", "dur!", " RET ", "red")),
    ],
)
def test_whoever_stops_gets_no_more_offers_and_still_their_answers(
    aurora: Shop, whatsapp: FakeWhatsApp, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)
    account, person = set_up(aurora, "whatsapp"), reached(aurora, "whatsapp")
    # Their yes is older than their no.
    person.consents.update(at=NOON - timedelta(days=1))
    waiting = put(aurora, person=person, medium="whatsapp", to=NUMBER, kind="cart_reminder", template=TOLD)
    assert told_by_meta(account, body) == 204
    sending.deliver_due(now=NOON)
    waiting.refresh_from_db()
    assert (state(waiting), waiting.silence) == (State.WITHHELD, "unsubscribed")
    assert consents(person).is_given("whatsapp", "service")


def test_a_question_about_red_shoes_stops_nothing(aurora: Shop) -> None:
    account, person = set_up(aurora, "whatsapp"), reached(aurora, "whatsapp")
    told_by_meta(account, meta.wrote(DIGITS, AT, "Red, please. Do stop asking for the size"))
    assert consents(person).is_given("whatsapp", "commercial")
