"""What is in a chat beside words: pictures, notes, the page that somebody is on, its end, and what follows it."""

import re
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.chat import actions as queue
from saleor_support_plugin.chat.models import Presence, QueueEntry
from saleor_support_plugin.conversations import actions
from saleor_support_plugin.conversations.models import Author, ConversationLink, ConversationPhoto, ConversationRating
from saleor_support_plugin.files import actions as files
from saleor_support_plugin.files import permits
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets.models import Ticket

from ..desks import ORIGIN, add_configuration
from ..files.pictures import picture
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .chatters import Chat, End

HERE = {"url": f"{ORIGIN}/lamps/brass", "title": "Brass lamp", "product": "UHJvZHVjdDo3", "checkout": None}


class Visit:
    """A shopper whose chat a member of staff has taken; both have a page open."""

    def __init__(self, service: Service, shop: Shop) -> None:
        self.shop = shop
        self.service = service
        self.place = f"{service.url}/s/{shop.store.key}/default-channel"
        begun = self.post("chat/session", text="Is the lamp in stock?", key="k" * 32, name="Ada", locale="en").json()
        self.token, self.permit, self.id = begun["token"], begun["permit"], begun["conversation"]
        self.entry = QueueEntry.across_stores.select_related("conversation__store").get()
        self.conversation = self.entry.conversation
        self.ticket = Ticket.across_stores.get()

    def post(self, path: str, token: str = "", **given: Any) -> requests.Response:
        headers = {"origin": ORIGIN} | ({"authorization": f"Bearer {token}"} if token else {})
        return requests.post(f"{self.place}/{path}", json=given, headers=headers, timeout=20)

    def act(self, act: str, **given: Any) -> requests.Response:
        return self.post(f"conversation/{act}", self.token, **given)

    def sockets(self, shop: Shop) -> tuple[End, End]:
        chat = Chat.__new__(Chat)
        chat.host, chat.shop, chat.channel = self.service.url.replace("http", "ws"), shop, "default-channel"
        chat.token, chat.id = self.token, self.id
        shopper, staff = chat.dial(), chat.staff(shop.staff_token("MANAGE_ORDERS"), after=None)
        shopper.send("hello", token=self.token, after={self.id: 0})
        staff.send("follow", conversation=self.id, after=0)
        assert (shopper.next("queue")["state"], staff.next("state")["live"]) == ("seated", True)
        return shopper, staff

    def say_as_staff(self, text: str) -> None:
        said: dict[str, Any] = {"author": Author.STAFF, "author_name": "staff@aurora.example", "now": timezone.now()}
        actions.say(conversation=self.conversation, text=text, **said)

    def end(self) -> None:
        queue.end(staff=staff_of(self.shop), conversation_id=self.conversation.pk, now=timezone.now())

    def send_file(self, side: str = "shopper", *, size: tuple[int, int] = (60, 40)) -> str:
        """Have a picture come in as by `/f`; return its id."""
        owner = f"conversation:{self.conversation.pk}:{side}"
        content = BytesIO(picture(size=size))
        return files.receive(
            store=self.shop.store, owner=owner, most=9, content=content, name="x.jpg", now=timezone.now()
        ).token


def staff_of(shop: Shop) -> Staff:
    return Staff(shop.store, "ayse", "ayse@aurora.example", frozenset(), (), None)


