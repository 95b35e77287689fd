"""Reads of who is told, and what they were told."""

from datetime import datetime

from django.db.models import QuerySet

from ..stores.callers import Staff
from ..stores.models import Store
from .models import Announcement, Endpoint


def endpoints(staff: Staff) -> list[Endpoint]:
    return list(staff.store.endpoints.order_by("created_at", "id"))


def is_anybody_told(store: Store) -> bool:
    return store.endpoints.filter(disabled_at=None).exists()


def endpoint(staff: Staff, pk: int | None) -> Endpoint | None:
    return None if pk is None else staff.store.endpoints.filter(pk=pk).first()


def announcements(staff: Staff, *, endpoint: int | None = None) -> QuerySet[Announcement]:
    """Return what was announced, the newest first, each with its endpoint."""
    found = staff.store.announcements.select_related("endpoint").order_by("-created_at", "-id")
    return found if endpoint is None else found.filter(endpoint=endpoint)


def secrets_of(endpoint: Endpoint, now: datetime) -> list[str]:
    """Return the secrets that sign now, the newest first."""
    is_old_in_use = endpoint.old_secret and endpoint.old_secret_until and now < endpoint.old_secret_until
    return [endpoint.secret, endpoint.old_secret] if is_old_in_use else [endpoint.secret]
