"""`/v/TOKEN`: how somebody liked the way in which their matter was solved, by a number in a mail.

GET changes nothing, for mail scanners open every link.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..conversations.rules import TextWrong
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.senders import shop_name
from ..mails.sentences import Values
from ..stores.queries import configuration
from ..surveys import actions, rules
from ..surveys.links import survey_of
from ..surveys.models import Survey
from .signed_pages import POLICY, dead_link, signed_page

PAGE_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"


@csrf_exempt  # no cookie: the link alone says who is answering
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    survey = survey_of(token, now=timezone.now())
    if survey is None:
        return dead_link(request)
    if request.method == "POST":
        return _keep(request, survey)
    if not rules.may_change(answered_at=survey.answered_at, now=timezone.now()):
        return _show(request, survey, {"state": "over"})
    if "t" in request.GET and survey.score is not None:
        return _show(request, survey, {"state": "thanks", "is_bad": rules.is_bad(survey.score, survey.scale)})
    tapped = rules.score(request.GET.get("s"), survey.scale)
    return _ask(request, survey, tapped or survey.score, survey.words)


def _keep(request: HttpRequest, survey: Survey) -> HttpResponse:
    score, is_script = rules.score(request.POST.get("score"), survey.scale), "by" in request.POST
    typed = request.POST.get("words", "")
    if score is None:
        return _ask(request, survey, None, typed, fault="missing")
    if is_script and rules.is_bad(score, survey.scale):  # what calls somebody of the shop waits for the button
        return HttpResponse(status=204)
    try:
        words = survey.words if is_script else rules.words(typed)
        actions.answer(survey=survey, score=score, words=words, now=timezone.now())
    except TextWrong:
        return _ask(request, survey, score, typed, fault="too_long")
    except actions.TooLate:
        return _show(request, survey, {"state": "over"}, 409)
    if is_script:
        return HttpResponse(status=204)
    answer = HttpResponseRedirect(f"{request.path}?t=1", status=303)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer


def _ask(request: HttpRequest, survey: Survey, chosen: int | None, typed: str, fault: str = "") -> HttpResponse:
    said, language = _words(survey), survey.ticket.conversation.language
    scale = survey.scale
    context = {
        "state": "ask",
        "scores": [
            {
                "number": number,
                "said": phrase(said["of"], {"score": number, "scale": scale}, language),
                "is_bad": rules.is_bad(number, scale),
                "chosen": number == chosen,
            }
            for number in range(1, scale + 1)
        ],
        "typed": typed,
        "most_words": rules.MOST_WORDS,
        "fault": phrase(said[fault], {"most": rules.MOST_WORDS}, language) if fault else "",
    }
    return _show(request, survey, context, 422 if fault else 200)


def _words(survey: Survey) -> Any:
    return phrases("survey_page", survey.ticket.conversation.language)


def _show(request: HttpRequest, survey: Survey, context: dict[str, Any], status: int = 200) -> HttpResponse:
    ticket, language, said = survey.ticket, survey.ticket.conversation.language, _words(survey)
    shop = shop_name(survey.store, configuration(survey.store, ticket.conversation.channel_slug))
    told: Values = {
        "shop": shop,
        "number": ticket.number,
        "subject": ticket.subject,
        "score": survey.score or 0,
        "scale": survey.scale,
    }
    lines = {name: phrase(said[name], told, language) for name in ("lead", "over", "reopened")}
    shared = {"shop": shop, "words": said, "thanks": phrase(said["thanks_lead"], told, language)} | lines
    answer = signed_page(request, "survey.html", language=language, context=shared | context, status=status)
    answer["Content-Security-Policy"] = PAGE_POLICY
    return answer
