"""`/s/STORE/CHANNEL/orders`: the way to one's order without an account, for a shop that builds no page for it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..guests import actions, rules
from ..mails.catalogue import LANGUAGES, phrases
from ..mails.rendering import phrase
from ..mails.senders import shop_name
from ..shop.links import entered_link
from ..stores import queries as stores
from ..stores.models import Store
from ..tickets.actions import TooOften
from ..tickets.rules import FormWrong
from .callers_address import address_of
from .contact_pages import NOTHING
from .pages import not_found
from .signed_pages import browser_language, signed_page


class _Asking:
    """One request of somebody who looks for their order."""

    def __init__(self, request: HttpRequest, store: Store, channel: str) -> None:
        self.request, self.store = request, store
        asked = request.GET.get("lang", "")
        self.language = asked if asked in LANGUAGES else browser_language(request)
        self.shop = shop_name(store, stores.configuration(store, channel))
        self.words = phrases("order_page", self.language)
        self.typed = {name: request.POST.get(name, "").replace("\0", "")[:254] for name in ("number", "email")}

    def show(self, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
        told = {"state": "find", "shop": self.shop, "words": self.words} | self.typed | dict(context)
        return signed_page(self.request, "order_find.html", language=self.language, context=told, status=status)

    def ask_code(self, fault: str = "", status: int = 200) -> HttpResponse:
        minutes = rules.CODE_LASTS.seconds // 60
        lead = phrase(self.words["code_lead"], {"email": self.typed["email"], "minutes": minutes}, self.language)
        return self.show({"state": "code", "code_lead": lead, "fault": fault}, status)


@csrf_exempt  # no cookie: nothing of the shopper's is sent along by itself
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, store_key: str, channel: str) -> HttpResponse:
    store = None if "\0" in store_key + channel else stores.installed(store_key)  # PostgreSQL has no NUL
    if store is None or not store.channels.filter(slug=channel, is_active=True).exists():
        return not_found(request, ValueError(NOTHING))
    asking = _Asking(request, store, channel)
    if request.method != "POST":
        return asking.show({})
    try:
        asked = rules.asked(asking.typed)
        return _enter(asking, asked) if request.POST.get("deed") == "enter" else _ask(asking, asked)
    except FormWrong as wrong:
        return asking.show({"faults": {one.field: one.code for one in wrong.faults}}, 422)
    except TooOften:
        return asking.show({"fault": asking.words["often"]}, 429)


def _ask(asking: _Asking, asked: rules.Asked) -> HttpResponse:
    actions.ask(store=asking.store, asked=asked, address=address_of(asking.request), now=timezone.now())
    return asking.ask_code()


def _enter(asking: _Asking, asked: rules.Asked) -> HttpResponse:
    code = rules.code(asking.request.POST.get("code"))
    address = address_of(asking.request)
    order = actions.enter(store=asking.store, asked=asked, code=code, address=address, now=timezone.now())
    if order is None:
        return asking.ask_code(asking.words["code_wrong"], 403)
    answer = HttpResponseRedirect(entered_link(order), status=303)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer
