"""A widget reads and writes in the conversation that its form began, with the token from the form's answer."""

from datetime import timedelta
from typing import Any

import pytest
import requests
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations import queries
from saleor_support_plugin.conversations.models import Author, ConversationLink
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.stores.models import Store

from ..api.test_graphql import ask
from ..desks import ORIGIN, add_configuration, filled_in
from ..files.pictures import picture
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import NOON, Shop, global_id
from .test_conversation_page import REPLY
from .test_form_door import send


class Widget:
    """What a page of the shop holds once its form was sent."""

    def __init__(self, service: Service, shop: Shop, **form: Any) -> None:
        place = f"{service.url}/s/{shop.store.key}/default-channel"
        self.shop = shop
        self.url = f"{place}/conversation"
        self.token: str = send(f"{place}/tickets", filled_in(shop, **form)).json()["conversation"]

    def read(self, *, origin: str | None = ORIGIN, **asked: Any) -> requests.Response:
        return requests.get(self.url, params=asked, headers=self._headers(origin), timeout=20)

    def write(self, text: Any, key: Any = "", **more: Any) -> requests.Response:
        body = {"text": text, "key": key} | more
        return requests.post(self.url, json=body, headers=self._headers(ORIGIN), timeout=20)

    def _headers(self, origin: str | None) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"} | ({"origin": origin} if origin else {})


@pytest.fixture
def widget(committed: Service, open_aurora: Shop) -> Widget:
    add_configuration(open_aurora)
    return Widget(committed, open_aurora)


def texts(answer: requests.Response) -> list[tuple[str, str]]:
    return [(one["author"], one["text"]) for one in answer.json()["messages"]]


def test_a_shopper_writes_staff_answer_and_both_are_read(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, widget: Widget
) -> None:
    begun = widget.read().json()
    assert (begun["number"], begun["subject"], begun["state"]) == (1, "The lamp is broken", "OPEN")
    [first] = begun["messages"]
    assert first.keys() == {"id", "seq", "author", "name", "text", "card", "at"}
    assert begun["seq"] == first["seq"] == 1
    assert (first["author"], first["name"], first["text"]) == ("shopper", "Ada", "It came in two pieces.")

    ticket = open_aurora.store.tickets.get()
    staff = open_aurora.staff_token("MANAGE_ORDERS")
    ask(committed, staff, REPLY, id=global_id("Ticket", ticket.pk), text="A new one is on its way.")
    later = widget.read(after=first["seq"])
    assert texts(later) == [("staff", "A new one is on its way.")]
    assert later.json()["state"] == "WAITING"
    assert later.json()["messages"][0]["name"] == "Aurora Lights"
    assert "staff@aurora.example" not in later.text
    assert Message.across_stores.filter(kind="ticket_reply").count() == 1

    written = widget.write("Thank you!", "one").json()
    assert written == {"ok": True, "message": widget.read().json()["messages"][-1]}
    assert written["message"]["text"] == "Thank you!"
    ticket.refresh_from_db()
    assert ticket.state == "OPEN"


def test_staff_sign_by_the_name_they_chat_under_and_never_by_their_address(widget: Widget, open_aurora: Shop) -> None:
    store = open_aurora.store
    for email, name in (("jo@aurora.example", "Jo"), ("lee@aurora.example", "")):
        store.seats.create(user_id=email, email=email, name=name, state_at=NOON, seen_at=NOON)
        conversation = store.tickets.get().conversation
        conversations.say(conversation=conversation, author=Author.STAFF, author_name=email, text="Hello", now=NOON)
    read = widget.read(after=1)
    assert [one["name"] for one in read.json()["messages"]] == ["Jo", "Aurora Lights"]
    assert "@aurora.example" not in read.text


def test_sent_twice_it_is_kept_once(widget: Widget) -> None:
    first, again = widget.write("Thank you!", "one"), widget.write("Thank you!", "one")
    assert first.json() == again.json()
    assert len(widget.read().json()["messages"]) == 2


