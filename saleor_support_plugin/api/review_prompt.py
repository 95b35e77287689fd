"""`/s/STORE/CHANNEL/review-prompt?order=…`: a shop's order page asks whether its shopper may review the order now."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..reviews import links, queries
from ..stores import callers
from ..stores.models import Store
from .storefront_doors import Refused, bearer, json_answer, storefront_door


@storefront_door("GET")
def review_prompt(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    """Answer with the link of their form, or null: for an order that is another's, unknown or not to be asked about."""
    try:
        shopper = callers.shopper(bearer(request))
    except callers.NotRecognised as error:
        raise Refused(401, error.code, str(error)) from error
    if shopper.store != store:
        raise Refused(401, callers.NotRecognised.code, "The token is of another store.")
    found = queries.request_of_shopper(shopper, request.GET.get("order", ""), now=timezone.now())
    return json_answer({"link": links.review_link(found) if found else None})
