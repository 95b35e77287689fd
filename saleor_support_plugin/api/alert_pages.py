"""`/staff/alerts`: the page on our own origin that sounds and notifies, for Dashboard's frame forbids both.

It is opened by a link from the inbox, and from then on has a token of ours. Neither is ever in an address that is sent.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from ..chat import alerts
from ..chat.models import AlertPage
from ..mails.senders import shop_name
from ..outbox import subscribing
from ..stores.queries import configuration
from .push_pages import told_in, worker_script
from .signed_pages import POLICY, browser_language, signed_page


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("lang")
    language = asked if asked in ("tr", "en") else browser_language(request)
    answer = signed_page(request, "alerts.html", language=language, context={})
    live = settings.PUBLIC_URL.replace("http", "ws", 1)
    also = f"script-src 'self'; connect-src 'self' {live}; worker-src 'self'"
    answer["Content-Security-Policy"] = f"{POLICY}; {also}"
    return answer


@require_safe
def worker(request: HttpRequest, store_key: str) -> HttpResponseBase:
    """The same for every store, each at its own address: a browser knows one key for each."""
    return worker_script()


@csrf_exempt  # no cookie: the token alone says who it is
@require_POST
def session(request: HttpRequest) -> HttpResponse:
    """Swap the link for the page's own token, once; or with that say how the page stands.

    With both, the browser goes on from an earlier link's page.
    """
    try:
        link = told_in(request).get("link")
    except (ValueError, RecursionError):
        return _wrong("INVALID")
    now = timezone.now()
    if isinstance(link, str):
        opened = alerts.open_page(link=link, before=_page(request), now=now)
        return _opened(*opened) if opened else _ended()
    found = _page(request)
    return _opened(found, "") if found else _ended()


@csrf_exempt
@require_POST
def push(request: HttpRequest) -> HttpResponse:
    """Notify this browser, too, while the page is closed: its `subscription`; or no more: `gone`."""
    found = _page(request)
    if found is None:
        return _ended()
    try:
        told = told_in(request)
        if "gone" in told:
            alerts.unsubscribe(page=found)
        else:
            where, keys = told["subscription"], told["subscription"]["keys"]
            said = {"endpoint": str(where["endpoint"]), "p256dh": str(keys["p256dh"]), "auth": str(keys["auth"])}
            alerts.subscribe(page=found, **said)
    except (ValueError, KeyError, TypeError, RecursionError):
        return _wrong("SUBSCRIPTION_WRONG")
    return HttpResponse(status=204)


def _page(request: HttpRequest) -> AlertPage | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return alerts.page_of(token=token, now=timezone.now()) if scheme == "Bearer" else None


def _opened(found: AlertPage, token: str) -> HttpResponse:
    said: dict[str, Any] = {
        "shop": shop_name(found.store, configuration(found.store, "")),
        "key": subscribing.shop_key(found.store),
        "worker": f"/staff/alerts/{found.store.key}/worker.js",
        "pushed": bool(found.endpoint),
    }
    return _private(JsonResponse(said | ({"token": token} if token else {})))


def _ended() -> HttpResponse:
    message = "Open the page anew from the inbox."
    return _private(JsonResponse({"error": {"code": "UNAUTHENTICATED", "message": message}}, status=401))


def _wrong(code: str) -> HttpResponse:
    return _private(JsonResponse({"error": {"code": code}}, status=400))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
