"""Reading checkouts out of Saleor after an outage. Its filter knows days only, so a day is read whole."""

from datetime import datetime

from django.utils import timezone

from ..stores.clients import client_of
from ..stores.models import Store
from . import actions


def read_changed_checkouts(store: Store, since: datetime) -> int:
    """Take over every checkout that changed since that day; return how many were news."""
    asked_at = timezone.now()
    changed = client_of(store).changed_checkouts(since.date())
    return sum(
        actions.remember_checkout(store=store, checkout=one, issued_at=asked_at, was_read=True) for one in changed
    )