@pytest.fixture
def visit(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> Visit:
    add_configuration(open_aurora)
    queue.seen(staff=staff_of(open_aurora), now=timezone.now())
    queue.set_presence(staff=staff_of(open_aurora), state=Presence.ONLINE, now=timezone.now())
    return Visit(committed, open_aurora)


# Pictures


def test_pictures_are_sent_first_and_then_said_by_their_ids(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    sent = requests.post(
        f"{visit.service.url}/f", data=picture(), headers={"authorization": f"Bearer {visit.permit}"}, timeout=20
    ).json()
    shopper.send("say", files=[sent["file"]], key="p1")
    [heard] = [frame for frame in (staff.next("said") for _ in range(3)) if frame["key"] == "p1"]
    assert (heard["author"], heard["text"]) == ("shopper", "")
    [shown] = heard["card"]["photos"]
    assert (heard["card"]["kind"], shown["id"]) == ("photos", sent["file"])
    assert shown["url"].endswith(f"/f/{sent['file']}")
    assert shopper.told("p1") == heard["seq"]
    shopper.send("say", files=[sent["file"]], key="p1")
    assert shopper.next("kept")["seq"] == heard["seq"]
    # The row keeps the file from being forgotten.
    assert ConversationPhoto.across_stores.get().file.token == sent["file"]


def test_pictures_are_said_without_a_socket_too_and_read_again(visit: Visit) -> None:
    token = visit.send_file()
    said = visit.post("conversation", visit.token, files=[token], text="It is broken", key="p1").json()["message"]
    assert (said["text"], said["card"]["photos"][0]["id"]) == ("It is broken", token)
    read = requests.get(
        f"{visit.place}/conversation", headers={"authorization": f"Bearer {visit.token}", "origin": ORIGIN}, timeout=20
    ).json()
    assert read["messages"][-1]["card"] == said["card"]
    assert read["permit"]
    assert read["read"] == {"shopper": 0, "staff": 0}


@pytest.mark.parametrize("wrong", [["x" * 22], "x", [7], ["a"] * 6, [None]])
def test_what_is_no_picture_of_theirs_is_not_said(visit: Visit, wrong: Any) -> None:
    shopper, _ = visit.sockets(visit.shop)
    shopper.send("say", files=wrong, key="p1")
    assert shopper.next("refused")["code"] == "INVALID"
    assert visit.post("conversation", visit.token, files=wrong, key="p1").status_code == 422


def test_staffs_pictures_are_staffs(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    token = visit.send_file("staff")
    shopper.send("say", files=[token], key="p1")
    assert shopper.next("refused")["code"] == "INVALID"
    staff.send("say", conversation=visit.id, files=[token], text="Like this?", key="s1")
    heard = next(frame for frame in iter(lambda: shopper.next("said"), None) if frame["author"] == "staff")
    assert (heard["text"], heard["card"]["photos"][0]["id"]) == ("Like this?", token)


def test_a_permit_is_of_one_side_of_one_conversation(visit: Visit) -> None:
    owner = permits.opened(visit.permit)
    assert owner is not None
    assert (owner.store_id, owner.owner) == (visit.shop.store.pk, f"conversation:{visit.conversation.pk}:shopper")


# Notes, and where somebody is


def test_a_note_is_heard_by_staff_and_by_nobody_else(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    for _ in range(2):
        staff.send("note", conversation=visit.id, text="Angry, be kind", key="n1")
    noted = next(frame for frame in iter(lambda: staff.next("said"), None) if frame["event"] == "note")
    assert (noted["text"], noted["name"], noted["key"]) == ("Angry, be kind", "staff@aurora.example", "n1")
    assert staff.next("kept")["seq"] == noted["seq"]
    staff.send("say", conversation=visit.id, text="Hello!", key="s1")
    assert shopper.next("said")["text"] == "Hello!"


def test_staff_see_on_which_page_their_shopper_is(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    shopper.send("here", here=HERE | {"title": "Brass\nlamp ", "more": 1})
    told = staff.next("here")
    assert told["conversation"] == visit.id
    assert {name: told["here"][name] for name in HERE} == HERE
    shopper.send("here", here=HERE)  # nothing new
    shopper.send("here", here=None)
    assert staff.next("here")["here"] is None
    shopper.send("here", here=HERE | {"url": "https://evil.example/"})
    assert staff.next("here")["here"]["url"] is None
    visit.conversation.refresh_from_db()
    assert visit.conversation.here is not None
    assert (visit.conversation.here["product"], visit.conversation.here["url"]) == ("UHJvZHVjdDo3", None)


def test_what_the_page_is_about_names_a_ticket_and_not_its_title(visit: Visit) -> None:
    titled = HERE | {"title": "Brass lamp | Aurora Lights"}
    visit.post("chat/session", text="Hello", key="z" * 32, category="Brass lamp", here=titled)
    visit.post("chat/session", text="Is my cart kept?", key="y" * 32, here=HERE | {"title": "Cart | Aurora Lights"})
    unnamed, named = Ticket.across_stores.order_by("-pk")[:2]
    assert (named.subject, unnamed.subject) == ("Brass lamp", "Is my cart kept?")
    assert named.conversation.here is not None
    assert named.conversation.here["url"] == HERE["url"]


# The end


def test_an_open_page_learns_that_the_chat_is_over_and_says_nothing_more(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    visit.end()
    assert shopper.next("queue")["state"] == "ended"
    shopper.send("say", text="One more thing", key="x1")
    assert shopper.next("refused")["code"] == "ENDED"
    staff.send("say", conversation=visit.id, text="Bye", key="s1")
    assert staff.next("refused")["code"] == "ENDED"
    refused = visit.post("conversation", visit.token, text="One more thing", key="x1")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "ENDED")
    anew = visit.post("chat/session", text="One more thing", key="y" * 32).json()
    assert anew["conversation"] != visit.id
    shopper.leave()


@pytest.mark.parametrize("by_socket", [True, False])
def test_who_leaves_has_left(visit: Visit, by_socket: bool) -> None:
    if by_socket:
        shopper, _ = visit.sockets(visit.shop)
        assert shopper.send("leave").closed() == 1000
    else:
        assert visit.act("leave").json() == {"ok": True}
    visit.entry.refresh_from_db()
    assert (visit.entry.state, visit.entry.seat_id) == ("ENDED", None)
    visit.ticket.refresh_from_db()
    assert visit.ticket.state == "OPEN"


def test_how_somebody_liked_it_is_kept_once_and_told_to_staff(visit: Visit) -> None:
    shopper, staff = visit.sockets(visit.shop)
    visit.end()
    shopper.send("rate", score=4, text="Quick!")
    rated = next(frame for frame in iter(lambda: staff.next("said"), None) if frame["event"] == "rated")
    assert rated["text"] == "4 Quick!"
    assert visit.act("rating", score=4, text="Quick!").json() == {"ok": True}
    assert visit.act("rating", score=5).json() == {"ok": True}
    rating = ConversationRating.across_stores.get()
    assert (rating.score, rating.text) == (5, "")
    assert visit.conversation.messages.filter(event="rated").count() == 2


@pytest.mark.parametrize("wrong", [{"score": 0}, {"score": 6}, {"score": "5"}, {}, {"score": 5, "text": "x" * 1001}])
def test_what_is_no_rating_is_refused(visit: Visit, wrong: dict[str, Any]) -> None:
    refused = visit.act("rating", **wrong)
    assert (refused.status_code, refused.json()["ok"]) == (422, False)
    assert not ConversationRating.across_stores.exists()


# What follows


def test_a_transcript_is_mailed_to_who_asks_with_what_both_said_and_no_note(
    visit: Visit, tmp_path: Path, settings: LazySettings
) -> None:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path, {"way": "file", "folder": ""}
    visit.say_as_staff("It is.")
    actions.jot(conversation=visit.conversation, by="ayse@aurora.example", text="Secret", now=timezone.now())
    said: dict[str, Any] = {"author": Author.STAFF, "author_name": "x", "now": timezone.now()}
    for card in (
        {"kind": "product", "name": "Brass lamp", "url": f"{ORIGIN}/lamp"},
        {"kind": "cart", "act": "ADDED", "name": "Brass lamp", "quantity": 2, "by": ""},
        {"kind": "cart", "act": "CODE_APPLIED", "name": "SPRING", "quantity": None, "by": ""},
        {"kind": "choices", "choices": ["Yes", "No"]},
        {"kind": "checkout", "url": f"{ORIGIN}/cart"},
    ):
        actions.say(conversation=visit.conversation, text="", card=card, **said)
    assert visit.act("transcript", email="ada@shopper.dev").json() == {"ok": True}
    deliver_due(now=timezone.now())
    mail: Any
    [mail] = [message_from_bytes(one.read_bytes(), policy=policy.default) for one in tmp_path.glob("*transcript*.eml")]
    assert mail["to"] == "ada@shopper.dev"
    text = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert re.search(r"You, [\d. :]+\nIs the lamp in stock\?", text)
    assert re.search(r"Aurora Lights, [\d. :]+\nIt is\.", text)
    assert f"Brass lamp\n{ORIGIN}/lamp" in text
    for shown in (
        "Put into your cart: Brass lamp × 2",
        "Code applied: SPRING",
        "Yes · No",
        f"To the checkout\n{ORIGIN}/cart",
    ):
        assert shown in text
    assert "Secret" not in text
    assert "ayse@" not in text
    assert "/c/" not in text


def test_strangers_are_mailed_nothing_that_one_wrote_oneself(visit: Visit) -> None:
    refused = visit.act("transcript", email="eve@elsewhere.example")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "NOTHING_SAID")
    assert not Message.across_stores.exists()


def test_three_transcripts_a_day_are_enough(visit: Visit) -> None:
    visit.say_as_staff("It is.")
    answers = [visit.act("transcript", email="ada@shopper.dev").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    assert visit.act("transcript", email="nonsense").status_code == 422


def test_who_chatted_in_vain_leaves_an_address_and_is_answered_there(visit: Visit) -> None:
    given = visit.act("email", email="ada@shopper.dev", name="Ada Lovelace").json()
    assert given == {"ok": True, "number": 1}
    visit.conversation.refresh_from_db()
    assert (visit.conversation.email, visit.conversation.name) == ("ada@shopper.dev", "Ada Lovelace")
    assert visit.conversation.email_confirmed_at is None
    assert visit.act("email", email="ada@shopper.dev").json()["ok"]
    [confirmation] = Message.across_stores.all()
    assert (confirmation.kind, confirmation.address) == ("ticket_received", "ada@shopper.dev")
    taken = visit.act("email", email="eve@elsewhere.example")
    assert (taken.status_code, taken.json()["error"]["code"]) == (409, "HAS_EMAIL")
    assert visit.act("email", email="nonsense").json()["errors"][0]["field"] == "email"


def test_a_phone_takes_the_chat_along_if_it_is_quick(visit: Visit, settings: LazySettings) -> None:
    given = visit.act("phone").json()
    assert given["svg"].startswith("<svg")
    assert given["url"].startswith(f"{settings.PUBLIC_URL}/c/")
    page = given["url"].replace(settings.PUBLIC_URL, visit.service.url)
    assert "Is the lamp in stock?" in requests.get(page, timeout=20).text
    [link] = ConversationLink.across_stores.filter(kind="phone")
    assert (link.expires_at - timezone.now()).days > 100
    key = re.search(r'name="key" value="([\w-]+)"', requests.get(page, timeout=20).text)
    assert key is not None
    requests.post(page, data={"text": "From my phone", "key": key[1]}, timeout=20)
    visit.conversation.refresh_from_db()
    assert visit.conversation.messages.filter(text="From my phone", author=Author.SHOPPER).exists()
    # Who has the phone is who chats, and nobody who reads a mailbox.
    assert visit.conversation.email_confirmed_at is None
    late = visit.act("phone").json()["url"].replace(settings.PUBLIC_URL, visit.service.url)
    ConversationLink.across_stores.filter(kind="phone").update(expires_at=timezone.now())
    assert requests.get(late, timeout=20).status_code == 404


@pytest.mark.parametrize("act", ["rating", "transcript", "email", "phone", "leave"])
def test_without_the_token_nothing_is_done(visit: Visit, act: str) -> None:
    for token in ("", "nonsense"):
        assert visit.post(f"conversation/{act}", token, score=5, email="a@b.example").status_code == 404
    visit.entry.refresh_from_db()
    assert visit.entry.state == "SEATED"
    assert visit.id == own_id("Conversation", visit.conversation.pk)


def test_the_page_behind_a_link_shows_cards_as_links_and_nothing_as_markup(
    visit: Visit, settings: LazySettings
) -> None:
    said: dict[str, Any] = {"conversation": visit.conversation, "author": Author.STAFF, "author_name": "x", "text": ""}
    for card in (
        {"kind": "product", "name": "<b>Brass</b> lamp", "variant_name": "Small", "url": f"{ORIGIN}/lamp"},
        {"kind": "page", "title": "Returns", "url": f"{ORIGIN}/returns"},
        {"kind": "checkout", "url": f"{ORIGIN}/checkout?id=1"},
        {"kind": "cart", "act": "ADDED", "name": "Brass lamp", "quantity": 2, "by": "Ayşe"},
        {"kind": "choices", "choices": ["Yes", "No"]},
        {"kind": "photos", "photos": [{"id": "x", "url": "https://files.example/f/x"}]},
        {"kind": "photos", "photos": [{"id": "y", "url": "https://files.example/f/y", "alt": 'A "<b>scratch</b>'}]},
    ):
        actions.say(**said, card=card, now=timezone.now())
    page = requests.get(
        actions.link_to(conversation=visit.conversation, now=timezone.now()).replace(
            settings.PUBLIC_URL, visit.service.url
        ),
        timeout=20,
    ).text
    assert f'<a href="{ORIGIN}/lamp" dir="auto">&lt;b&gt;Brass&lt;/b&gt; lamp (Small)</a>' in page
    assert f'<a href="{ORIGIN}/returns" dir="auto">Returns</a>' in page
    assert f'<a href="{ORIGIN}/checkout?id=1">To the checkout</a>' in page
    assert "Put into your cart: Brass lamp × 2" in page
    assert "<li>Yes</li><li>No</li>" in page
    photo = '<a href="https://files.example/f/{0}/1600.webp"><img src="https://files.example/f/{0}/320.webp"'
    for name, alt in (("x", "Photo 1"), ("y", "A &quot;&lt;b&gt;scratch&lt;/b&gt;")):
        assert f'{photo.format(name)} width="136" height="136" alt="{alt}">' in page
