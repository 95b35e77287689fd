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

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.actions import forget_old
from saleor_support_plugin.conversations.models import Author, Conversation, ConversationLink
from saleor_support_plugin.logs import JsonLine
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.stores.models import Store

from ..api.test_graphql import ask
from ..desks import ORIGIN, add_configuration, add_parcel, add_ticket, filled_in
from ..files.pictures import picture
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import NOON, Shop, global_id

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
    assert "script-src 'self';" in headers["content-security-policy"]
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


def thread_of(open_aurora: Shop) -> list[tuple[str, str, str]]:
    rows = open_aurora.store.tickets.get().conversation.messages.order_by("seq")
    return list(rows.values_list("author", "event", "text"))


def test_who_was_helped_closes_it_and_who_was_not_opens_it_again(page_at: str, open_aurora: Shop) -> None:
    assert "That solved it" in requests.get(page_at, timeout=20).text
    for _ in range(2):
        solved = requests.post(page_at, data={"deed": "solve"}, timeout=20)
    assert "This matter is closed" in solved.text
    assert open_aurora.store.tickets.get().state == "CLOSED"
    opened = requests.post(page_at, data={"deed": "reopen"}, timeout=20)
    assert "The shop will answer you" in opened.text
    ticket = open_aurora.store.tickets.get()
    assert (ticket.state, ticket.closed_at) == ("OPEN", None)
    assert thread_of(open_aurora)[-2:] == [("system", "closed", ""), ("system", "reopened", "")]


def offered(page: str) -> list[str]:
    return re.findall(r'data-deed="(\w+)">', page)


def test_while_a_chat_goes_on_nothing_is_solved_and_then_it_can_be(page_at: str, open_aurora: Shop) -> None:
    conversation = open_aurora.store.tickets.get().conversation
    for is_live, deeds, told in ((True, [], ""), (False, ["solve"], "solve")):
        Conversation.across_stores.filter(pk=conversation.pk).update(is_live=is_live)
        assert offered(requests.get(page_at, timeout=20).text) == deeds
        assert requests.get(page_at, params={"after": 0}, timeout=20).json()["deed"] == told
    requests.post(page_at, data={"deed": "solve"}, timeout=20)
    assert offered(requests.get(page_at, timeout=20).text) == ["reopen"]


def permit_in(page: str) -> str:
    found = re.search(r'data-permit="([^"]+)"', page)
    assert found is not None
    return found[1]


def send_photo(page_at: str, page: str) -> str:
    headers = {"authorization": f"Bearer {permit_in(page)}", "x-file-name": "lamp.jpg"}
    sent = requests.post(f"{page_at.partition('/c/')[0]}/f", data=picture(), headers=headers, timeout=20)
    assert sent.status_code == 201, sent.text
    token: str = sent.json()["file"]
    return token


def test_photos_go_along_with_words_or_alone(page_at: str, open_aurora: Shop) -> None:
    page = requests.get(page_at, timeout=20).text
    files = [send_photo(page_at, page) for _ in range(2)]
    for key, text, photo in (("k1", "Look at this", files[0]), ("k1", "Look at this", files[0]), ("k2", " ", files[1])):
        shown = requests.post(page_at, data={"text": text, "photo": photo, "key": key}, timeout=20)
        assert shown.history[0].status_code == 303
    said = list(open_aurora.store.tickets.get().conversation.messages.order_by("seq"))[1:]
    assert [(one.text, [photo["id"] for photo in (one.card or {})["photos"]]) for one in said] == [
        ("Look at this", files[:1]),
        ("", files[1:]),
    ]
    assert f"/f/{files[0]}/320.webp" in shown.text


def test_staff_sign_by_the_name_they_chat_under_and_never_by_their_address(page_at: str, open_aurora: Shop) -> None:
    conversation, store = open_aurora.store.tickets.get().conversation, open_aurora.store
    for email, name in (("jo@aurora.example", "Jo <3"), ("lee@aurora.example", "")):
        store.seats.create(user_id=email, email=email, name=name, state_at=NOON, seen_at=NOON)
    for email in ("jo@aurora.example", "lee@aurora.example", "gone@aurora.example"):
        told: dict[str, Any] = {"author": Author.STAFF, "author_name": email, "text": "Hello"}
        conversations.say(conversation=conversation, now=NOON, **told)
    page = requests.get(page_at, timeout=20).text
    assert re.findall(r"<strong>(.*?)</strong> <time", page) == ["You", "Jo &lt;3", "Aurora Lights", "Aurora Lights"]
    assert "@aurora.example" not in page


