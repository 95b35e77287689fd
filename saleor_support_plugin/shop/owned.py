"""What somebody owns, as far as their orders tell."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet, Sum

from .models import Order, OrderLine

MOST_SHOWN = 8
# Of these nothing was kept, or nothing was sold.
NOT_KEPT = ("CANCELED", "EXPIRED", "DRAFT", "UNCONFIRMED", "RETURNED")


@dataclass(frozen=True, slots=True)
class Owned:
    """A product in one size, colour or the like: so many pieces in so many orders, the last of them then."""

    product_name: str
    variant_name: str
    pieces: int
    times: int
    last_at: datetime


def owned(orders: QuerySet[Order]) -> list[Owned]:
    """Return what was bought in these orders, the newest first."""
    kept = orders.order_by().prefetch_related(None).exclude(status__in=NOT_KEPT)
    lines = OrderLine.across_stores.filter(order__in=kept.values("pk"))
    by_variant = lines.order_by().values("variant_id", "product_name", "variant_name")
    counted = by_variant.annotate(
        pieces=Sum("quantity"), times=Count("order", distinct=True), last_at=Max("order__created")
    )
    newest = counted.order_by("-last_at", "product_name", "variant_name")[:MOST_SHOWN]
    told = newest.values_list("product_name", "variant_name", "pieces", "times", "last_at")
    return [Owned(*one) for one in told]
