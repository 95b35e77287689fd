"""`/api/mail-events/STORE/SECRET`: where a mail provider tells us that a mail bounced, or was called spam."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..mails.events import Happened, account_at, meaning
from ..people.actions import suppress, withdraw_at
from ..people.addresses import address_hash
from ..people.models import Source, Suppressing
from ..people.rules import CHOSEN
from ..stores.models import Store

log = logging.getLogger(__name__)


@csrf_exempt  # no cookie: the secret in the address alone says who is telling
@require_http_methods(["HEAD", "POST"])
def door(request: HttpRequest, store_key: str, secret: str) -> HttpResponse:
    """HEAD is how some providers try an address; what is told twice changes nothing."""
    account = account_at(store_key, secret)
    if account is None:
        return _problem(404, "NOT_FOUND", "There is nothing at this address.")
    if request.method == "HEAD":
        return HttpResponse()
    # Here, for a web process that no provider calls does without anymail and requests.
    from ..outbox.ways.providers import events_in

    try:
        told = list(events_in(account.provider, request))
    except ValueError:
        log.warning("a mail provider said what cannot be read", extra={"facts": {"provider": account.provider}})
        return _problem(400, "NOT_READABLE", "This is not what this provider sends.")
    for happened in told:
        _keep(account.store, happened)
    return HttpResponse(status=204)


def _keep(store: Store, happened: Happened) -> None:
    reason, now = meaning(happened), timezone.now()
    if reason is Suppressing.UNSUBSCRIBED:
        told: Any = {"value_hash": address_hash(happened.recipient), "source": Source.PROVIDER, "at": now}
        for purpose in CHOSEN:
            withdraw_at(store=store, medium="email", purpose=purpose, **told)
    elif reason is not None:
        suppress(store=store, medium="email", address=happened.recipient, reason=reason, at=now)


def _problem(status: int, code: str, message: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
