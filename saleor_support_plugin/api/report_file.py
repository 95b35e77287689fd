"""`/staff/report.csv`: how a shop answered in a span, in sum and by each thing that a report is divided by."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..csv_files import Record
from ..stores.callers import Staff
from ..tickets.reporting import By, Figures, Span, report
from .staff_door import file_of, staff_asking
from .storefront_doors import Refused

COLUMNS = (
    "by",
    "name",
    "opened",
    "asked",
    "answered",
    "unanswered",
    "oldest_at",
    "first_reply_p50_minutes",
    "first_reply_p90_minutes",
    "clocks_kept",
    "clocks_breached",
    "closed",
    "resolution_p50_minutes",
    "resolution_p90_minutes",
    "reopened",
)


@csrf_exempt
@require_safe
def figures(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Answer with the report of `from` until before `to`, instants of ISO 8601, and of `channel`, where it is named."""
    try:
        staff, span, now = staff_asking(request), _span(request), timezone.now()
    except Refused as refused:
        return refused.answer()
    return file_of("report", "csv", COLUMNS, _records(staff, span, now), now)


def _span(request: HttpRequest) -> Span:
    try:
        since, until = (datetime.fromisoformat(request.GET.get(name, "")) for name in ("from", "to"))
        span = Span(since, until, request.GET.get("channel"))
        is_right = None not in (since.tzinfo, until.tzinfo) and span.is_right
    except (ValueError, OverflowError):
        is_right = False
    if not is_right:
        raise Refused(422, "SPAN_WRONG", "`from` and `to` are instants with their zone, at most 366 days apart.")
    return span


def _records(staff: Staff, span: Span, now: datetime) -> Iterator[Record]:
    for place, by in enumerate(By):
        found = report(staff, span, by=by, now=now)
        if place == 0:
            yield _record("", found.total)
        yield from (_record(by.value, one) for one in found.groups)


def _record(by: str, figures: Figures) -> Record:
    told = asdict(figures)
    reply, resolution = told["first_reply"], told["resolution"]
    return told | {
        "by": by,
        "first_reply_p50_minutes": _minutes(reply["p50"]),
        "first_reply_p90_minutes": _minutes(reply["p90"]),
        "clocks_kept": figures.kept,
        "clocks_breached": figures.breached,
        "closed": figures.resolution.many,
        "resolution_p50_minutes": _minutes(resolution["p50"]),
        "resolution_p90_minutes": _minutes(resolution["p90"]),
    }


def _minutes(many: float | None) -> float | None:
    return None if many is None else round(many, 1)
