"""`/api/whatsapp-events/STORE/SECRET`: where Meta tells what became of a message, and that somebody wrote."""

import json
import logging
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.events import account_at
from ..mails.models import SenderAccount
from ..mails.queries import read_account
from ..outbox import actions as outbox
from ..outbox.ways.whatsapp_news import Heard, News, Stopped, is_metas, news_in
from ..people import actions as people
from ..people.addresses import address_hash
from ..people.models import Source
from ..stores.models import Store

log = logging.getLogger(__name__)


@csrf_exempt  # no cookie: the secret in the address and Meta's signature say who is telling
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, store_key: str, secret: str) -> HttpResponse:
    """GET is how Meta tries an address, with the secret as its verify token; what is told twice changes nothing."""
    account = account_at(store_key, secret, "whatsapp")
    if account is None:
        return _problem(404, "NOT_FOUND", "There is nothing at this address.")
    if request.method == "GET":
        return _greeting(request, secret)
    if not is_metas(request.body, request.headers.get("X-Hub-Signature-256", ""), app_secret=_app_secret(account)):
        return _problem(401, "SIGNATURE_WRONG", "The app secret of this account did not sign this.")
    try:
        told = list(news_in(json.loads(request.body)))
    except (ValueError, RecursionError):
        log.warning("Meta said what cannot be read")
        return _problem(400, "NOT_READABLE", "This is not what Meta sends.")
    for one in told:
        _keep(account.store, one, timezone.now())
    return HttpResponse(status=204)


def _greeting(request: HttpRequest, secret: str) -> HttpResponse:
    if request.GET.get("hub.verify_token") != secret:
        return _problem(403, "TOKEN_WRONG", "The verify token is the last part of this address.")
    return HttpResponse(request.GET.get("hub.challenge", ""), content_type="text/plain; charset=utf-8")


def _app_secret(account: SenderAccount) -> str:
    return read_account(account).credentials["app_secret"]


def _keep(store: Store, news: News, now: datetime) -> None:
    if isinstance(news, Heard):
        people.hear(store=store, phone=news.number, at=min(news.at, now))
    elif isinstance(news, Stopped):
        people.withdraw_at(
            store=store,
            medium="whatsapp",
            value_hash=address_hash(news.number),
            purpose="commercial",
            source=Source.PROVIDER,
            at=min(news.at, now),
        )
    else:
        outbox.undelivered(store=store, provider_id=news.provider_id, reason=news.reason, now=now)


def _problem(status: int, code: str, message: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
