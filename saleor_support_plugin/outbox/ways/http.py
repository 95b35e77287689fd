"""Calls to providers that are spoken to by HTTP: their own hosts only, by the checked egress, each call on its own."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings

from ... import egress
from . import Doubtful, Outcome, Refused, Unreachable

SECONDS = 20
# Sent in vain now, perhaps not later: a wrong key that somebody mends, too many at once, a provider in trouble.
LATER = frozenset({401, 402, 403, 408, 425, 429, 500, 503})
# A gateway in between that does not know what became of it.
NOBODY_KNOWS = frozenset({502, 504})


@cache
def _egress(allow_private: bool) -> egress.Egress:
    # Here, for requests and urllib3 are five megabytes that are of use only where a merchant has a provider.
    from ...egress.checked import CheckedEgress

    return CheckedEgress(
        allow_private=allow_private, connect_timeout=5, read_timeout=SECONDS, total_timeout=30, max_bytes=100_000
    )


def post(
    url: str, *, headers: Mapping[str, str], body: object = None, data: bytes | None = None
) -> egress.Reply | Outcome:
    """Return a provider's reply, or what became of a call that brought none."""
    # A kept connection may be closed while it is used, and then nobody knows whether the message went out.
    told = {"Connection": "close"} | dict(headers)
    try:
        return _egress(settings.ALLOW_PRIVATE_STORES).post(url, json=body, data=data, headers=told)
    except egress.AddressRefused as refused:
        return Refused(str(refused), for_good=True)
    except (egress.Unanswered, egress.ReplyTooLarge) as error:
        return Doubtful(str(error))
    except egress.EgressError as error:
        return Unreachable(str(error))


def said_in(reply: egress.Reply) -> dict[str, Any]:
    """Return the object that a reply holds; an empty one where it holds none."""
    try:
        said = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def by_status(reply: egress.Reply) -> Outcome:
    """Return what a refusal means that says nothing beyond its status."""
    if reply.status in NOBODY_KNOWS or 200 <= reply.status < 300:  # taken, with an answer that nobody can read
        return Doubtful(f"answered {reply.status}")
    said = " ".join(reply.body[:300].decode(errors="replace").split())
    return Refused(f"{reply.status} {said}".strip(), for_good=reply.status not in LATER)