def test_notes_for_staff_are_not_told(committed: Service, open_aurora: Shop) -> None:
    """Least of all that the order which they named is not theirs."""
    add_configuration(open_aurora)
    widget = Widget(committed, open_aurora, order={"number": "1234567"})
    open_aurora.store.tickets.update(state="CLOSED", closed_at=timezone.now())
    widget.write("It broke again.")
    events = open_aurora.store.tickets.get().conversation.messages.exclude(event="").values_list("event", flat=True)
    assert list(events) == ["order_not_found", "reopened"]
    assert {author for author, _ in texts(widget.read())} == {"shopper"}
    assert "1234567" not in widget.read().text


def test_a_token_is_another_than_the_mails_and_proves_no_address(widget: Widget, open_aurora: Shop) -> None:
    conversation = open_aurora.store.tickets.get().conversation
    service = widget.url.partition("/s/")[0]
    assert len(widget.token) >= 22  # 128 bits
    assert requests.get(f"{service}/c/{widget.token}", timeout=20).status_code == 404
    widget.write("It is really me.")
    conversation.refresh_from_db()
    assert conversation.email_confirmed_at is None
    widget.token = conversations.link_to(conversation=conversation, now=timezone.now()).rpartition("/")[2]
    assert requests.get(f"{service}/c/{widget.token}", timeout=20).status_code == 200
    assert widget.read().status_code == 404


def test_once_the_mailboxs_owner_writes_who_typed_the_address_reads_no_more(widget: Widget, open_aurora: Shop) -> None:
    conversation = open_aurora.store.tickets.get().conversation
    mailed = conversations.link_to(conversation=conversation, now=timezone.now()).rpartition("/")[2]
    page = f"{widget.url.partition('/s/')[0]}/c/{mailed}"
    requests.get(page, timeout=20)
    assert widget.read().status_code == 200
    assert requests.post(page, data={"text": "My new address is 1 Elm Road."}, timeout=20).status_code == 200
    assert widget.read().status_code == 404


def test_only_a_digest_of_it_is_kept_as_long_as_of_a_mails(widget: Widget) -> None:
    kept = ConversationLink.across_stores.get(kind="widget")
    assert widget.token.encode() not in bytes(kept.digest)
    assert abs(kept.expires_at - ConversationLink.across_stores.get(kind="mail").expires_at) < timedelta(minutes=1)


def test_tokens_that_open_nothing_all_look_the_same(widget: Widget, open_aurora: Shop) -> None:
    right = widget.token
    answers = []
    for token in ("", "x", "A" * 22, right[:-1], "%00"):
        widget.token = token
        answers += [widget.read(), widget.write("Hello")]
    widget.token = right
    assert widget.read().status_code == 200
    ConversationLink.across_stores.update(expires_at=timezone.now() - timedelta(seconds=1))
    answers += [widget.read(), widget.write("Hello")]
    ConversationLink.across_stores.update(expires_at=timezone.now() + timedelta(days=1))
    Store.across_stores.filter(pk=open_aurora.store.pk).update(removed_at=timezone.now())
    answers += [widget.read(), widget.write("Hello")]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}
    assert open_aurora.store.tickets.get().conversation.messages.count() == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"text": " "}', 422, "REQUIRED"),
        (b'{"text": 7}', 422, "REQUIRED"),
        (b"{}", 422, "REQUIRED"),
        (b'{"text": "%s"}' % (b"x" * 5_001), 422, "TOO_LONG"),
        (b"[]", 400, "NOT_JSON"),
        (b"{", 400, "NOT_JSON"),
        (b"x" * 70_001, 413, "TOO_LARGE"),
    ],
)
def test_what_is_no_message_is_refused(widget: Widget, body: bytes, status: int, code: str) -> None:
    headers = {"origin": ORIGIN, "authorization": f"Bearer {widget.token}", "content-type": "application/json"}
    answer = requests.post(widget.url, data=body, headers=headers, timeout=20)
    assert answer.status_code == status
    assert code in answer.text
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert len(widget.read().json()["messages"]) == 1


