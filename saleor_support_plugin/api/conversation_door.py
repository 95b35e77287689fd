"""`/s/STORE/CHANNEL/conversation`: a widget reads and writes in the conversation that its form began.

Its token came with the form's answer, so it says nothing about whose the e-mail address in the form is.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..conversations import queries
from ..conversations.models import Author, Conversation, ConversationMessage
from ..conversations.rules import TextWrong
from ..ids import own_id, row_number
from ..mails.senders import shop_name
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets import actions
from .storefront_doors import Refused, bearer, json_answer, json_object, nothing_here, storefront_door, too_often


@storefront_door("GET", "POST")
def conversation(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    found = queries.opened_by_widget(store, bearer(request), now=timezone.now())
    if found is None:
        raise nothing_here()
    return _answer(request, found) if request.method == "POST" else _read(request, found)


def _read(request: HttpRequest, found: Conversation) -> HttpResponse:
    after = request.GET.get("after", "")
    number = row_number("Message", after) if after else 0
    if number is None:
        raise Refused(400, "INVALID", "`after` is the id of a message.")
    ticket, shop = found.ticket, _shop(found)
    messages = [_message(one, shop) for one in queries.newest_shown(found, after=number)]
    return json_answer(
        {"number": ticket.number, "subject": ticket.subject, "state": ticket.state, "messages": messages}
    )


def _answer(request: HttpRequest, found: Conversation) -> HttpResponse:
    given = json_object(request)
    key = given.get("key")
    try:
        said = actions.answer(
            conversation=found,
            given=given.get("text"),
            key=key.replace("\0", "") if isinstance(key, str) else "",
            now=timezone.now(),
        )
    except TextWrong as wrong:
        fault = {"field": "text", "code": wrong.code, "message": str(wrong)}
        return json_answer({"ok": False, "errors": [fault]}, 422)
    except actions.TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "message": _message(said, _shop(found))})


def _shop(found: Conversation) -> str:
    return shop_name(found.store, configuration(found.store, found.channel_slug))


def _message(message: ConversationMessage, shop: str) -> dict[str, object]:
    """Return a message as the shopper sees it: staff speak for the shop, and their own address stays theirs."""
    return {
        "id": own_id("Message", message.pk),
        "author": message.author,
        "name": shop if message.author == Author.STAFF else message.author_name,
        "text": message.text,
        "at": message.at,
    }
