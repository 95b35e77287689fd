"""`/push/STORE/TOKEN`: where somebody lets this browser show the shop's notifications, and the script that shows them.

The script lies below the store's part of the address, so that each store has its own in a browser that knows several.
"""

import json
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ..mails.links import Choosing
from ..mails.links import choosing as choosing_by
from ..mails.senders import shop_name
from ..outbox import subscribing
from ..stores.models import Store
from ..stores.queries import configuration
from .signed_pages import POLICY, browser_language, dead_link, signed_page

MOST_BYTES = 4_000


@require_safe
def worker(request: HttpRequest, store_key: str) -> HttpResponseBase:
    """The same for every store; where it lies says which one it is for."""
    return worker_script()


def worker_script() -> FileResponse:
    script = FileResponse((settings.BASE_DIR / "static" / "push_worker.js").open("rb"), content_type="text/javascript")
    script["Cache-Control"] = "no-cache"
    return script


@csrf_exempt  # no cookie: the link alone says who it is
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, store_key: str, token: str) -> HttpResponse:
    choosing = choosing_by(token)
    if choosing is None or choosing.store.key != store_key or not subscribing.is_offered(choosing.store):
        return dead_link(request)
    if request.method == "POST":
        return _keep(request, choosing)
    context = {
        "shop": shop_name(choosing.store, configuration(choosing.store, "")),
        "key": subscribing.shop_key(choosing.store),
        "worker": f"/push/{store_key}/worker.js",
        "choices": f"/p/{token}",
    }
    answer = signed_page(request, "push.html", language=browser_language(request), context=context)
    answer["Content-Security-Policy"] = f"{POLICY}; script-src 'self'; connect-src 'self'; worker-src 'self'"
    return answer


def link(store: Store, token: str) -> str:
    """Return the way from the page of preferences; nothing where the shop notifies nobody."""
    return f"/push/{store.key}/{token}" if subscribing.is_offered(store) else ""


def _keep(request: HttpRequest, choosing: Choosing) -> HttpResponse:
    """Take what the browser says of itself: `subscription`, or the `endpoint` that is no more wanted."""
    try:
        told = told_in(request)
        if isinstance(told.get("gone"), str):
            subscribing.leave(person=choosing.key.person, endpoint=told["gone"])
        else:
            where, keys = told["subscription"], told["subscription"]["keys"]
            subscribing.subscribe(
                person=choosing.key.person,
                endpoint=str(where["endpoint"]),
                p256dh=str(keys["p256dh"]),
                auth=str(keys["auth"]),
                page=request.path.rpartition("/")[0],
                now=timezone.now(),
            )
    except (ValueError, KeyError, TypeError, RecursionError):
        return JsonResponse({"error": {"code": "SUBSCRIPTION_WRONG"}}, status=400)
    return HttpResponse(status=204)


def told_in(request: HttpRequest) -> dict[str, Any]:
    """Return the object that a page sends. Raises ValueError."""
    if len(request.body) > MOST_BYTES:
        raise ValueError
    told = json.loads(request.body)
    if not isinstance(told, dict):
        raise ValueError
    return told
