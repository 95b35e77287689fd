"""`/w/TOKEN`: why somebody left, by one of the links of a reminder, and whom to ask for help."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..carts import helping, links, queries, reasons
from ..carts.facts import Reason
from ..carts.models import LeavingReason
from ..chat.queries import chat_now
from ..conversations.reached import reached
from ..mails.catalogue import phrases
from ..mails.senders import shop_name
from ..mails.text import language_of
from ..tickets.actions import TooOften
from .callers_address import address_of
from .signed_pages import POLICY, dead_link, signed_page

PAGE_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"


@csrf_exempt  # no cookie: the link alone says who is answering
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """GET only asks, for mail scanners open every link; POST keeps the answer, and may be sent again."""
    found = links.opened(links.WHY, token)
    if found is None:
        return dead_link(request)
    if request.method != "POST":
        text, link = _before(found)
        return _ask(request, found, chosen=_reason(request.GET.get("r")), text=text, link=link)
    reason, text, link = _reason(request.POST.get("r")), request.POST.get("text", ""), request.POST.get("link", "")
    if reason is None:
        return _ask(request, found, chosen=None, text=text, link=link, fault="none", status=422)
    if "by" in request.POST:
        return _by_script(request, found, reason)
    try:
        given = reasons.answer(reason, text, link)
        said = reasons.record(found=found, given=given, address=address_of(request), now=timezone.now())
    except reasons.LinkWrong:
        return _ask(request, found, chosen=reason, text=text, link=link, fault="link", status=422)
    except TooOften:
        return _ask(request, found, chosen=reason, text=text, link=link, fault="often", status=429)
    return _thank(request, found, said)


def _reason(given: str | None) -> Reason | None:
    return Reason(given) if given in set(Reason) else None


def _before(found: links.Found) -> tuple[str, str]:
    """Return words and link of the answer that is there, for a tap says neither."""
    said = found.case.reasons.first()
    return (said.text, said.link) if said else ("", "")


def _by_script(request: HttpRequest, found: links.Found, reason: Reason) -> HttpResponse:
    """Keep the tap itself, where no member of staff is called by it."""
    if reason not in reasons.ASKING:
        given = reasons.answer(reason, *_before(found))
        reasons.record(found=found, given=given, address=address_of(request), now=timezone.now())
    return HttpResponse(status=204)


def _ask(
    request: HttpRequest,
    found: links.Found,
    *,
    chosen: Reason | None,
    text: str = "",
    link: str = "",
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    said = phrases("leaving_reasons", language_of(found.cart.language_code))
    context = {
        "state": "ask",
        "reasons": [
            {"name": one, "words": said[one], "chosen": one == chosen, "asks": one in reasons.ASKING} for one in Reason
        ],
        "text": text,
        "link": link,
        "fault": fault,
        "most_text": reasons.MOST_TEXT,
        "most_link": reasons.MOST_LINK,
    }
    return _show(request, found, context, status)


def _thank(request: HttpRequest, found: links.Found, said: LeavingReason) -> HttpResponse:
    asked = said.reason in reasons.ASKING
    context = {
        "state": "helped" if asked and said.ticket else "thanks",
        "number": said.ticket.number if said.ticket else None,
        "email": said.ticket.conversation.email if said.ticket else queries.address_of(found.case),
    }
    return _show(request, found, context)


def _show(request: HttpRequest, found: links.Found, context: dict[str, Any], status: int = 200) -> HttpResponse:
    store, channel, now = found.store, found.cart.channel_slug, timezone.now()
    settled, here = reached(store, channel, now=now, chat=chat_now(store, channel, now=now))
    language = language_of(found.cart.language_code)
    offered = helping.ways(settled, form="", language=language)
    shared = {
        "shop": shop_name(found.store, settled),
        "ways": [way for way in offered if way.link],
        "hours": helping.hours(settled, language),
        "is_here": here.is_open,
        "opens_at": here.opens_at,
    }
    with timezone.override(settled.zone):
        answer = signed_page(request, "leaving.html", language=language, context=shared | context, status=status)
    answer["Content-Security-Policy"] = PAGE_POLICY
    return answer