@pytest.mark.parametrize("key", [None, 7, ["x"], "nul \0", "x" * 500])
def test_a_key_of_any_shape_does_no_harm(widget: Widget, key: Any) -> None:
    assert widget.write("Hello", key).json()["ok"]


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 10, "²", global_id("Message", 1)])
def test_what_is_no_message_cannot_be_read_on_from(widget: Widget, after: str) -> None:
    answer = widget.read(after=after)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "INVALID")


def test_a_flood_is_stopped(widget: Widget) -> None:
    answers = [widget.write(f"no. {number}") for number in range(61)]
    assert [one.status_code for one in answers] == [200] * 60 + [429]
    assert answers[-1].json()["error"]["code"] == "LIMITED"
    assert answers[-1].headers["retry-after"] == "3600"
    assert answers[-1].headers["access-control-allow-origin"] == ORIGIN


def test_only_the_merchants_own_pages_read_and_write(widget: Widget) -> None:
    """A browser names no origin where a page reads from its own: from ours, say, where the playground is."""
    allowed, elsewhere, unnamed = (
        widget.read(),
        widget.read(origin="https://elsewhere.example"),
        widget.read(origin=None),
    )
    assert allowed.headers["access-control-allow-origin"] == ORIGIN
    assert allowed.headers["cache-control"] == "no-store"
    assert (elsewhere.status_code, elsewhere.json()["error"]["code"]) == (403, "ORIGIN_NOT_ALLOWED")
    for refused in (elsewhere, unnamed):
        assert "access-control-allow-origin" not in refused.headers
    assert unnamed.status_code == 200
    bearer = {"authorization": f"Bearer {widget.token}"}
    assert requests.post(widget.url, json={"text": "x"}, headers=bearer, timeout=20).status_code == 403


def test_a_browser_asks_first_and_is_told(widget: Widget) -> None:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization, content-type"}
    told = requests.options(widget.url, headers=asked | {"origin": ORIGIN}, timeout=20)
    assert (told.status_code, told.headers["access-control-allow-origin"]) == (204, ORIGIN)
    assert told.headers["access-control-allow-headers"] == "authorization, content-type"
    assert told.headers["access-control-allow-methods"] == "GET, POST, OPTIONS"
    assert requests.delete(widget.url, headers={"origin": ORIGIN}, timeout=20).status_code == 405


@pytest.mark.django_db
def test_reading_asks_as_much_for_twenty_messages_as_for_one_and_ends_somewhere(
    aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = conversations.begin(
        store=aurora.store, channel="default-channel", language="en", email="", name="Ada", now=timezone.now()
    )
    asked = []
    for many in (1, 19):
        for number in range(many):
            conversations.say(
                conversation=conversation,
                author=Author.SHOPPER,
                author_name="Ada",
                text=f"no. {number}",
                now=timezone.now(),
            )
        with CaptureQueriesContext(connection) as counted:
            queries.newest_shown(conversation)
        asked.append(len(counted))
    assert asked == [1, 1]
    monkeypatch.setattr(queries, "MOST_MESSAGES", 3)
    assert [one.text for one in queries.newest_shown(conversation)] == ["no. 16", "no. 17", "no. 18"]


def test_photos_go_along_in_the_thread_of_a_form_too(open_aurora: Shop, widget: Widget) -> None:
    headers = {"authorization": f"Bearer {widget.read().json()['permit']}", "origin": ORIGIN}
    door = f"{widget.url.partition('/s/')[0]}/f"
    file = requests.post(door, data=picture(), headers=headers, timeout=20).json()["file"]
    told = widget.write("", "one", files=[file]).json()
    assert told["ok"]
    assert (told["message"]["text"], told["message"]["card"]["photos"][0]["id"]) == ("", file)
    strange = widget.write("Look", "two", files=["x"])
    assert (strange.status_code, strange.json()["errors"][0]["code"]) == (422, "INVALID")
    assert open_aurora.store.tickets.get().conversation.messages.filter(author="shopper").count() == 2
