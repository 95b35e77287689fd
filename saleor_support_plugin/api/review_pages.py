"""`/r/TOKEN`: what the link in a mail that asks for a review leads to: a form, a problem's form, and what was written.

GET changes nothing, for mail scanners open every link. Without a script everything but photos works.
"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..conversations.rules import TextWrong
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.sentences import Values
from ..reviews import authoring, form, links, problems
from ..reviews.form import Fault, Posted
from ..reviews.models import Review
from ..reviews.rules import STARS
from ..tickets.actions import TooOften
from .callers_address import address_of
from .review_sheet import Sheet
from .review_showing import Lines, begun, change_page, form_page, line_of, overview, problem_page, refused, show
from .signed_pages import dead_link

type Deed = Callable[[HttpRequest, Sheet], HttpResponseBase]

PROBLEM_FAULTS = {"REQUIRED": "problem_missing", "TOO_LONG": "too_long", "WORDS": "problem_words"}


@csrf_exempt  # no cookie: the link alone says who is answering
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponseBase:
    now = timezone.now()
    asked = links.request_of(token, now)
    if asked is None:
        return dead_link(request)
    sheet = Sheet(asked, now)
    if not sheet.arrived and not sheet.reviews:
        return dead_link(request)
    if request.method == "POST":
        return DEEDS.get(request.POST.get("deed", ""), _send)(request, sheet)
    return _open(request, sheet)


def _open(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    if request.GET.get("f") == "problem":
        return problem_page(request, sheet)
    review = _asked_for(request, sheet)
    if review is not None:
        return change_page(request, sheet, review)
    if "t" in request.GET or sheet.reviews:
        return overview(request, sheet, has_sent="t" in request.GET)
    tapped, line = request.GET.get("s", ""), links.line_of("write", request.GET.get("l", ""), sheet.asked)
    has_begun = bool(sheet.asked.fork or sheet.asked.draft.get("lines") or sheet.asked.photos.exists())
    if not (tapped or "f" in request.GET or has_begun):
        return show(request, sheet, {"state": "fork"})
    stars = int(tapped) if tapped in map(str, STARS) else 0
    return form_page(request, sheet, begun(sheet, line, stars), sheet.author, {})


def _asked_for(request: HttpRequest, sheet: Sheet) -> Review | None:
    """Return the review that is to be changed."""
    wanted = request.GET.get("e", "")
    reviews = (one for one in sheet.reviews.values() if str(one.pk) == wanted and sheet.can_change(one))
    return next(reviews, None)


# Writing


def _send(request: HttpRequest, sheet: Sheet) -> HttpResponseBase:
    lines, is_refused = _posted(request, sheet)
    if not lines:
        return refused(request, sheet)
    typed, author = {number: one for number, (_, one) in lines.items()}, form.author(_values(request))
    faults = form.faults(typed, author)
    if faults:
        return form_page(request, sheet, lines, author, faults)
    given = {line.saleor_id: one for line, one in lines.values() if one.stars}
    authoring.answer(request=sheet.asked, lines=given, author=author, now=sheet.now)
    return refused(request, Sheet(sheet.asked, sheet.now)) if is_refused else _go(request, "t=1")


def _posted(request: HttpRequest, sheet: Sheet) -> tuple[Lines, bool]:
    """Return the lines that were sent and can be written; and whether there were others.

    Another order's, a line that has its review, too old and forged all look the same, and take the same time.
    """
    posted, is_refused = _values(request), False
    lines: Lines = {}
    unwritten = {line.saleor_id: line for line in sheet.unwritten}
    for number in form.numbers(posted):
        line = unwritten.get(links.line_of("write", _one(posted, f"line-{number}"), sheet.asked))
        if line is None:
            is_refused = True
        else:
            lines[number] = (line, form.typed(posted, number, sheet.aspects_of(line)))
    return lines, is_refused


def _keep_draft(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    lines, _ = _posted(request, sheet)
    drafts = {line.saleor_id: typed for line, typed in lines.values()}
    author = form.author(_values(request))
    authoring.keep_draft(request=sheet.asked, lines=drafts, author=author, now=sheet.now)
    return HttpResponse(status=204)


def _change(request: HttpRequest, sheet: Sheet) -> HttpResponseBase:
    posted = _values(request)
    review = sheet.reviews.get(links.line_of("change", _one(posted, "line-0"), sheet.asked))
    line = line_of(review, sheet)
    if review is None or line is None:
        return refused(request, sheet)
    typed, author = form.typed(posted, 0, sheet.aspects_of(line)), form.author(posted)
    faults = form.faults({0: typed}, author)
    if faults:
        return change_page(request, sheet, review, typed, author, faults)
    try:
        authoring.edit(request=sheet.asked, line=line.saleor_id, typed=typed, author=author, now=sheet.now)
    except authoring.CannotChange:
        return refused(request, sheet)
    except TooOften:
        return change_page(request, sheet, review, typed, author, {"form": Fault.TOO_OFTEN}, status=429)
    return _go(request, "t=1")


def _withdraw(request: HttpRequest, sheet: Sheet) -> HttpResponseBase:
    line = links.line_of("change", request.POST.get("line-0", ""), sheet.asked)
    try:
        authoring.withdraw(request=sheet.asked, line=line, now=sheet.now)
    except authoring.CannotChange:
        return refused(request, sheet)
    except TooOften:
        return overview(request, sheet, has_sent=False, refusal="problem_often", status=429)
    return _go(request, "")


def _report(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    chosen = [line for number, line in enumerate(sheet.arrived) if str(number) in request.POST.getlist("about")]
    text = request.POST.get("text", "")
    try:
        ticket = problems.report(
            request=sheet.asked,
            problem=problems.Problem(tuple(chosen), text),
            address=address_of(request),
            now=sheet.now,
        )
    except TextWrong as wrong:
        return problem_page(request, sheet, chosen, text, PROBLEM_FAULTS[wrong.code])
    except TooOften:
        return problem_page(request, sheet, chosen, text, "problem_often", status=429)
    if ticket is None:
        return dead_link(request)
    said = phrases("review_form", sheet.language)["problem_thanks_lead"]
    told: Values = {"number": ticket.number, "shop": sheet.shop, "email": sheet.order.customer_email}
    return show(request, sheet, {"state": "told", "lead": phrase(said, told, sheet.language)})


DEEDS: Mapping[str, Deed] = {
    "send": _send,
    "draft": _keep_draft,
    "change": _change,
    "withdraw": _withdraw,
    "problem": _report,
}


def _values(request: HttpRequest) -> Posted:
    return dict(request.POST.lists())


def _one(posted: Posted, name: str) -> str:
    return next(iter(posted.get(name, ())), "")


def _go(request: HttpRequest, query: str) -> HttpResponse:
    """Lead on to the page that shows what was kept, so that loading it again sends nothing again."""
    answer = HttpResponseRedirect(f"{request.path}{'?' if query else ''}{query}", status=303)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer
