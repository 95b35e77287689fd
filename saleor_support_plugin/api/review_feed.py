"""`/s/STORE/CHANNEL/reviews.xml`: the published reviews as Google's Merchant Center fetches them."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..conversations import actions as conversations
from ..conversations.rules import Limit, network_of
from ..reviews.feeding import feed_reviews
from ..reviews.google_feed import xml
from ..stores import queries as stores
from ..tickets.actions import TooOften
from .callers_address import address_of
from .storefront_doors import Refused, nothing_here, too_often

# Merchant Center comes once a day; a file of many reviews keeps us busy for seconds.
FETCHES = Limit(30, timedelta(hours=1))
MOST_PARTS = 10_000


@require_safe
def feed(request: HttpRequest, store_key: str, channel: str) -> HttpResponse:
    try:
        return HttpResponse(_written(request, store_key, channel), content_type="application/xml; charset=utf-8")
    except Refused as refused:
        return refused.answer()


def _written(request: HttpRequest, store_key: str, channel: str) -> bytes:
    store = None if "\0" in store_key + channel else stores.installed(store_key)
    row = None if store is None else store.channels.filter(slug=channel, is_active=True).first()
    if store is None or row is None:
        raise nothing_here()
    settings = stores.configuration(store, channel)
    product_page = settings.links.get("product")
    if not product_page:
        raise Refused(404, "NO_PRODUCT_PAGE", "Set the link `product` in the settings: Google wants to see the page.")
    part = request.GET.get("part", "1")
    if not (part.isascii() and part.isdigit() and 1 <= int(part[:9]) <= MOST_PARTS):
        raise Refused(422, "PART_WRONG", "`part` is a number from 1.")
    who = f"review feed to {network_of(address_of(request))}"
    if not conversations.knock(store=store, who=who, limit=FETCHES, now=timezone.now()):
        raise too_often(TooOften("That was a lot of fetches. Try again in an hour."))
    return xml(settings.sender_name or row.name, feed_reviews(store, product_page=product_page, part=int(part)))