def test_photos_of_elsewhere_are_refused_with_the_words_kept(page_at: str, open_aurora: Shop) -> None:
    for photo in ("x", "../../etc/passwd", "\0", "a" * 5_000):
        answer = requests.post(page_at, data={"text": "Look", "photo": photo}, timeout=20)
        assert answer.status_code == 422
        assert "These photos did not arrive" in answer.text
        assert ">Look</textarea>" in answer.text
    many = requests.post(page_at, data={"text": "Look", "photo": [str(n) for n in range(6)]}, timeout=20)
    assert many.status_code == 422
    assert open_aurora.store.tickets.get().conversation.messages.count() == 1


def test_what_is_new_is_told_by_its_number(
    committed: Service, page_at: str, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    ticket = open_aurora.store.tickets.get()
    first = requests.get(page_at, params={"after": 0}, timeout=20).json()
    assert "It came in two pieces." in first["html"]
    nothing = requests.get(page_at, params={"after": first["seq"]}, timeout=20).json()
    stands = {"state": "No. 1. The shop will answer you.", "live": False, "deed": "solve"}
    assert nothing == {"seq": first["seq"], "html": ""} | stands
    staff = open_aurora.staff_token("MANAGE_ORDERS")
    ask(committed, staff, REPLY, id=global_id("Ticket", ticket.pk), text="<b>On its way</b>")
    told = requests.get(page_at, params={"after": first["seq"]}, timeout=20)
    assert told.headers["cache-control"] == "no-store"
    assert told.json()["state"] == "No. 1. The shop has answered."
    assert "&lt;b&gt;On its way" in told.json()["html"]
    assert "It came in two pieces." not in told.json()["html"]
    for after in ("x", "-1", "9" * 20, "\0"):
        assert requests.get(page_at, params={"after": after}, timeout=20).status_code == 404
    assert requests.get(f"{page_at[:-1]}?after=0", timeout=20).status_code == 404


def test_its_order_is_shown_to_who_placed_it_and_to_nobody_else(
    committed: Service, open_aurora: Shop, outbox: Path, settings: LazySettings
) -> None:
    add_configuration(open_aurora)
    open_aurora.store.orders.update(created=timezone.now())
    parcel = add_parcel(open_aurora)
    parcel.tracking_number = "RR123456785TR"
    parcel.save(update_fields=["tracking_number"])
    named = {"number": "1", "email": "shopper@aurora.example"}
    add_ticket(open_aurora, now=timezone.now())
    add_ticket(open_aurora, "203.0.113.8", now=timezone.now(), email="friend@aurora.example", order=named)
    mine, theirs = (
        requests.get(link_in(mail, committed, settings), timeout=20).text
        for mail in sorted(mails(outbox, "ticket_received"), key=lambda mail: mail["to"], reverse=True)
    )
    assert open_aurora.store.tickets.filter(order=None).count() == 0
    assert "RR123456785TR" in mine
    assert "/o/" in mine
    assert "RR123456785TR" not in theirs
    assert "/o/" not in theirs


def test_what_staff_push_is_shown(page_at: str, open_aurora: Shop) -> None:
    conversation = open_aurora.store.tickets.get().conversation
    cards: list[dict[str, Any]] = [
        {"kind": "product", "name": "Lamp <3", "variant_name": "", "image": "", "url": "https://shop.example/lamp"},
        {"kind": "page", "url": "https://shop.example/help", "title": ""},
        {"kind": "choices", "choices": ["Yes", "No"]},
        {"kind": "cart", "act": "ADDED", "name": "Lamp", "quantity": 2},
    ]
    for card in cards:
        conversations.say(
            conversation=conversation, author=Author.STAFF, author_name="x", text="", card=card, now=timezone.now()
        )
    page = requests.get(page_at, timeout=20).text
    for said in ("Lamp &lt;3", "Open the page", "<li>Yes</li>", "Put into your cart: Lamp × 2"):
        assert said in page
