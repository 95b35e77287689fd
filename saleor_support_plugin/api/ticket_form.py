"""`/s/STORE/CHANNEL/tickets`: the form on a storefront, and the ticket it becomes."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..conversations.rules import TextWrong
from ..saleor.errors import SaleorError
from ..stores import callers
from ..stores.models import Store
from ..tickets import actions, rules, site_problems
from .callers_address import address_of
from .storefront_doors import bearer, json_answer, json_object, origin_of, storefront_door, too_often


@storefront_door("POST")
def tickets(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given = json_object(request)
    if rules.is_trap(given):
        return json_answer({"ok": True, "number": None, "conversation": None})
    try:
        opened = actions.open_from_form(
            store=store,
            channel=channel,
            form=rules.form(given),
            address=address_of(request),
            vouched_email=_vouched_email(request, store),
            site=site_problems.read(given.get("site"), origins=[origin_of(request)]),
            now=timezone.now(),
        )
    except rules.FormWrong as wrong:
        return _faulty(wrong.faults)
    except TextWrong as wrong:
        return _faulty([rules.Fault("text", wrong.code, str(wrong))])
    except actions.TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "number": opened.number, "conversation": opened.token})


def _faulty(faults: Sequence[rules.Fault]) -> HttpResponse:
    fields = [{"field": one.field, "code": one.code, "message": one.message} for one in faults]
    return json_answer({"ok": False, "errors": fields}, 422)


def _vouched_email(request: HttpRequest, store: Store) -> str:
    """Return the e-mail of the shopper whom Saleor's token names; none where there is no good token of this store."""
    token = bearer(request)
    if not token:
        return ""
    try:
        shopper = callers.shopper(token)
    except (callers.NotRecognised, SaleorError):  # such a token lasts minutes: the message matters more than it
        return ""
    return shopper.email if shopper.store == store else ""
