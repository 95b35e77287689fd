"""`/s/STORE/CHANNEL/orders/…`: who bought without an account sees their order, by a code mailed to its address.

Whether there is such an order tells neither what is answered, nor its headers, nor the time that it takes.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..guests import actions, rules
from ..shop.links import entered_link
from ..stores.models import Store
from ..tickets.actions import TooOften
from ..tickets.rules import FormWrong
from .callers_address import address_of
from .storefront_doors import Refused, json_answer, json_object, storefront_door, too_often


@storefront_door("POST")
def code(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    try:
        asked = rules.asked(json_object(request))
        actions.ask(store=store, asked=asked, address=address_of(request), now=timezone.now())
    except FormWrong as wrong:
        return _faulty(wrong)
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "seconds": int(rules.CODE_LASTS.total_seconds())})


@storefront_door("POST")
def enter(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given = json_object(request)
    try:
        order = actions.enter(
            store=store,
            asked=rules.asked(given),
            code=rules.code(given.get("code")),
            address=address_of(request),
            now=timezone.now(),
        )
    except FormWrong as wrong:
        return _faulty(wrong)
    except TooOften as often:
        raise too_often(often) from often
    if order is None:
        raise Refused(403, "CODE_WRONG", "This is not the code, or it is over. Ask for another one.")
    return json_answer({"ok": True, "url": entered_link(order)})


def _faulty(wrong: FormWrong) -> HttpResponse:
    fields = [{"field": one.field, "code": one.code, "message": one.message} for one in wrong.faults]
    return json_answer({"ok": False, "errors": fields}, 422)
