"""`/a/TOKEN`: where a shopper says that their order arrived, by the link in a mail."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.senders import shop_name
from ..mails.text import language_of
from ..parcels import actions, queries
from ..parcels.rules import Source
from ..stores.queries import configuration
from .signed_pages import dead_link, signed_page


@csrf_exempt  # no cookie: the link alone says who is telling
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """GET only asks, for mail scanners open every link; POST keeps it, once."""
    order = queries.order_of(token)
    if order is None or not queries.parcels_of(order):
        return dead_link(request)
    if request.method == "POST":
        now = timezone.now()
        actions.hear_of_order(order=order, source=Source.SHOPPER, at=now, now=now)
    context = {
        "shop": shop_name(order.store, configuration(order.store, order.channel_slug)),
        "number": order.number,
        "done": queries.has_arrived(order),
    }
    return signed_page(request, "arrived.html", language=language_of(order.language_code), context=context)
