"""What becomes of an event: whether it is for us, when a failed one is tried again, when it is given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

# 5 s, doubling: the tenth try comes after 42 minutes; by then somebody has to look.
FIRST_RETRY = timedelta(seconds=5)
MOST_ATTEMPTS = 10
# Saleor keeps a failed delivery for 14 days and never sends it later; what is older was captured and played again.
OLDEST = timedelta(days=21)
KEEP_FINISHED = timedelta(days=30)
# The chore that reads what Saleor could not deliver: when it was last done is until when we know of everything.
UNDELIVERED = "deliveries"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event as its handlers get it; `body` is Saleor's payload, amounts as Decimal."""

    event: str
    issued_at: datetime
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ignore:
    """Acknowledged, but nothing is to be done; `reason` is kept with the row."""

    reason: str


@dataclass(frozen=True, slots=True)
class TryAgain:
    at: datetime


@dataclass(frozen=True, slots=True)
class Park:
    """Set aside with its error until somebody replays it."""


def understood(event: str, body: Mapping[str, Any], *, typename: str, app_id: str, now: datetime) -> Delivery | Ignore:
    """Say whether a kept body is what its event promises and meant for this app.

    The signature covers the body only: the event's name comes from a header, and every app of a store shares one key.
    So `__typename` must fit the event, and `recipient` must be this app.
    """
    if body.get("__typename") != typename:
        return Ignore(f"the body is a {body.get('__typename')!s:.40}, not a {typename}")
    recipient = (body.get("recipient") or {}).get("id")
    if recipient and recipient != app_id:
        return Ignore("meant for another app")
    issued_at = datetime.fromisoformat(str(body["issuedAt"]))
    if now - issued_at > OLDEST:
        return Ignore("older than Saleor ever sends")
    return Delivery(event, issued_at, body)


def after_failure(attempts: int, now: datetime) -> TryAgain | Park:
    """`attempts` counts the one that just failed."""
    if attempts >= MOST_ATTEMPTS:
        return Park()
    return TryAgain(now + FIRST_RETRY * 2 ** (attempts - 1))
