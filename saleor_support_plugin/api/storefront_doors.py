"""What the doors for a shop's own pages share: the store by its public key, the origins it named, and JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from ..stores import queries as stores
from ..stores.models import Store
from ..tickets.actions import TooOften

# A message of 5,000 characters, all of four bytes and escaped, and the fields around it.
MOST_BYTES = 70_000

View = Callable[[HttpRequest, Store, str], HttpResponse]


class Refused(Exception):
    """What was asked cannot be done; the answer says why."""

    def __init__(self, status: int, code: str, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = headers

    def answer(self) -> HttpResponse:
        response = json_answer({"error": {"code": self.code, "message": str(self)}}, self.status)
        for name, value in self.headers.items():
            response[name] = value
        return response


def storefront_door(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """Open a view to the pages of the origins that the merchant named, and answer their browsers' preflights."""
    allowed = ", ".join((*methods, "OPTIONS"))

    def opened(view: View) -> Callable[..., HttpResponse]:
        @csrf_exempt  # there is no cookie, so nothing of the shopper's is sent along by itself
        @wraps(view)
        def door(request: HttpRequest, store_key: str, channel: str) -> HttpResponse:
            try:
                store = _store(store_key, channel)
                _must_be_allowed(request, allowed)
                origin = _named_origin(request, store, channel)
            except Refused as refused:
                return refused.answer()
            try:
                response = HttpResponse(status=204) if request.method == "OPTIONS" else view(request, store, channel)
            except Refused as refused:
                response = refused.answer()
            return _readable_by(origin, response, allowed)

        return door

    return opened


def _store(key: str, channel: str) -> Store:
    store = None if "\0" in key + channel else stores.installed(key)  # PostgreSQL has no NUL
    if store is None or not store.channels.filter(slug=channel, is_active=True).exists():
        raise nothing_here()
    return store


def nothing_here() -> Refused:
    return Refused(404, "NOT_FOUND", "There is nothing at this address.")


def too_often(often: TooOften) -> Refused:
    return Refused(429, often.code, str(often), **{"Retry-After": "3600"})


def _must_be_allowed(request: HttpRequest, allowed: str) -> None:
    if request.method not in allowed.split(", "):
        raise Refused(405, "METHOD_NOT_ALLOWED", f"This address takes {allowed}.", Allow=allowed)


def _named_origin(request: HttpRequest, store: Store, channel: str) -> str:
    origin = request.headers.get("Origin", "")
    if not origin and request.method == "GET":
        return ""  # a browser names none where a page reads from its own origin, as the playground does
    if origin.lower() not in stores.configuration(store, channel).storefront_origins:
        host = urlsplit(origin).netloc or "This page"
        sentence = f"{host} is not among the storefront origins in the settings of Saleor Support."
        raise Refused(403, "ORIGIN_NOT_ALLOWED", sentence, Vary="Origin")
    return origin


def _readable_by(origin: str, response: HttpResponse, allowed: str) -> HttpResponse:
    response["Vary"] = "Origin"
    if origin:
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Allow-Methods"] = allowed
        response["Access-Control-Allow-Headers"] = "authorization, content-type"
        response["Access-Control-Max-Age"] = "600"
    return response


def origin_of(request: HttpRequest) -> str:
    """Return the origin of the page that asks; the door has found it among the channel's."""
    return request.headers.get("Origin", "").lower()


def bearer(request: HttpRequest) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


def json_object(request: HttpRequest, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """Return the body that was posted. Raises Refused for what is no JSON object, or too large."""
    if request.content_type != "application/json":
        raise Refused(415, "NOT_JSON", "This address takes application/json.")
    if len(request.body) > most_bytes:
        raise Refused(413, "TOO_LARGE", f"A message may have {most_bytes} bytes.")
    try:
        given = orjson.loads(request.body)
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        raise Refused(400, "NOT_JSON", "This address takes a JSON object.")
    return given


def json_answer(body: object, status: int = 200) -> HttpResponse:
    response = HttpResponse(orjson.dumps(body), content_type="application/json", status=status)
    response["Cache-Control"] = "no-store"
    return response
