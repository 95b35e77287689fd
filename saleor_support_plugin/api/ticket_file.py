"""`/staff/tickets.csv` and `.json`: the tickets of a list as a file, for staff with their Dashboard token."""

import json
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..ids import row_number
from ..stores import callers
from ..tickets import queries, views
from ..tickets.exporting import COLUMNS, records
from .staff_door import file_of, staff_asking
from .storefront_doors import Refused


@csrf_exempt
@require_safe
def tickets(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """Answer with the list that `view` names, or `filter` describes as TicketFilter does, and `search` and `sort`."""
    try:
        staff = staff_asking(request)
        now = timezone.now()
        rows = queries.tickets(
            staff, now=now, wanted=_wanted(staff, request), search=request.GET.get("search", ""), sort=_sort(request)
        )
    except Refused as refused:
        return refused.answer()
    return file_of("tickets", form, COLUMNS, records(rows, now=now), now)


def _wanted(staff: callers.Staff, request: HttpRequest) -> queries.Wanted:
    data: Any = {}
    if "view" in request.GET:
        view = views.views(staff).filter(pk=row_number("View", request.GET["view"]) or 0).first()
        if view is None:
            raise Refused(404, "NOT_FOUND", "There is no such view.")
        data = view.filter
    elif "filter" in request.GET:
        try:
            data = json.loads(request.GET["filter"])
        except ValueError as error:
            raise _filter_wrong() from error
    wanted = _reader()(data)
    if wanted is None:
        raise _filter_wrong()
    return wanted


def _filter_wrong() -> Refused:
    return Refused(422, "FILTER_WRONG", "`filter` is an object of JSON, as TicketFilter has it.")


def _sort(request: HttpRequest) -> queries.Sort:
    try:
        return queries.Sort(request.GET.get("sort", queries.Sort.UPDATED))
    except ValueError as error:
        raise Refused(422, "SORT_WRONG", f"`sort` is one of {', '.join(queries.Sort)}.") from error


@cache
def _reader() -> Callable[[Any], queries.Wanted | None]:
    """Return what reads a filter; the schema that knows it is brought by its first use, as graphql_door does."""
    schema = import_module(".staff", __package__).schema.graphql_schema
    asked_for = import_module("..tickets.view_schema", __package__).asked_for
    return lambda data: asked_for(schema, data)
