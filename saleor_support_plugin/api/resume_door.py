"""`/s/STORE/CHANNEL/resume`: a shop's page that was opened from a reminder asks which cart it goes on with."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..carts import links, resuming
from ..carts.resuming import Limited, NothingLeft, Ordered, Same
from ..saleor.errors import SaleorError
from ..stores.models import Store
from .storefront_doors import Refused, json_answer, json_object, nothing_here, storefront_door


@storefront_door("POST")
def resume(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    """Take `{token, checkout}`, where `checkout` is what the page holds; say what to open instead, if anything."""
    given = json_object(request)
    token, held = given.get("token"), given.get("checkout")
    found = links.opened(links.BACK, token) if isinstance(token, str) else None
    if found is None or found.store != store:
        raise nothing_here()
    try:
        resumed = resuming.resume(found=found, held=held if isinstance(held, str) else "", now=timezone.now())
    except SaleorError as error:
        raise Refused(503, "STORE_UNREACHABLE", "The store does not answer. Try again in a minute.") from error
    if isinstance(resumed, Limited):
        raise Refused(429, "LIMITED", "This link was used too often.", **{"Retry-After": "86400"})
    if isinstance(resumed, Ordered):
        return json_answer({"ordered": True})
    if isinstance(resumed, Same):
        return json_answer({"same": True})
    new = None if isinstance(resumed, NothingLeft) else resumed.checkout_id
    return json_answer({"checkout": new, "channel": found.cart.channel_slug, "differences": resumed.differences})
