"""Who of a store's staff has had a page of ours open. Saleor lists them only to apps that may manage them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Lock

from cachetools import TTLCache

from .callers import Staff
from .models import SeenStaff, Store

# Whoever has not come for so long may be gone, and Saleor would not tell.
KEPT = timedelta(days=90)
_noted: TTLCache[tuple[int, str], object] = TTLCache(maxsize=5_000, ttl=3_600)
_noted_lock = Lock()


def note(*, staff: Staff, now: datetime) -> None:
    """Keep what Saleor says of them; what this process kept within the hour it does not keep again."""
    said = (staff.email, staff.permissions, staff.groups, staff.channels)
    with _noted_lock:
        if _noted.get((staff.store.pk, staff.user_id)) == said:
            return
    row = SeenStaff(
        store=staff.store,
        user_id=staff.user_id,
        email=staff.email,
        permissions=sorted(staff.permissions),
        groups=list(staff.groups),
        channels=None if staff.channels is None else sorted(staff.channels),
        seen_at=now,
    )
    SeenStaff.across_stores.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["store", "user_id"],
        update_fields=["email", "permissions", "groups", "channels", "seen_at"],
    )
    with _noted_lock:
        _noted[staff.store.pk, staff.user_id] = said


def forget_noted() -> None:
    with _noted_lock:
        _noted.clear()


def staff_of(store: Store, *permissions: str, now: datetime) -> Iterator[Staff]:
    """Give who was seen lately and has all of these permissions, as they were then."""
    rows = SeenStaff.across_stores.filter(store=store, seen_at__gt=now - KEPT, permissions__contains=permissions)
    for row in rows.order_by("pk"):
        channels = None if row.channels is None else frozenset(row.channels)
        yield Staff(store, row.user_id, row.email, frozenset(row.permissions), tuple(row.groups), channels)


def groups_of(store: Store) -> list[str]:
    """Return the permission groups that staff were seen in."""
    rows = SeenStaff.across_stores.filter(store=store).values_list("groups", flat=True)
    return sorted({group for groups in rows for group in groups})


def forget_old(*, now: datetime) -> int:
    return SeenStaff.across_stores.filter(seen_at__lte=now - KEPT).delete()[0]
