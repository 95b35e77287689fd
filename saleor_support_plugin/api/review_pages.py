"""`/r/TOKEN`: the form behind the link in a mail that asks for a review."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.senders import shop_name
from ..mails.text import language_of
from ..reviews import actions, queries, rules
from ..reviews.models import ReviewRequest
from ..shop.models import OrderLine
from ..stores.queries import configuration
from .signed_pages import dead_link, signed_page


@csrf_exempt  # no cookie: the link alone says who is answering
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    asked = queries.request_of(token, now)
    if asked is None:
        return dead_link(request)
    if asked.answered_at is not None:
        return _show(request, asked, {"thanks": True})
    lines = queries.arrived(asked.order).lines
    if not lines:
        return dead_link(request)
    if request.method != "POST":
        return _form(request, asked, lines, {"author": rules.public_name(asked.order.customer_name)}, {})
    given = rules.read_answer(request.POST, {str(number): line.saleor_id for number, line in enumerate(lines)})
    if isinstance(given, rules.Faulty):
        return _form(request, asked, lines, request.POST, given.faults)
    actions.answer(request=asked, given=given, now=now)
    return _show(request, asked, {"thanks": True})


def _form(
    request: HttpRequest,
    asked: ReviewRequest,
    lines: list[OrderLine],
    given: Mapping[str, str],
    faults: Mapping[str, rules.Fault],
) -> HttpResponse:
    """Show the form with what was typed in already, and what is wrong with it."""
    context = {
        "number": asked.order.number,
        "lines": [_line(number, line, given, faults) for number, line in enumerate(lines)],
        "stars": rules.STARS,
        "author": given.get("author", ""),
        "faults": faults,
        "most_title": rules.MOST_TITLE,
        "most_text": rules.MOST_TEXT,
        "most_name": rules.MOST_NAME,
    }
    return _show(request, asked, context, status=422 if faults else 200)


def _line(number: int, line: OrderLine, given: Mapping[str, str], faults: Mapping[str, rules.Fault]) -> dict[str, Any]:
    stars = given.get(f"stars-{number}", "")
    return {
        "number": number,
        "name": line.shown_name,
        "variant": line.variant_name,
        "picture": line.thumbnail_url,
        "stars": int(stars) if stars in map(str, rules.STARS) else 0,
        "title": given.get(f"title-{number}", ""),
        "text": given.get(f"text-{number}", ""),
        "fault": faults.get(f"stars-{number}") or faults.get(f"text-{number}"),
    }


def _show(request: HttpRequest, asked: ReviewRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    shop = shop_name(asked.store, configuration(asked.store, asked.order.channel_slug))
    language = language_of(asked.order.language_code)
    return signed_page(request, "review.html", language=language, context={"shop": shop} | context, status=status)
