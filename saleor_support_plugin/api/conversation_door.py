"""`/s/STORE/CHANNEL/conversation`: a widget reads and writes in the conversation that its form began.

Its token came with the form's answer, so it says nothing about whose the e-mail address in the form is.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..chat import actions as chat
from ..chat import queries as queue
from ..chat.telling import place
from ..conversations import actions as conversations
from ..conversations import cards, photos, queries
from ..conversations.models import Author, Conversation, ConversationMessage
from ..conversations.rules import TextWrong, text, tokens
from ..conversations.statement import ChatOver
from ..conversations.word_filter import word_filter
from ..ids import own_id
from ..mails.senders import shop_name
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets import actions
from ..tickets.models import Kind, Ticket
from ..tickets.rules import ANSWERS
from .storefront_doors import Refused, bearer, json_answer, json_object, nothing_here, storefront_door, too_often

UNNUMBERED: dict[str, object] = {"number": None, "subject": "", "state": None}


@storefront_door("GET", "POST")
def conversation(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    found = opened(request, store)
    return _answer(request, found) if request.method == "POST" else _read(request, found)


def opened(request: HttpRequest, store: Store) -> Conversation:
    """Return the conversation that the page's token opens. Raises Refused."""
    found = queries.opened_by_widget(store, bearer(request), now=timezone.now())
    if found is None:
        raise nothing_here()
    return found


def _read(request: HttpRequest, found: Conversation) -> HttpResponse:
    after = request.GET.get("after", "0")
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        raise Refused(400, "INVALID", "`after` is the number of a message.")
    ticket, shown = ticket_of(found), list(queries.newest_shown(found, after=int(after)))
    messages = _messages(found, shown)
    about = UNNUMBERED
    if ticket:
        about = {"number": ticket.number, "subject": ticket.subject, "state": ticket.state}
    if entry := chat.page_seen(conversation=found, now=timezone.now()):
        about = about | {"queue": place(entry, minutes=queue.minutes(entry, timezone.now()))}
    read = {"shopper": found.shopper_read_seq, "staff": found.staff_read_seq}
    permit = photos.permit(store_id=found.store_id, conversation_id=found.pk, side=Author.SHOPPER.value)
    return json_answer(about | {"seq": found.last_seq, "read": read, "permit": permit, "messages": messages})


def _answer(request: HttpRequest, found: Conversation) -> HttpResponse:
    given = json_object(request)
    key = given.get("key")
    key = key.replace("\0", "")[:64] if isinstance(key, str) else ""
    try:
        said = _said(found, given, key)
    except TextWrong as wrong:
        fault = {"field": "text", "code": wrong.code, "message": str(wrong)}
        return json_answer({"ok": False, "errors": [fault]}, 422)
    except ChatOver as over:
        raise Refused(409, over.code, str(over)) from over
    except actions.TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "message": _messages(found, [said])[0]})


def _said(found: Conversation, given: dict[str, object], key: str) -> ConversationMessage:
    now, ticket = timezone.now(), ticket_of(found)
    pictures = tokens(given["files"]) if given.get("files") else []
    if ticket and ticket.kind != Kind.CHAT:
        return actions.answer(conversation=found, given=given.get("text") or "", photos=pictures, key=key, now=now)
    said = text(given.get("text")) if given.get("text") or not pictures else ""
    actions.limit_use(found.store, f"answers in {found.pk}", ANSWERS, now)
    card = word_filter(configuration(found.store, found.channel_slug)).card(said)
    told: dict[str, Any] = {"conversation": found, "author": Author.SHOPPER, "author_name": found.name, "text": said}
    if pictures:
        has_words = card is not None
        return photos.send(**told, tokens=pictures, has_words=has_words, key=key, only_live=True, now=now).message
    return conversations.say(**told, card=card, key=key, only_live=True, now=now).message


def ticket_of(found: Conversation) -> Ticket | None:
    """Return the ticket that is worked on in it."""
    ticket: Ticket | None = getattr(found, "ticket", None)
    return ticket


def _messages(found: Conversation, shown: Sequence[ConversationMessage]) -> list[dict[str, object]]:
    """Return messages as the shopper sees them: staff by the name they chat under, else as the shop; no addresses."""
    shop = shop_name(found.store, configuration(found.store, found.channel_slug))
    staff = {one.author_name for one in shown if one.author == Author.STAFF}
    names = queue.signatures(found.store, staff)
    return [
        {
            "id": own_id("Message", one.pk),
            "seq": one.seq,
            "author": one.author,
            "name": names.get(one.author_name, shop) if one.author == Author.STAFF else one.author_name,
            "text": one.text,
            "card": cards.for_shopper(one.card),
            "at": one.at,
        }
        for one in shown
    ]
