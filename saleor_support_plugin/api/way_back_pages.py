"""`/b/TOKEN`: the way back into a cart, from the button of a reminder."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..carts import links, planning, queries, resuming
from ..carts.resuming import Limited, NothingLeft, Ordered, Rebuilt
from ..carts.saying import Saying
from ..mails.senders import shop_name
from ..mails.text import language_of
from ..saleor.errors import SaleorError
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from .signed_pages import POLICY, dead_link, signed_page

COOKIE = "way_back"
# Browsers hold a form's redirects to `form-action`, too, and the cart's page may lead on to another host of the shop.
PAGE_POLICY = POLICY.replace("form-action 'self'", "form-action 'self' https: http:") + "; script-src 'self'"


@csrf_exempt  # the link alone says who it is; the cookie only names what this browser was given before
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponseBase:
    """GET changes nothing, for mail scanners open every link; POST makes the new checkout."""
    found = links.opened(links.BACK, token)
    if found is None:
        return dead_link(request)
    told = configuration(found.store, found.cart.channel_slug)
    shop = links.cart_page(told, "support_cart", token)
    if not shop:
        return dead_link(request)
    if resuming.is_over(found):
        return _show(request, found, told, "ordered")
    if planning.plan_for(found.store, found.cart.channel_slug).plan.way_back == "PAGE":
        return _away(shop)
    if request.method != "POST":
        return _show(request, found, told, "cart")
    return _resume(request, found, told)


def _resume(request: HttpRequest, found: links.Found, told: Configuration) -> HttpResponseBase:
    before = links.kept(found, request.COOKIES.get(COOKIE, ""))
    try:
        resumed = resuming.resume(found=found, before=before, now=timezone.now())
    except SaleorError:
        return _show(request, found, told, "unreachable", status=503)
    if isinstance(resumed, Ordered):
        return _show(request, found, told, "ordered")
    if isinstance(resumed, Limited):
        return _show(request, found, told, "limited", status=429)
    if isinstance(resumed, NothingLeft):
        return _show(request, found, told, "nothing_left")
    assert isinstance(resumed, Rebuilt)  # noqa: S101  no browser was asked what it holds
    shop = links.cart_page(told, "checkout", resumed.checkout_id)
    changed = _changed(found, told, resumed)
    answer = _show(request, found, told, "changed", shop_cart=shop, changed=changed) if changed else _away(shop)
    if resumed.way_back == before:
        return answer
    answer.set_cookie(
        COOKIE,
        links.keepsake(resumed.way_back),
        max_age=links.SAME_BROWSER,
        path=request.path,
        secure=settings.PUBLIC_URL.startswith("https:"),
        httponly=True,
        samesite="Lax",
    )
    return answer


def _changed(found: links.Found, told: Configuration, resumed: Rebuilt) -> list[str]:
    return _saying(found, told).differences(resumed.differences)


def _saying(found: links.Found, told: Configuration) -> Saying:
    language = language_of(found.cart.language_code)
    return Saying(queries.left_of(found.case, found.cart), language, told, timezone.now())


def _away(address: str) -> HttpResponseRedirect:
    answer = HttpResponseRedirect(address, status=303)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer


def _show(
    request: HttpRequest, found: links.Found, told: Configuration, state: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"shop": shop_name(found.store, told), "state": state, "home": told.storefront_url} | more
    if state == "cart":
        saying = _saying(found, told)
        context |= {"lines": saying.lines(), "sums": saying.sums(), "total": saying.total()}
    language = language_of(found.cart.language_code)
    answer = signed_page(request, "way_back.html", language=language, context=context, status=status)
    answer["Content-Security-Policy"] = PAGE_POLICY
    return answer
