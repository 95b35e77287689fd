"""`/q/TOKEN`: where who received something answers what others asked about it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.senders import shop_name
from ..mails.text import language_of
from ..questions import actions, links, queries, rules
from ..questions.models import Question
from ..reviews.form import public_name
from ..shop.models import Order
from ..stores.queries import configuration
from ..tickets.actions import TooOften
from .signed_pages import dead_link, signed_page


@csrf_exempt  # no cookie: the link alone says who is answering
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """GET only shows, for mail scanners open every link."""
    order = links.opened(token)
    if order is None:
        return dead_link(request)
    asked = queries.open_to(order)
    if request.method != "POST" or not asked:
        return _form(request, order, asked, {"author": public_name(order.customer_name)})
    author = request.POST.get("author", "")[: rules.MOST_NAME]
    said: dict[int, rules.Answered] = {}
    for question in asked:
        text = request.POST.get(f"text-{question.pk}", "")
        if text.strip():
            try:
                said[question.pk] = rules.read_answer({"text": text, "author": author})
            except rules.Wrong:
                return _form(request, order, asked, request.POST, "too_long", question.pk)
    if not said:
        return _form(request, order, asked, request.POST, "nothing")
    try:
        for pk, answered in said.items():
            actions.answer_of(order=order, question_id=pk, answered=answered, now=timezone.now())
    except TooOften:
        return _form(request, order, asked, request.POST, "too_often")
    return _show(request, order, {"thanks": True})


def _form(
    request: HttpRequest,
    order: Order,
    asked: list[Question],
    given: Mapping[str, str],
    fault: str = "",
    at: int | None = None,
) -> HttpResponse:
    """Show the questions with what was typed in already, and what is wrong with it."""
    names = queries.names_of(order.store, [question.product_id for question in asked])
    shown = [
        {
            "id": question.pk,
            "product": names.get(question.product_id, ""),
            "text": question.text,
            "language": question.language,
            "answer": given.get(f"text-{question.pk}", ""),
            "fault": question.pk == at,
        }
        for question in asked
    ]
    context = {
        "questions": shown,
        "author": given.get("author", ""),
        "fault": fault,
        "most_text": rules.MOST_ANSWER,
        "most_name": rules.MOST_NAME,
    }
    return _show(request, order, context, status=422 if fault else 200)


def _show(request: HttpRequest, order: Order, context: dict[str, Any], status: int = 200) -> HttpResponse:
    shop = shop_name(order.store, configuration(order.store, order.channel_slug))
    language = language_of(order.language_code)
    return signed_page(request, "question.html", language=language, context={"shop": shop} | context, status=status)
