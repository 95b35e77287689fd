"""Sessions of our own for staff: a popup of Dashboard's gets one token that lives five minutes, and no other.

A session holds for eight hours at most, and only as long as Dashboard's own tokens still prove its owner: each frame of
ours that they have open shows a new one every five minutes, and what it says of permissions holds for the session.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from .models import StaffSession, Store

if TYPE_CHECKING:
    from .callers import Staff

# Tells one from Saleor's tokens, which have two dots and no such beginning.
PREFIX = "s1."
LASTS = timedelta(hours=8)
# Dashboard renews a frame's token every four and a half minutes; a sleeping tab is given some.
PROVEN_WITHIN = timedelta(minutes=30)


def begin(*, staff: "Staff", now: datetime) -> tuple[str, datetime]:
    """Return a new session's token and until when it holds at most. Only its digest is kept."""
    token = PREFIX + token_urlsafe(32)
    StaffSession.across_stores.create(
        store=staff.store,
        user_id=staff.user_id,
        digest=_digest(token),
        expires_at=now + LASTS,
        proven_at=now,
        **_proven(staff),
    )
    return token, now + LASTS


def found(token: str, *, now: datetime) -> StaffSession | None:
    """Return the session that still holds; None for one that ended, was never ours, or whose store is gone."""
    held = StaffSession.across_stores.filter(
        digest=_digest(token),
        expires_at__gt=now,
        proven_at__gt=now - PROVEN_WITHIN,
        store__removed_at=None,
        store__is_active=True,
    )
    return held.select_related("store").first()


def until(session: StaffSession) -> datetime:
    return min(session.expires_at, session.proven_at + PROVEN_WITHIN)


def with_open(stores: QuerySet[Store]) -> QuerySet[Store]:
    """Have each of these stores know whether anybody has a session there: read with the store, it costs nothing."""
    return stores.annotate(has_sessions=Exists(StaffSession.across_stores.filter(store=OuterRef("pk"))))


def are_open(store: Store) -> bool:
    return bool(store.__dict__.get("has_sessions", True))


def prove(*, staff: "Staff", now: datetime) -> None:
    """Note what Saleor has just said of them, in all their sessions."""
    mine = StaffSession.across_stores.filter(store=staff.store, user_id=staff.user_id, expires_at__gt=now)
    mine.update(proven_at=now, **_proven(staff))


def end_all(*, staff: "Staff") -> int:
    """End all sessions of a member of staff; return how many there were."""
    mine = StaffSession.across_stores.filter(store=staff.store, user_id=staff.user_id)
    return mine.delete()[0]


@transaction.atomic
def forget_old(*, now: datetime) -> int:
    return StaffSession.across_stores.filter(expires_at__lte=now).delete()[0]


def _proven(staff: "Staff") -> dict[str, object]:
    return {
        "email": staff.email,
        "permissions": sorted(staff.permissions),
        "groups": list(staff.groups),
        "channels": None if staff.channels is None else sorted(staff.channels),
    }


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()
