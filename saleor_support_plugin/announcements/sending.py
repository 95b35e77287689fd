"""Handing announcements over: each by its own call, signed anew at every try."""

from datetime import datetime
from functools import cache

from django.conf import settings

from .. import egress
from . import actions, queries, rules, signing
from .models import Announcement

SECONDS = 15


@cache
def _egress(allow_private: bool) -> egress.Egress:
    # Here, for requests and urllib3 are five megabytes that are of use only where a merchant has an endpoint.
    from ..egress.checked import CheckedEgress

    return CheckedEgress(
        allow_private=allow_private, connect_timeout=5, read_timeout=SECONDS, total_timeout=20, max_bytes=100_000
    )


def tell_due(*, now: datetime, most: int = 200) -> int:
    """Hand over what is due; return how many were tried."""
    for done in range(most):
        announcement = actions.take_next(now=now)
        if announcement is None:
            return done
        tell(announcement, now)
    return most


def tell(announcement: Announcement, now: datetime) -> None:
    body = announcement.body.encode()
    told = signing.headers(
        announcement.message_id, body, secrets_in_use=queries.secrets_of(announcement.endpoint, now), now=now
    )
    told |= {"content-type": "application/json", "user-agent": "saleor-support"}
    try:
        reply = _egress(settings.ALLOW_PRIVATE_STORES).post(announcement.endpoint.url, data=body, headers=told)
    except egress.EgressError as error:
        actions.refused(announcement=announcement, status=None, error=str(error), now=now)
        return
    if rules.is_taken(reply.status):
        actions.taken(announcement=announcement, status=reply.status, now=now)
    else:
        actions.refused(announcement=announcement, status=reply.status, error=f"It answered {reply.status}.", now=now)
