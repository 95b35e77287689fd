"""What is known of the events that came in."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, Sum

from ..stores.models import Store
from .models import Event, State


def counts(stores: Iterable[Store] | None = None) -> dict[str, int]:
    """Return how many events were received, wait, are done, were ignored, are parked, and came again."""
    events = Event.across_stores.all() if stores is None else Event.across_stores.filter(store__in=list(stores))
    found = events.aggregate(
        received=Count("id"),
        waiting=Count("id", filter=Q(state=State.WAITING)),
        done=Count("id", filter=Q(state=State.DONE)),
        ignored=Count("id", filter=Q(state=State.IGNORED)),
        parked=Count("id", filter=Q(state=State.PARKED)),
        duplicates=Sum("duplicates"),
    )
    return {name: number or 0 for name, number in found.items()}


def parked(limit: int = 100) -> list[dict[str, Any]]:
    """Return the parked events, newest first: which store, which event, how often tried and what went wrong."""
    rows = Event.across_stores.filter(state=State.PARKED).select_related("store").order_by("-finished_at")[:limit]
    return [
        {
            "id": row.pk,
            "store": row.store.api_url,
            "event": row.event,
            "received_at": row.received_at,
            "attempts": row.attempts,
            "done_handlers": row.done_handlers,
            "error": row.error,
        }
        for row in rows
    ]
