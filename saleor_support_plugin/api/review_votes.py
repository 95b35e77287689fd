"""`/s/STORE/CHANNEL/review-votes`: a shop's page tells that its reader found a review helpful."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..reviews import voting
from ..stores.models import Store
from ..tickets.actions import TooOften
from .callers_address import address_of
from .storefront_doors import json_answer, json_object, nothing_here, storefront_door, too_often

MOST_BYTES = 1_024


@storefront_door("POST")
def votes(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    try:
        vote = voting.read(json_object(request, MOST_BYTES))
        helpful = voting.vote(store=store, vote=vote, address=address_of(request), now=timezone.now())
    except voting.VoteWrong as wrong:
        fault = {"field": wrong.field, "code": wrong.code, "message": str(wrong)}
        return json_answer({"ok": False, "errors": [fault]}, 422)
    except voting.NoReview:
        raise nothing_here() from None
    except TooOften as often:
        raise too_often(often) from often
    return json_answer({"ok": True, "helpful": helpful})
