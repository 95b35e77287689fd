"""`/api/tracking-events/STORE/SECRET`: where a tracking service tells what became of a parcel."""

import hmac
import json
import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..parcels.carriers import aftership
from ..parcels.models import TrackingAccount
from ..parcels.tracking import take

log = logging.getLogger(__name__)


@csrf_exempt  # no cookie: the secret in the address and the service's signature say who is telling
@require_http_methods(["POST"])
def door(request: HttpRequest, store_key: str, secret: str) -> HttpResponse:
    """What is told twice changes nothing; of a parcel that we do not know, nothing is kept."""
    account = _account(store_key, secret)
    if account is None:
        return _problem(404, "NOT_FOUND", "There is nothing at this address.")
    signature = request.headers.get(aftership.SIGNATURE_HEADER, "")
    if not aftership.is_signed(request.body, signature, secret=account.webhook_secret):
        return _problem(401, "SIGNATURE_WRONG", "The webhook secret of this account did not sign this.")
    try:
        told = aftership.told_in(json.loads(request.body))
    except (ValueError, RecursionError):
        log.warning("a tracking service said what cannot be read")
        return _problem(400, "NOT_READABLE", "This is not what this service sends.")
    if told is not None:
        take(account.store, told, timezone.now())
    return HttpResponse(status=204)


def _account(store_key: str, secret: str) -> TrackingAccount | None:
    accounts = TrackingAccount.across_stores.select_related("store")
    account = accounts.filter(store__key=store_key, store__removed_at=None).first()
    is_theirs = account is not None and hmac.compare_digest(account.events_secret.encode(), secret.encode())
    return account if is_theirs else None


def _problem(status: int, code: str, message: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
