"""`/c/TOKEN`: the page behind the link in a mail, to read a conversation and to answer."""

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..conversations import actions as conversations
from ..conversations import queries
from ..conversations.models import Conversation
from ..conversations.rules import MOST_TEXT, TextWrong
from ..mails.senders import shop_name
from ..stores.queries import configuration
from ..tickets import actions
from .signed_pages import dead_link, signed_page


@csrf_exempt  # there is no cookie: who can post has the link, and who has the link may post
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    found = queries.opened_by_mail(token, now=now)
    if found is None:
        return dead_link(request)
    if request.method != "POST":
        return _thread(request, found)
    conversations.confirm_email(conversation=found, now=now)  # first: what follows is for the mailbox's owner alone
    said = request.POST.get("text", "")
    try:
        actions.answer(conversation=found, given=said, key=request.POST.get("key", "").replace("\0", ""), now=now)
    except TextWrong as wrong:
        return _thread(request, found, said=said, wrong=wrong.code, status=422)
    except actions.TooOften as often:
        return _thread(request, found, said=said, wrong=often.code, status=429)
    # Fetched anew with GET, so that a reload does not send the answer again.
    response = HttpResponseRedirect(f"{request.path}#last", status=303)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def _thread(
    request: HttpRequest, found: Conversation, *, said: str = "", wrong: str = "", status: int = 200
) -> HttpResponse:
    settled = configuration(found.store, found.channel_slug)
    context = {
        "ticket": found.ticket,
        "messages": queries.shown_to_shopper(found),
        "shop": shop_name(found.store, settled),
        "said": said,
        "wrong": wrong,
        "most": MOST_TEXT,
        # The same on a second try, so that an answer that did arrive is not kept twice.
        "key": request.POST.get("key") or secrets.token_urlsafe(16),
    }
    with timezone.override(settled.zone):
        return signed_page(request, "conversation.html", language=found.language, context=context, status=status)
