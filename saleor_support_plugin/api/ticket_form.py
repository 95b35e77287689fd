"""The form on a storefront: JSON from one of the origins that the merchant named, and the ticket it becomes."""

from urllib.parse import urlsplit

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from ..stores import queries as stores
from ..stores.models import Store
from ..tickets import actions, rules
from .callers_address import address_of

# A message of 5,000 characters, all of four bytes and escaped, and the fields around it.
MOST_BYTES = 70_000
METHODS = "POST, OPTIONS"


@csrf_exempt  # there is no cookie, so nothing of the shopper's is sent along by itself
def tickets(request: HttpRequest, store_key: str, channel: str) -> HttpResponse:
    store = None if "\0" in store_key + channel else stores.installed(store_key)  # PostgreSQL has no NUL
    if store is None or not store.channels.filter(slug=channel, is_active=True).exists():
        return _problem(404, "NOT_FOUND", "There is nothing at this address.")
    if request.method not in ("POST", "OPTIONS"):
        return _problem(405, "METHOD_NOT_ALLOWED", "The form is posted.", Allow=METHODS)
    origin = request.headers.get("Origin", "")
    if origin.lower() not in stores.configuration(store, channel).storefront_origins:
        return _problem(403, "ORIGIN_NOT_ALLOWED", _origin_sentence(origin), Vary="Origin")
    response = HttpResponse(status=204) if request.method == "OPTIONS" else _take(request, store, channel)
    return _readable_by(origin, response)


def _origin_sentence(origin: str) -> str:
    host = urlsplit(origin).netloc or "This page"
    return f"{host} is not among the storefront origins in the settings of Saleor Support."


def _take(request: HttpRequest, store: Store, channel: str) -> HttpResponse:
    if request.content_type != "application/json":
        return _problem(415, "NOT_JSON", "The form is sent as application/json.")
    if len(request.body) > MOST_BYTES:
        return _problem(413, "TOO_LARGE", f"A form may have {MOST_BYTES} bytes.")
    try:
        given = orjson.loads(request.body)
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        return _problem(400, "NOT_JSON", "The form is a JSON object.")
    if rules.is_trap(given):
        return _json({"ok": True, "number": None}, 200)
    try:
        form = rules.form(given)
        number = actions.open_from_form(
            store=store, channel=channel, form=form, address=address_of(request), now=timezone.now()
        )
    except rules.FormWrong as wrong:
        fields = [{"field": one.field, "code": one.code, "message": one.message} for one in wrong.faults]
        return _json({"ok": False, "errors": fields}, 422)
    except actions.TooOften as often:
        return _problem(429, often.code, str(often), **{"Retry-After": "3600"})
    return _json({"ok": True, "number": number}, 200)


def _readable_by(origin: str, response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = origin
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "content-type"
    response["Access-Control-Max-Age"] = "600"
    response["Vary"] = "Origin"
    return response


def _problem(status: int, code: str, message: str, **headers: str) -> HttpResponse:
    response = _json({"error": {"code": code, "message": message}}, status)
    for name, value in headers.items():
        response[name] = value
    return response


def _json(body: object, status: int) -> HttpResponse:
    response = HttpResponse(orjson.dumps(body), content_type="application/json", status=status)
    response["Cache-Control"] = "no-store"
    return response
