"""How a product's reviews go: what everybody may read of it, lately beside before, and what last went wrong."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Avg, Count, Q

from ..stores.models import Store
from .models import Review, ReviewSummary, State

LATELY = timedelta(days=90)
BAD, MOST_BAD = 2, 3


@dataclass(frozen=True, slots=True)
class Trend:
    """Means are of stars, None where there were no reviews. `lately` is within the last ninety days."""

    count: int
    average: float | None
    lately: int
    average_lately: float | None
    average_before: float | None
    last_bad: list[Review]


def trend(store: Store, product_id: str, *, now: datetime) -> Trend:
    summary = ReviewSummary.across_stores.filter(store=store, product_id=product_id).first()
    if summary is None or not summary.count:
        return Trend(0, None, 0, None, None, [])
    published = store.reviews.filter(product_id=product_id, state=State.PUBLISHED)
    late = Q(created_at__gt=now - LATELY)
    means = published.aggregate(
        many=Count("pk", filter=late), lately=Avg("stars", filter=late), before=Avg("stars", filter=~late)
    )
    bad = published.filter(stars__lte=BAD).order_by("-created_at", "-pk")[:MOST_BAD]
    average = summary.total / summary.count
    return Trend(summary.count, average, means["many"], means["lately"], means["before"], list(bad))
