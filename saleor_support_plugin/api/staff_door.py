"""What the doors for files that staff fetch share: who asks, by Dashboard token or session, and the answer."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.http import HttpRequest, StreamingHttpResponse

from ..csv_files import Record, as_csv, as_json_lines
from ..saleor.errors import SaleorUnreachable
from ..stores import callers
from .storefront_doors import Refused


def staff_asking(request: HttpRequest, *permissions: str) -> callers.Staff:
    """Return the member of staff who asks; without a name, *Manage orders* is what they need. Raises Refused."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    try:
        staff = callers.staff(given)
        for permission in permissions or ("MANAGE_ORDERS",):
            staff.must_have(permission)
    except callers.NotRecognised as error:
        raise Refused(401, error.code, str(error)) from error
    except callers.NotPermitted as error:
        raise Refused(403, error.code, str(error)) from error
    except SaleorUnreachable as error:
        raise Refused(503, "SALEOR_UNREACHABLE", "The store does not answer. Try again.") from error
    return staff


def file_of(
    name: str, form: str, columns: Sequence[str], records: Iterable[Record], now: datetime
) -> StreamingHttpResponse:
    """Answer with records as a file of the form `csv` or `json`, written as it is sent."""
    answer = (
        StreamingHttpResponse(as_csv(columns, records), content_type="text/csv; charset=utf-8")
        if form == "csv"
        else StreamingHttpResponse(as_json_lines(records), content_type="application/x-ndjson")
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}-{now:%Y-%m-%d}.{form}"'
    answer["Cache-Control"] = "no-store"
    return answer
