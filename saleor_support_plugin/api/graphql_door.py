"""The two schemas' addresses. A schema is brought by its first question: a web process that only takes Saleor's
deliveries in, or answers product pages, holds neither."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def staff(request: HttpRequest) -> HttpResponse:
    return _view("staff")(request)


@csrf_exempt
def storefront(request: HttpRequest) -> HttpResponse:
    return _view("storefront")(request)


@cache
def _view(name: str) -> Callable[[HttpRequest], HttpResponse]:
    room = import_module(f".{name}", __package__)
    graphql_view = import_module(".graphql_view", __package__).graphql_view
    view: Callable[[HttpRequest], HttpResponse] = graphql_view(room.schema, room.context_of)
    return view
