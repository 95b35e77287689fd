"""`/s/STORE/CHANNEL/callbacks`: when the shop can call somebody, and somebody who wants to be called."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..conversations.slots import SLOT
from ..stores.models import Store
from ..tickets import calling, rules
from ..tickets.actions import TooOften
from .callers_address import address_of
from .storefront_doors import Refused, json_answer, json_object, nothing_here, storefront_door, too_often


@storefront_door("GET", "POST")
def callbacks(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    try:
        return _ask(request, store, channel) if request.method == "POST" else _offer(store, channel)
    except calling.NotCalled as nobody:
        raise nothing_here() from nobody


def _offer(store: Store, channel: str) -> HttpResponse:
    slots = [{"from": at, "to": at + SLOT} for at in calling.offered(store, channel, now=timezone.now())]
    return json_answer({"slots": slots})


def _ask(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given = json_object(request)
    if rules.is_trap(given):
        return json_answer({"ok": True, "number": None, "conversation": None})
    country = store.channels.get(slug=channel).default_country
    try:
        wanted = rules.callback(given, country=country)
        opened = calling.ask(
            store=store, channel=channel, wanted=wanted, address=address_of(request), now=timezone.now()
        )
    except rules.FormWrong as wrong:
        fields = [{"field": one.field, "code": one.code, "message": one.message} for one in wrong.faults]
        return json_answer({"ok": False, "errors": fields}, 422)
    except calling.SlotGone as gone:
        raise Refused(409, gone.code, str(gone)) from gone
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "number": opened.number, "conversation": opened.token, "at": wanted.call_at})
