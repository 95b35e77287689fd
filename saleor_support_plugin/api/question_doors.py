"""`/s/STORE/CHANNEL/questions` and `…/answers`: somebody asks about a product, and who received it answers."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..ids import row_number
from ..questions import actions, rules
from ..saleor.errors import SaleorError
from ..stores import callers
from ..stores.models import Store
from ..tickets.actions import TooOften
from .callers_address import address_of
from .storefront_doors import Refused, bearer, json_answer, json_object, storefront_door, too_often

# Two thousand characters, all of four bytes and escaped, and the fields around them.
MOST_BYTES = 30_000


@storefront_door("POST")
def questions(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    try:
        asked = rules.read_question(json_object(request, MOST_BYTES))
        actions.ask(store=store, channel=channel, asked=asked, address=address_of(request), now=timezone.now())
    except rules.Wrong as wrong:
        return _wrong(wrong)
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True})


@storefront_door("POST")
def answers(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    given = json_object(request, MOST_BYTES)
    number = row_number("Question", str(given.get("question", "")))
    try:
        answered = rules.read_answer(given)
        actions.answer_as(shopper=_shopper(request, store), question_id=number, answered=answered, now=timezone.now())
    except rules.Wrong as wrong:
        return _wrong(wrong)
    except actions.NotTheirs as not_theirs:
        raise Refused(403, not_theirs.code, str(not_theirs)) from not_theirs
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True})


def _shopper(request: HttpRequest, store: Store) -> callers.Shopper:
    try:
        shopper = callers.shopper(bearer(request))
    except (callers.NotRecognised, SaleorError) as error:
        raise Refused(401, "UNAUTHENTICATED", "This takes the token of a shopper who is signed in.") from error
    if shopper.store != store:
        raise Refused(401, "UNAUTHENTICATED", "This takes the token of a shopper who is signed in.")
    return shopper


def _wrong(wrong: rules.Wrong) -> HttpResponse:
    fields = [{"field": one.field, "code": one.code, "message": one.message} for one in wrong.faults]
    return json_answer({"ok": False, "errors": fields}, 422)
