"""How the pages behind a review's link are shown: the fork, a form, what was written, a problem's form."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..reviews import authoring, form, links
from ..reviews.form import Fault, Typed
from ..reviews.models import Review
from ..shop.models import OrderLine
from .review_sheet import Sheet
from .signed_pages import POLICY, signed_page

PAGE_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"

type Lines = dict[int, tuple[OrderLine, Typed]]


def begun(sheet: Sheet, tapped: str = "", stars: int = 0) -> Lines:
    """Return the lines as they were left, one of them with the stars that were tapped in the mail."""
    lines: Lines = {}
    for number, line in enumerate(sheet.unwritten):
        typed = sheet.drafted(line)
        lines[number] = (line, form.with_stars(typed, stars) if stars and line.saleor_id == tapped else typed)
    return lines


def form_page(
    request: HttpRequest, sheet: Sheet, lines: Lines, author: str, faults: Mapping[str, Fault]
) -> HttpResponse:
    context = sheet.fields(lines, author, faults, "send") | {"state": "form"}
    return show(request, sheet, context, 422 if faults else 200)


def change_page(
    request: HttpRequest,
    sheet: Sheet,
    review: Review,
    typed: Typed | None = None,
    author: str = "",
    faults: Mapping[str, Fault] | None = None,
    status: int = 422,
) -> HttpResponse:
    line = line_of(review, sheet)
    if line is None:
        return refused(request, sheet)
    if typed is None:
        typed, author = authoring.typed_of(review), review.author_name
    context = sheet.fields({0: (line, typed)}, author, faults or {}, "change") | {"state": "change"}
    return show(request, sheet, context, status if faults else 200)


def line_of(review: Review | None, sheet: Sheet) -> OrderLine | None:
    lines = sheet.order.lines.all() if review is not None else ()
    return next((line for line in lines if review and line.saleor_id == review.order_line_id), None)


def overview(
    request: HttpRequest, sheet: Sheet, *, has_sent: bool, refusal: str = "", status: int = 200
) -> HttpResponse:
    """Show what was written, and below it what can be written still."""
    context = {
        "state": "overview",
        "has_sent": has_sent,
        "refusal": sheet.words[refusal] if refusal else "",
        "written": sheet.written(),
        "question_link": sheet.question_link(),
        "has_more": bool(sheet.unwritten),
    }
    if sheet.unwritten:
        context |= sheet.fields(begun(sheet), sheet.author, {}, "send")
    return show(request, sheet, context, status)


def refused(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    return overview(request, sheet, has_sent=False, refusal="refused", status=409)


def problem_page(
    request: HttpRequest,
    sheet: Sheet,
    chosen: list[OrderLine] | None = None,
    text: str = "",
    fault: str = "",
    status: int = 422,
) -> HttpResponse:
    tapped = links.line_of("write", request.GET.get("l", ""), sheet.asked)
    about = [line.saleor_id for line in chosen] if chosen is not None else [tapped]
    context = sheet.problem(about, text) | {"state": "problem", "fault": sheet.words[fault] if fault else ""}
    return show(request, sheet, context, status if fault else 200)


def show(request: HttpRequest, sheet: Sheet, context: dict[str, Any], status: int = 200) -> HttpResponse:
    with timezone.override(sheet.settings.zone):
        answer = signed_page(
            request, "review.html", language=sheet.language, context=sheet.common() | context, status=status
        )
    answer["Content-Security-Policy"] = PAGE_POLICY
    return answer
