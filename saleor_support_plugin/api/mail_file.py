"""`/staff/mail-files/MAIL/AT`: a file that a shopper's mail held and that is no picture, for staff with their token.

It is as the sender made it, so a browser is told to keep it and never to open it in a page of ours.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..files import storage
from ..ids import row_number
from ..mailbox import queries
from ..mailbox.parsing import Attachment, MailUnreadable, parse
from ..stores.callers import Staff
from .staff_door import staff_asking
from .storefront_doors import Refused


@csrf_exempt
@require_safe
def attachment(request: HttpRequest, mail: str, at: int) -> HttpResponse:
    try:
        found = _attachment(staff_asking(request), mail, at)
    except Refused as refused:
        return refused.answer()
    answer = HttpResponse(found.content, content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store"
    return answer


def _attachment(staff: Staff, mail: str, at: int) -> Attachment:
    """Return a file of a mail that stands in a ticket of theirs. Raises Refused."""
    row = queries.in_threads(staff).filter(pk=row_number("ReceivedMail", mail) or 0).first()
    if row is None:
        raise _nothing_here()
    try:
        attachments = parse(storage.read(row.original)).attachments
    except (storage.NotThere, MailUnreadable) as error:
        raise _nothing_here() from error
    except storage.OutOfReach as error:
        raise Refused(503, error.code, "Try again in a moment.") from error
    if at >= len(attachments):
        raise _nothing_here()
    return attachments[at]


def _nothing_here() -> Refused:
    return Refused(404, "NOT_FOUND", "There is no such file, or the mail that held it is older than 90 days.")
