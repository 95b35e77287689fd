"""Reads about reviews and whom to ask for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet

from ..outbox.models import State as MessageState
from ..parcels.models import FrozenPromise
from ..parcels.queries import zone_of
from ..parcels.rules import Source
from ..people.addresses import address_hash, is_email
from ..people.models import Suppressing
from ..shop.models import Fulfillment, Order, OrderLine, Variant
from ..stores.callers import Shopper
from ..stores.models import Store
from ..tickets.models import State as TicketState
from . import steering
from .models import Review, ReviewPhoto, ReviewRequest
from .rules import Asked, Fork, OrderState, may_be_asked
from .steering import Known

# Parcels that a person has: what was sent back or cancelled is not theirs to review.
THEIRS = ("FULFILLED",)
CANCELLED = ("CANCELED", "EXPIRED", "DRAFT")


@dataclass(frozen=True, slots=True)
class Arrived:
    """What of an order arrived: its state for the rule, who said so, and the lines, in the order's order."""

    state: OrderState
    source: str
    lines: list[OrderLine]


def arrived(order: Order) -> Arrived:
    """Return what arrived, by somebody's word; where nobody said a word, what should have by now."""
    parcels = list(order.fulfillments.filter(status__in=THEIRS).prefetch_related("lines"))
    told = [one for one in parcels if one.delivered_at is not None and one.delivered_source != Source.ESTIMATE]
    there = told or [one for one in parcels if one.delivered_at is not None] or parcels
    ids = {line.order_line_id for parcel in there for line in parcel.lines.all()}
    lines = [line for line in order.lines.all() if line.saleor_id in ids]
    words = [(one.delivered_at, one.delivered_source) for one in told if one.delivered_at is not None]
    delivered_at, source = min(words, default=(None, Source.ESTIMATE.value))
    state = OrderState(
        email=order.customer_email if is_email(order.customer_email) else "",
        is_erased=_is_erased(order),
        is_cancelled=order.status in CANCELLED,
        is_refunded=order.total_refunded > 0 or "REFUNDED" in order.payment_status or "RETURNED" in order.status,
        has_open_ticket=order.tickets.exclude(state=TicketState.CLOSED).exists(),
        arrived=len(lines),
        delivered_at=delivered_at,
        estimated_at=None if told else _estimated_at(order, there),
    )
    return Arrived(state, source, lines)


def _is_erased(order: Order) -> bool:
    if not is_email(order.customer_email):
        return False
    known = order.store.suppressions.filter(medium="email", reason=Suppressing.ERASED)
    return known.filter(value_hash=address_hash(order.customer_email)).exists()


def _estimated_at(order: Order, parcels: list[Fulfillment]) -> datetime | None:
    """Return when the parcels should have arrived: by others of their route, else after the promise's last day."""
    by_others = [one.delivered_at for one in parcels if one.delivered_at is not None]
    if by_others or not parcels:
        return min(by_others, default=None)
    promise = FrozenPromise.across_stores.filter(order=order, last__isnull=False).first()
    if promise is None or promise.last is None:
        return None
    return datetime.combine(promise.last + timedelta(days=1), time(), zone_of(order))


def asked(request: ReviewRequest, occasion: str) -> Asked:
    """Return what became of a request that was written as this occasion's message."""
    message = request.store.messages.filter(dedupe_key=occasion).first()
    return Asked(
        is_waiting=message is not None and message.state in (MessageState.WAITING, MessageState.SENDING),
        sent_at=message.sent_at if message else None,
        has_answered=request.answered_at is not None or request.order.reviews.exists(),
        has_problem=request.fork == Fork.PROBLEM,
    )


def products_of(store: Store, lines: Iterable[OrderLine]) -> dict[str, Variant]:
    """Return the variants of lines, by their ids."""
    ids = {line.variant_id for line in lines if line.variant_id}
    return {one.saleor_id: one for one in store.variants.filter(saleor_id__in=ids)}


def steered(store: Store, lines: Sequence[OrderLine], *, now: datetime) -> list[OrderLine]:
    """Return the lines, those first of whose products others know least."""
    if len(lines) < 2:
        return list(lines)
    variants = products_of(store, lines)
    pairs = [(line, variants[line.variant_id].product_id if line.variant_id in variants else "") for line in lines]
    summaries = store.review_summaries.filter(product_id__in={product for _, product in pairs if product})
    known = {one.product_id: Known(one.count, one.newest_at) for one in summaries}
    return steering.steered(pairs, known, now=now)


# What is in a request's form


def photos_of(request: ReviewRequest, line: str, review: Review | None) -> QuerySet[ReviewPhoto]:
    """Return the photos of a line: those not sent yet, and those of its review."""
    mine = Q(request=request, order_line_id=line)
    if review is not None:
        mine |= Q(review=review)
    return request.store.review_photos.filter(mine).select_related("file").order_by("position", "pk")


def photos_in_draft(request: ReviewRequest) -> dict[str, tuple[str, ...]]:
    """Return the files of what is not sent yet, by the order line they belong to."""
    found: dict[str, tuple[str, ...]] = {}
    rows = request.photos.order_by("position", "pk").values_list("order_line_id", "file__token")
    for line, token in rows:
        found[line] = (*found.get(line, ()), token)
    return found


def reviews_of(request: ReviewRequest) -> QuerySet[Review]:
    """Return what was written about a request's order, the first first."""
    return Review.across_stores.filter(order=request.order_id).exclude(order_line_id="").order_by("pk")


def request_of_shopper(shopper: Shopper, order_id: str, *, now: datetime) -> ReviewRequest | None:
    """Return the request of an order that is a shopper's own, while there is something to review in it.

    Theirs is what their account ordered, or what was ordered with the address that Saleor vouches for.
    """
    whose = Q(order__customer_id=shopper.key.removeprefix("user:")) if shopper.key.startswith("user:") else Q()
    if shopper.email:
        whose |= Q(order__customer_email__iexact=shopper.email)
    if not whose or "\0" in order_id:
        return None
    open_ones = shopper.store.review_requests.filter(whose, expires_at__gt=now, answered_at=None)
    request = open_ones.exclude(fork=Fork.PROBLEM).filter(order__saleor_id=order_id).select_related("order").first()
    return request if request is not None and may_be_asked(arrived(request.order).state) else None
