"""`/api/whatsapp-events/STORE/SECRET`: where Meta tells what became of a message, and what somebody wrote."""

import json
import logging
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.events import account_at
from ..mails.models import SenderAccount
from ..mails.queries import read_account, settled_for
from ..outbox import actions as outbox
from ..outbox.ways.whatsapp_news import Heard, News, Stopped, is_metas, news_in
from ..people import actions as people
from ..people.addresses import address_hash
from ..people.models import Source
from ..tickets import by_whatsapp

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
        _keep(account, one, timezone.now())
    return HttpResponse(status=204)


def _greeting(request: HttpRequest, secret: str) -> HttpResponse:
    if request.GET.get("hub.verify_token") != secret:
        return _problem(403, "TOKEN_WRONG", "The verify token is the last part of this address.")
    return HttpResponse(request.GET.get("hub.challenge", ""), content_type="text/plain; charset=utf-8")


def _app_secret(account: SenderAccount) -> str:
    return read_account(account).credentials["app_secret"]


def _keep(account: SenderAccount, news: News, now: datetime) -> None:
    store = account.store
    if isinstance(news, Heard):
        # Of another number that the same app of Meta's has, nothing is ours.
        if news.to == read_account(account).credentials["phone_number_id"]:
            _hear(account, news, now)
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


def _hear(account: SenderAccount, heard: Heard, now: datetime) -> None:
    store, words = account.store, heard.words
    if words is not None:
        channel, language = _shop_of(account)
        told = {"name": words.name, "id": words.id, "kind": words.kind, "text": words.text, "language": language}
        spoken = by_whatsapp.Spoken(number=heard.number, **told)
        by_whatsapp.take(store=store, channel=channel, spoken=spoken, now=now)
    people.hear(store=store, phone=heard.number, at=min(heard.at, now))


def _shop_of(account: SenderAccount) -> tuple[str, str]:
    """Return the channel whose answers leave by this account, and its language."""
    store, own = account.store, read_account(account)
    active = list(store.channels.filter(is_active=True).order_by("pk"))
    theirs = [one for one in active if settled_for(store, one.slug, "whatsapp").account == own]
    found = next(iter(theirs), None)
    return (found.slug, "tr" if found.default_country == "TR" else "en") if found else ("", "en")


def _problem(status: int, code: str, message: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
