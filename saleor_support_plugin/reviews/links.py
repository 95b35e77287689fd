"""The links of a request: signed, of one order, ending. Within its form every line has a token of its own."""

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.core import signing

from .models import ReviewRequest
from .rules import LINK_LASTS

SALT = "review"
NOBODYS = 0
# What a line's token allows: to write its review, once; or to change the one that is there.
type Deed = Literal["write", "change"]


def review_link(request: ReviewRequest) -> str:
    return f"{settings.PUBLIC_URL}/r/{signing.Signer(salt=SALT).sign_object(request.pk)}"


def request_of(token: str, now: datetime) -> ReviewRequest | None:
    """Return the request that a link's token stands for; None for one that is not ours, or too old.

    The table is asked either way: how long the answer takes tells nobody what was wrong.
    """
    rows = ReviewRequest.across_stores.select_related("store", "order")
    return rows.filter(pk=_number(token), expires_at__gt=now, store__removed_at=None).first()


def _number(token: str) -> int:
    try:
        pk = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return NOBODYS
    return pk if isinstance(pk, int) and 0 < pk < 2**63 else NOBODYS


def line_token(deed: Deed, request: ReviewRequest, line: str) -> str:
    """Return the token with which one line of the request's order is reviewed, or its review changed."""
    return signing.dumps([request.pk, line], salt=f"{SALT}:{deed}", compress=False)


def line_of(deed: Deed, token: str, request: ReviewRequest) -> str:
    """Return the order line that a token stands for; nothing for one that is not ours, too old, or of another order."""
    try:
        pk, line = signing.loads(token, salt=f"{SALT}:{deed}", max_age=LINK_LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return line if pk == request.pk and isinstance(line, str) else ""
