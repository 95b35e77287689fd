"""`/s/STORE/CHANNEL/conversation/…`: what a shopper does with their conversation beside writing in it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..chat import actions as chat
from ..conversations import actions as conversations
from ..conversations.models import Conversation
from ..stores.models import Store
from ..tickets import leaving_word, transcripts
from ..tickets.actions import TooOften, limit_use
from ..tickets.rules import ANSWERS, FormWrong, contact, rated
from .callers_address import address_of
from .conversation_door import opened
from .qr_codes import qr_code
from .storefront_doors import Refused, json_answer, json_object, storefront_door, too_often

type Act = Callable[[HttpRequest, Conversation, dict[str, Any]], HttpResponse]


def _act(act: Act) -> Any:
    """Open an act to whoever has the conversation's token; every field that is wrong is named."""

    @storefront_door("POST")
    @wraps(act)
    def door(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
        found = opened(request, store)
        try:
            limit_use(store, f"acts in {found.pk}", ANSWERS, timezone.now())
            return act(request, found, json_object(request) if request.body else {})
        except FormWrong as wrong:
            fields = [{"field": one.field, "code": one.code, "message": one.message} for one in wrong.faults]
            return json_answer({"ok": False, "errors": fields}, 422)
        except TooOften as often:
            raise too_often(often) from often

    return door


@_act
def rate(_: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    score, words = rated(given)
    conversations.rate(conversation=found, score=score, text=words, now=timezone.now())
    return json_answer({"ok": True})


@_act
def transcript(request: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    email, _ = contact(given)
    try:
        transcripts.send(conversation=found, email=email, address=address_of(request), now=timezone.now())
    except transcripts.NothingSaid as nothing:
        raise Refused(409, nothing.code, str(nothing)) from nothing
    return json_answer({"ok": True})


@_act
def email(request: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    address, name = contact(given)
    try:
        number = leaving_word.leave_email(
            conversation=found, email=address, name=name, address=address_of(request), now=timezone.now()
        )
    except leaving_word.HasEmail as has:
        raise Refused(409, has.code, str(has)) from has
    return json_answer({"ok": True, "number": number})


@_act
def phone(_: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    url = conversations.phone_link(conversation=found, now=timezone.now())
    return json_answer({"ok": True, "url": url, "svg": qr_code(url)})


@_act
def card_opened(_: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    seq = given.get("seq")
    if type(seq) is int and 0 < seq < 2**31:
        conversations.open_card(conversation=found, seq=seq, now=timezone.now())
    return json_answer({"ok": True})


@_act
def leave(_: HttpRequest, found: Conversation, given: dict[str, Any]) -> HttpResponse:
    chat.walk_away(conversation=found, now=timezone.now())
    return json_answer({"ok": True})
