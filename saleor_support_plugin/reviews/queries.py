"""Reads about reviews and whom to ask for them."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core import signing
from django.db.models import QuerySet

from ..people.addresses import is_email
from ..shop.models import Order, OrderLine
from ..stores.callers import Staff
from .models import Review, ReviewRequest, State
from .rules import OrderState

SALT = "review"
# Parcels that a person has: what was sent back or cancelled is not theirs to review.
THEIRS = ("FULFILLED",)
CANCELLED = ("CANCELED", "EXPIRED", "DRAFT")


def review_link(request: ReviewRequest) -> str:
    return f"{settings.PUBLIC_URL}/r/{signing.Signer(salt=SALT).sign_object(request.pk)}"


def request_of(token: str, now: datetime) -> ReviewRequest | None:
    """Return the request that a link's token stands for; None for one that is not ours, or too old."""
    try:
        pk = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    if not isinstance(pk, int):
        return None
    found = ReviewRequest.across_stores.select_related("store", "order")
    return found.filter(pk=pk, expires_at__gt=now, store__removed_at=None).first()


@dataclass(frozen=True, slots=True)
class Arrived:
    """What of an order arrived: its state for the rule, and the lines, in the order's order."""

    state: OrderState
    lines: list[OrderLine]


def arrived(order: Order) -> Arrived:
    parcels = order.fulfillments.filter(delivered_at__isnull=False, status__in=THEIRS).prefetch_related("lines")
    delivered = [parcel.delivered_at for parcel in parcels if parcel.delivered_at is not None]
    ids = {line.order_line_id for parcel in parcels for line in parcel.lines.all()}
    lines = [line for line in order.lines.all() if line.saleor_id in ids]
    state = OrderState(
        email=order.customer_email if is_email(order.customer_email) else "",
        is_cancelled=order.status in CANCELLED,
        is_refunded=order.total_refunded > 0 or "REFUNDED" in order.payment_status or "RETURNED" in order.status,
        arrived=len(lines),
        delivered_at=min(delivered, default=None),
    )
    return Arrived(state, lines)


def seen_by(staff: Staff) -> QuerySet[Review]:
    """Return the reviews that a member of staff may see, each with its order: those of channels they may see."""
    seen = staff.store.reviews.select_related("order")
    return seen if staff.channels is None else seen.filter(order__channel_slug__in=staff.channels)


def reviews(staff: Staff, *, state: State | None = None) -> QuerySet[Review]:
    """Return them with the newest first."""
    seen = seen_by(staff)
    if state is not None:
        seen = seen.filter(state=state)
    return seen.order_by("-created_at", "-id")
