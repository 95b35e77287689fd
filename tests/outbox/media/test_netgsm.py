"""Text messages by Netgsm, tried against a fake written from its public documentation."""

import re
from base64 import b64decode
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from saleor_support_plugin.outbox import kinds, sending
from saleor_support_plugin.outbox.headers import NoWayOut
from saleor_support_plugin.outbox.models import State
from saleor_support_plugin.outbox.ways import netgsm as way
from saleor_support_plugin.people.queries import consents

from ...known_staff import FakeSaleor
from ...shops import NOON, Shop
from ..messages import mails_in, put
from .fake_netgsm import FakeNetgsm
from .set_up import NUMBER, reached, sent, set_up, state

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).parents[3] / "docs" / "media.md"


@pytest.fixture(autouse=True)
def every_kind_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds._still_right, "cart_reminder", kinds.always_right)


def test_a_text_leaves_by_the_merchants_account(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    message = sent(aurora, "sms")
    assert state(message) is State.SENT
    assert message.provider_id == "17377215342605050417149344"
    [call] = netgsm.calls
    assert call.path == "/sms/rest/v2/send"
    assert b64decode(call.headers["authorization"].removeprefix("Basic ")) == b"8501234567:secret-1"
    assert call.json == {
        "msgheader": "AURORA",
        "messages": [{"msg": message.text, "no": "5321234567"}],
        "encoding": "TR",
        "iysfilter": "0",
        "referansID": message.message_id.strip("<>"),
        "appname": "saleor-support",
    }


def test_the_registry_is_asked_about_whom_something_is_sold_to(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    assert state(sent(aurora, "sms", kind="cart_reminder")) is State.SENT
    assert netgsm.texts[0]["iysfilter"] == "11"


def test_an_offer_by_text_holds_its_way_out(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    person = reached(aurora, "sms")
    words = type("Bare", (), {"subject": "", "text": "Buy this!", "html": ""})()
    with pytest.raises(NoWayOut):
        put(aurora, kind="cart_reminder", person=person, medium="sms", to=NUMBER, words=words)


def test_the_link_in_a_text_stops_texts_and_nothing_else(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    person = reached(aurora, "sms")
    person.consents.update(at=NOON - timedelta(days=1))
    message = put(aurora, kind="cart_reminder", person=person, medium="sms", to=NUMBER)
    link = re.search(r"/u/\S+", message.text)
    assert link
    assert Client().post(link[0]).status_code == 200
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    assert (state(message), message.silence, netgsm.calls) == (State.WITHHELD, "unsubscribed", [])
    assert consents(person).word("email", "commercial") is None


@pytest.mark.parametrize(
    ("number", "text", "no", "encoding"),
    [
        ("+4915112345678", "Hallo", "004915112345678", "TR"),
        (NUMBER, "Şöyle ğüzel İĞDIR", "5321234567", "TR"),
        (NUMBER, "Teşekkürler 🎉", "5321234567", "UNICODE"),
        (NUMBER, "مرحبا", "5321234567", "UNICODE"),
    ],
)
def test_numbers_and_letters_are_written_as_they_must_be(
    aurora: Shop, netgsm: FakeNetgsm, number: str, text: str, no: str, encoding: str
) -> None:
    set_up(aurora, "netgsm")
    sent(aurora, "sms", to=number, words=type("Words", (), {"subject": "", "text": text, "html": ""})())
    [told] = netgsm.texts
    assert (told["messages"], told["encoding"]) == ([{"msg": text, "no": no}], encoding)


def test_nothing_leaves_until_it_is_set_up(aurora: Shop, borealis: Shop, netgsm: FakeNetgsm) -> None:
    set_up(borealis, "netgsm")
    message = sent(aurora, "sms")
    assert (state(message), message.silence) == (State.WITHHELD, "no_sender")
    assert netgsm.calls == []


def test_what_waits_does_not_leave_once_it_is_switched_off(aurora: Shop, netgsm: FakeNetgsm) -> None:
    account = set_up(aurora, "netgsm")
    message = put(aurora, person=reached(aurora, "sms"), medium="sms", to=NUMBER)
    account.delete()
    sending.deliver_due(now=NOON)
    message.refresh_from_db()
    assert (state(message), message.silence) == (State.WITHHELD, "no_sender")
    assert netgsm.calls == []


@pytest.mark.parametrize("code", [*way.CODES])
def test_what_becomes_of_each_code(aurora: Shop, netgsm: FakeNetgsm, code: str) -> None:
    set_up(aurora, "netgsm")
    netgsm.refuse(code)
    message = sent(aurora, "sms")
    meaning, for_good = way.CODES[code]
    assert state(message) is (State.FAILED if for_good else State.WAITING)
    assert message.reason == f"{code} {meaning}"
    assert len(netgsm.calls) == 1


@pytest.mark.parametrize(
    ("status", "body", "kind", "expected"),
    [
        (401, b"no", "cart_reminder", State.WAITING),
        (429, b"", "cart_reminder", State.WAITING),
        (503, b"", "cart_reminder", State.WAITING),
        (400, b"what?", "cart_reminder", State.FAILED),
        (406, {"code": "99"}, "cart_reminder", State.FAILED),
        (504, b"", "cart_reminder", State.IN_DOUBT),
        (200, b"<html>", "cart_reminder", State.IN_DOUBT),
        (200, [["00"]], "cart_reminder", State.IN_DOUBT),
        (200, b"[" * 90_000, "cart_reminder", State.IN_DOUBT),
        (200, b"x" * 200_000, "cart_reminder", State.IN_DOUBT),
        (0, b"", "cart_reminder", State.IN_DOUBT),
        (0, b"", "ticket_reply", State.WAITING),
    ],
)
def test_what_becomes_of_every_other_answer(
    aurora: Shop, netgsm: FakeNetgsm, status: int, body: object, kind: str, expected: State
) -> None:
    set_up(aurora, "netgsm")
    netgsm.answer(status, body)
    message = sent(aurora, "sms", kind=kind)
    assert state(message) is expected
    assert len(netgsm.calls) == 1
    assert "secret-1" not in message.reason


def test_a_text_that_may_be_out_is_not_sent_twice(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    netgsm.answer(0)
    message = sent(aurora, "sms", kind="cart_reminder")
    netgsm.take()
    for _ in range(3):
        sending.deliver_due(now=message.expires_at)
    assert len(netgsm.calls) == 1


def test_a_provider_that_is_not_there_has_taken_nothing(aurora: Shop, netgsm: FakeNetgsm) -> None:
    set_up(aurora, "netgsm")
    netgsm.stop()
    message = sent(aurora, "sms", kind="cart_reminder")
    assert (state(message), message.reason) == (State.WAITING, "no connection")


def test_the_demo_store_texts_nobody(aurora: Shop, netgsm: FakeNetgsm, folder: Path, settings: LazySettings) -> None:
    settings.DEMO_URL = "https://aurora.example"
    set_up(aurora, "netgsm")
    assert state(sent(aurora, "sms")) is State.SENT
    assert netgsm.calls == []
    [kept] = mails_in(folder)
    assert kept["To"] == NUMBER
    assert "Words" in kept.get_content()


def test_the_docs_say_what_each_code_means() -> None:
    told = dict(re.findall(r"^\| `(\d\d)` \| (for good|later|it is out) \|", DOCS.read_text(encoding="utf-8"), re.M))
    assert told.pop("00") == "it is out"
    assert told == {code: "for good" if for_good else "later" for code, (_, for_good) in way.CODES.items()}


def test_the_key_is_in_no_log_and_no_representation(
    aurora: Shop, netgsm: FakeNetgsm, caplog: pytest.LogCaptureFixture, saleor: FakeSaleor
) -> None:
    set_up(aurora, "netgsm")
    netgsm.answer(504, b"gateway of +905321234567")
    sent(aurora, "sms")
    lines = [f"{line.getMessage()} {line.__dict__}" for line in caplog.records]
    assert any("a way out failed" in line for line in lines)
    assert not any("secret-1" in line or NUMBER in line for line in lines)
