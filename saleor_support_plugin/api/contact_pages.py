"""`/s/STORE/CHANNEL/contact`: how to reach the shop, for people and, as schema.org's ContactPoint, for programs."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ..carts.helping import hours
from ..chat.queries import chat_now
from ..conversations.contact_points import organization
from ..conversations.reached import reached
from ..conversations.reaching import Way
from ..mails.catalogue import LANGUAGES, phrases
from ..mails.senders import shop_name
from ..stores import queries as stores
from .pages import PAGE_POLICY, not_found
from .signed_pages import browser_language

NOTHING = "There is nothing at this address."
HOUR = 60


@require_safe
def page(request: HttpRequest, store_key: str, channel: str) -> HttpResponse:
    store = None if "\0" in store_key + channel else stores.installed(store_key)  # PostgreSQL has no NUL
    if store is None or not store.channels.filter(slug=channel, is_active=True).exists():
        return not_found(request, ValueError(NOTHING))
    asked = request.GET.get("lang", "")
    language = asked if asked in LANGUAGES else browser_language(request)
    now = timezone.now()
    settled, here = reached(store, channel, now=now, chat=chat_now(store, channel, now=now))
    shop = shop_name(store, settled)
    context = {
        "language": language,
        "shop": shop,
        "here": here,
        "ways": [_told(way, settled.storefront_url, language) for way in here.ways],
        "hours": hours(settled, language),
        "home": settled.storefront_url,
        "points": _in_html(organization(settled, name=shop, page=f"{settings.PUBLIC_URL}{request.path}")),
    }
    with override(language), timezone.override(settled.zone):
        response = render(request, f"{language}/contact.html", context)
    response["Content-Security-Policy"] = PAGE_POLICY
    response["Vary"] = "Accept-Language"
    return response


def _told(way: Way, home: str, language: str) -> dict[str, Any]:
    from babel import Locale  # as in mails.rendering: for processes that write only

    names = [Locale(language).languages.get(code, code) for code in way.languages]
    minutes = way.reply_minutes
    return {
        "kind": way.kind,
        "name": phrases("ways", language)[way.kind],
        "link": way.url if way.token is None and way.url else home,
        "detail": way.address,
        "is_open": way.is_open,
        "opens_at": way.opens_at,
        "languages": ", ".join(names),
        "minutes": minutes if minutes and minutes < HOUR else None,
        "hours": -(-minutes // HOUR) if minutes and minutes >= HOUR else None,
    }


def _in_html(points: object) -> str:
    """Return JSON in which nothing ends the element that it stands in."""
    said = json.dumps(points, ensure_ascii=False)
    return said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
