"""`/u/TOKEN`: the way out of our messages, by a page with one button, or by the mailbox's own (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.senders import shop_name
from ..outbox.links import way_out
from ..people.actions import withdraw_at
from ..people.models import Source
from ..stores.queries import configuration
from .signed_pages import browser_language, dead_link, signed_page


@csrf_exempt  # no cookie: the link alone says who is asking, and a mailbox posts it from anywhere
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """GET only asks, for mail scanners open every link; POST stops the messages at once."""
    way = way_out(token)
    if way is None:
        return dead_link(request)
    done = request.method == "POST"
    if done:
        withdraw_at(
            store=way.store,
            medium=way.medium,
            value_hash=way.address_hash,
            purpose=way.purpose,
            source=Source.ONE_CLICK,
            at=timezone.now(),
        )
    shop = shop_name(way.store, configuration(way.store, ""))
    context = {"shop": shop, "purpose": way.purpose, "done": done}
    return signed_page(request, "unsubscribe.html", language=browser_language(request), context=context)
