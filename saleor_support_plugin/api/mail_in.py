"""`/api/mail-in/STORE/SECRET`: where a mail provider hands over the mails that came for a shop."""

import hmac
import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..files.storage import OutOfReach
from ..mailbox.actions import receive
from ..mailbox.configuring import PROVIDERS
from ..mailbox.models import Mailbox
from ..mailbox.parsing import MOST_BYTES

log = logging.getLogger(__name__)

PREFIX = "/api/mail-in/"
# A mail of 30 MB as JSON holds its files as Base64.
MOST_REQUEST = MOST_BYTES * 3 // 2


@csrf_exempt  # no cookie: the secret in the address alone says who is telling
@require_http_methods(["HEAD", "POST"])
def door(request: HttpRequest, store_key: str, secret: str) -> HttpResponse:
    """Keep what is handed over; the same mail twice is one. HEAD is how some providers try an address."""
    mailbox = _mailbox(store_key, secret)
    if mailbox is None:
        return _problem(404, "NOT_FOUND", "There is nothing at this address.")
    if request.method == "HEAD":
        return HttpResponse()
    # Here, for a web process that no provider calls does without anymail and requests.
    from ..outbox.ways.providers import mails_in

    # Read here, for Django's own bound is that of forms; the router has held it to MOST_REQUEST.
    request._body = request.META["wsgi.input"].read(min(int(request.META["CONTENT_LENGTH"] or 0), MOST_REQUEST))
    try:
        for raw in list(mails_in(mailbox.way, request)):
            receive(mailbox=mailbox, raw=raw, now=timezone.now())
    except ValueError:
        log.warning("a mail provider said what cannot be read", extra={"facts": {"provider": mailbox.way}})
        return _problem(400, "NOT_READABLE", "This is not what this provider sends.")
    except OutOfReach:
        return _problem(503, "FILES_OUT_OF_REACH", "The mail cannot be kept now. Try again later.")
    return HttpResponse(status=200)


def _mailbox(store_key: str, secret: str) -> Mailbox | None:
    """Return whose provider calls this address; the secret is compared in constant time."""
    rows = Mailbox.across_stores.filter(store__key=store_key, store__removed_at=None, way__in=PROVIDERS)
    found = [one for one in rows.select_related("store") if hmac.compare_digest(one.secret.encode(), secret.encode())]
    return found[0] if found else None


def _problem(status: int, code: str, message: str) -> HttpResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
