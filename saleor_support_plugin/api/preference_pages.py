"""`/p/TOKEN`: what a shop may send somebody, chosen by whoever was mailed the link; no login, no cookie, no script."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails import actions, queries
from ..mails.links import choosing as choosing_by
from ..mails.senders import shop_name
from ..stores.queries import configuration
from .push_pages import link as push_link
from .signed_pages import browser_language, dead_link, signed_page


@csrf_exempt  # no cookie: the link alone says who is choosing
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    choosing = choosing_by(token)
    if choosing is None:
        return dead_link(request)
    settings, now = configuration(choosing.store, ""), timezone.now()
    done = ""
    if request.method == "POST":
        done = "stopped" if "stop" in request.POST else "saved"
        if done == "stopped":
            actions.stop_everything(choosing=choosing, now=now)
        else:
            actions.choose(choosing=choosing, wanted=request.POST, settings=settings, now=now)
    context = {
        "shop": shop_name(choosing.store, settings),
        "choices": queries.choices_of(choosing, settings),
        "push": push_link(choosing.store, token),
        "done": done,
    }
    return signed_page(request, "preferences.html", language=browser_language(request), context=context)
