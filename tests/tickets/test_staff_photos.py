"""Staff send pictures with an answer: the shopper gets them wherever they read, and nobody else's are taken."""

from typing import Any

import pytest
import requests
from django.conf import settings
from django.utils import timezone

from saleor_support_plugin.conversations import photos
from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.files import actions as files
from saleor_support_plugin.files import redrawing
from saleor_support_plugin.files.rules import Refusal
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets import transcripts
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_ticket, ask_as
from ..files import pictures
from ..files.pictures import picture
from ..files.sent import send
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import NOON, Shop, global_id

REPLY = """mutation($id: ID!, $text: String!, $photos: [TicketPhotoInput!], $key: String) {
  ticketReply(input: {id: $id, text: $text, photos: $photos, key: $key}) {
    ticket { state lastMessage { author text card } }
    errors { field code }
  }
}"""
PERMIT = "query($id: ID!) { ticket(id: $id) { photoPermit } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def sent_for(ticket: Ticket, shop: Shop, side: str = "staff", **changed: Any) -> str:
    """Return the id of a picture that one side sent for a ticket."""
    owner = photos.owner(ticket.conversation_id, side)
    return send(shop, owner=owner, most=photos.MOST_EVER, now=timezone.now(), **changed).token


def reply(shop: Shop, ticket: Ticket, *shown: dict[str, str], text: str = "", key: str = "k") -> dict[str, Any]:
    asked = {"id": global_id("Ticket", ticket.pk), "text": text, "photos": list(shown), "key": key}
    told: dict[str, Any] = ask_as(staff_of(shop), REPLY, **asked)["data"]["ticketReply"]
    return told


@pytest.mark.django_db
def test_an_answer_of_pictures_alone_is_mailed_with_them(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    first, second = sent_for(ticket, aurora), sent_for(ticket, aurora, content=picture(size=(30, 20)))
    for _ in range(2):
        told = reply(aurora, ticket, {"file": first, "alt": " The <b>scratch</b> \n here "}, {"file": second})
        assert (told["errors"], told["ticket"]["state"]) == ([], "WAITING")
    [said] = ConversationMessage.across_stores.filter(author="staff")
    assert said.card is not None
    assert said.card["photos"][0] | {"url": ""} == {"id": first, "url": "", "alt": "The <b>scratch</b> here"}
    assert set(said.card["photos"][1]) == {"id", "url"}
    assert [one.file.token for one in said.photos.order_by("pk")] == [first, second]
    [mail] = Message.across_stores.filter(kind="ticket_reply")
    assert f'src="{settings.FILES_ORIGIN}/f/{first}/320.webp" alt="The &lt;b&gt;scratch&lt;/b&gt; here"' in mail.html
    assert f'/f/{second}/320.webp" alt="Photo 2"' in mail.html
    assert f"The <b>scratch</b> here: {settings.FILES_ORIGIN}/f/{first}/1600.webp\nPhoto 2: " in mail.text


@pytest.mark.django_db
def test_pictures_of_anybody_else_are_not_taken(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    ticket, other = add_ticket(aurora), add_ticket(borealis)
    theirs = sent_for(ticket, aurora, side="shopper")
    foreign = sent_for(other, borealis)
    for file in (theirs, foreign, "x", "../../etc/passwd", "\0"):
        told = reply(aurora, ticket, {"file": file}, text="Look")
        assert told == {"ticket": None, "errors": [{"field": "photos", "code": "INVALID"}]}
    six = [{"file": sent_for(ticket, aurora, content=picture(size=(20 + n, 20)))} for n in range(6)]
    assert reply(aurora, ticket, *six)["errors"] == [{"field": "photos", "code": "INVALID"}]
    long = reply(aurora, ticket, {"file": six[0]["file"], "alt": "a" * 201})
    assert long["errors"] == [{"field": "photos", "code": "TOO_LONG"}]
    assert reply(aurora, ticket)["errors"] == [{"field": "text", "code": "REQUIRED"}]
    assert not ConversationMessage.across_stores.filter(author="staff").exists()
    assert not Message.across_stores.filter(kind="ticket_reply").exists()


@pytest.mark.django_db
def test_a_picture_that_cannot_be_shown_is_not_mailed(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    token = sent_for(ticket, aurora)
    files.refuse(file=aurora.store.files.get(token=token), refusal=Refusal.FILE_BROKEN)
    assert reply(aurora, ticket, {"file": token})["errors"] == [{"field": "photos", "code": "INVALID"}]


@pytest.mark.django_db
def test_a_transcript_leads_to_the_pictures(aurora: Shop, saleor: FakeSaleor) -> None:
    ticket = add_ticket(aurora)
    token = sent_for(ticket, aurora)
    reply(aurora, ticket, {"file": token, "alt": "The scratch"}, text="Like this?")
    transcripts.send(conversation=ticket.conversation, email="a@b.example", address="203.0.113.9", now=NOON)
    text = Message.across_stores.get(kind="transcript").text
    assert f"Like this?\n[Photos: 1]\nThe scratch: {settings.FILES_ORIGIN}/f/{token}/1600.webp" in text


def test_staff_send_by_the_same_door_and_the_shopper_sees_it(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    add_configuration(open_aurora)
    ticket = add_ticket(open_aurora)
    asked = {"id": global_id("Ticket", ticket.pk)}
    staff = staff_of(open_aurora)
    permit = ask_as(staff, PERMIT, **asked)["data"]["ticket"]["photoPermit"]
    headers = {"authorization": f"Bearer {permit}", "x-file-name": "lamp.jpg"}
    for hostile in (pictures.SVG, pictures.HTML, b"%PDF-1.7", b""):
        refused = requests.post(f"{committed.url}/f", data=hostile, headers=headers, timeout=20)
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "FILE_NOT_AN_IMAGE")
    token = requests.post(f"{committed.url}/f", data=pictures.telling(), headers=headers, timeout=20).json()["file"]
    redrawing.redraw_due(now=timezone.now())
    shown = {"text": "", "photos": [{"file": token, "alt": "A scratch"}], "key": "k"}
    assert ask_as(staff, REPLY, **asked, **shown)["data"]["ticketReply"]["errors"] == []
    said = ConversationMessage.across_stores.get(author="staff")
    [photo] = (said.card or {})["photos"]
    seen = requests.get(f"{committed.url}/f/{photo['id']}/800.webp", timeout=20)
    assert (seen.status_code, seen.headers["content-type"]) == (200, "image/webp")
    assert b"Ada lives here" not in seen.content


@pytest.mark.django_db
def test_nobody_gets_a_permit_for_a_ticket_that_they_do_not_see(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor
) -> None:
    ticket = add_ticket(borealis)
    asked = {"id": global_id("Ticket", ticket.pk)}
    assert ask_as(staff_of(aurora), PERMIT, **asked)["data"] == {"ticket": None}
