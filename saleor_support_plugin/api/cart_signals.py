"""`/s/STORE/CHANNEL/signals`: a shop's page tells where somebody is stuck in the checkout, once they agreed to that."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..carts import signalling
from ..stores.models import Store
from ..tickets.actions import TooOften
from .callers_address import address_of
from .storefront_doors import json_answer, json_object, storefront_door, too_often

MOST_BYTES = 1_024


@storefront_door("POST")
def signals(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    try:
        signal = signalling.read(json_object(request, MOST_BYTES))
        signalling.note(store=store, signal=signal, address=address_of(request), now=timezone.now())
    except signalling.SignalWrong as wrong:
        fault = {"field": wrong.field, "code": wrong.code, "message": str(wrong)}
        return json_answer({"ok": False, "errors": [fault]}, 422)
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True})
