"""Where on the network a request comes from, seen through the proxies in front of us."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    return seen_from(request.headers.get("X-Forwarded-For", ""), str(request.META.get("REMOTE_ADDR", "")))


def seen_from(forwarded_for: str, peer: str) -> str:
    """Return the address that the outermost of our PROXIES saw; what a caller writes into the header stays outside.

    Each proxy adds the address it was called from at the end of X-Forwarded-For; `peer` called us.
    """
    seen = [one.strip() for one in forwarded_for.split(",") if one.strip()]
    if settings.PROXIES and seen:
        return seen[-min(settings.PROXIES, len(seen))]
    return peer
