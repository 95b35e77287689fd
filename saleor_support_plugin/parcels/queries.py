"""Reads about promises and parcels."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core import signing
from django.db.models import F, Prefetch, QuerySet

from ..hours.zones import zone_of_country
from ..shop.models import Fulfillment, Order
from ..stores.models import Store
from .models import FollowedParcel, FrozenPromise
from .rules import CANCELLED, FOLLOWING, NOT_SENT, SENT_BACK, SORRY_WITHIN, Progress, Source, State, Told, state_of

SALT = "arrived"
LINK_LASTS = timedelta(days=90)
# Orders older than this have no promise made for them any more: facts of today say nothing about that day.
FREEZE_WITHIN = timedelta(days=2)
# A parcel that nobody was told of for so long is not followed any more.
FOLLOW_WITHIN = timedelta(days=30)


def zone_of(order: Order) -> ZoneInfo:
    """Return the zone whose days a promise is about: where most people of the destination's country live."""
    return zone_of_country(order.shipping_country)


def unfrozen(store: Store, now: datetime) -> QuerySet[Order]:
    """Return the orders of the last days that have no promise yet, as after an outage."""
    recent = store.orders.filter(promise=None, created__gte=max(now - FREEZE_WITHIN, store.installed_at))
    return recent.exclude(status="DRAFT").prefetch_related("lines").order_by("created")


def unnoted(store: Store) -> QuerySet[FrozenPromise]:
    """Return the promises that Saleor's order does not hold yet."""
    return store.promises.filter(noted_at=None).select_related("order").order_by("pk")


# One order and its parcels


def told_of(parcel: Fulfillment) -> list[Told]:
    """Return what was told of a parcel; its events must be at hand."""
    zone = zone_of(parcel.order)
    return [
        Told(State(one.state), Source(one.source), one.at.astimezone(zone).date()) for one in parcel.parcel_events.all()
    ]


def state(parcel: Fulfillment) -> State:
    """Return where a parcel is; what was marked as delivered without an event is."""
    known = state_of(parcel.status, told_of(parcel))
    is_marked = parcel.delivered_at is not None and parcel.delivered_source != Source.ESTIMATE
    return State.DELIVERED if is_marked and known is not State.RETURNED else known


def with_parcels(promises: QuerySet[FrozenPromise]) -> QuerySet[FrozenPromise]:
    parcels = Fulfillment.across_stores.prefetch_related("parcel_events").select_related("order")
    return promises.select_related("order", "store").prefetch_related(
        "order__lines", Prefetch("order__fulfillments", parcels)
    )


def progress(promise: FrozenPromise, last: date, parcels: Sequence[Fulfillment]) -> Progress:
    """Return how far the order is that `promise` was made for; `parcels` are all of its fulfilments."""
    order = promise.order
    sent = [one for one in parcels if one.status not in NOT_SENT]
    states = [state(one) for one in sent]
    is_all_sent = is_all_sent_of(order) and bool(sent)
    heard = [{told.source for told in told_of(one)} for one in sent]
    by_estimate = any(Source.ESTIMATE in sources for sources in heard)
    return Progress(
        last=last,
        dispatch_last=promise.dispatch_last,
        handed_over_on=max(_left_on(one) for one in sent) if is_all_sent else None,
        state=min(states, key=list(State).index, default=State.UNKNOWN) if is_all_sent else State.UNKNOWN,
        is_followed=bool(heard) and all(sources.intersection(FOLLOWING) for sources in heard),
        arrived_on=promise.arrived_on,
        is_over=order.status in CANCELLED or any(one.status in SENT_BACK for one in parcels) or by_estimate,
    )


def is_all_sent_of(order: Order) -> bool:
    return all(line.quantity_fulfilled >= line.quantity for line in order.lines.all())


def _left_on(parcel: Fulfillment) -> date:
    """Return the day on which a parcel left: Saleor's word for it, by the destination's clock."""
    return parcel.created.astimezone(zone_of(parcel.order)).date()


def on_the_way(store: Store, now: datetime) -> QuerySet[FrozenPromise]:
    """Return the promises that are not kept yet, and whose last day is near or lately past."""
    today = now.date()
    near = store.promises.filter(
        arrived_on=None,
        apologised_at=None,
        last__gte=today - SORRY_WITHIN - timedelta(days=2),
        last__lte=today + timedelta(days=2),
    )
    return with_parcels(near.exclude(order__status__in=CANCELLED)).order_by("pk")


def unheard(store: Store, now: datetime) -> QuerySet[FrozenPromise]:
    """Return the promises whose last day is over and of which nobody said what became of them."""
    today = now.date()
    over = store.promises.filter(
        arrived_on=None, last__lt=today, last__gte=today - FOLLOW_WITHIN, order__fulfillments__delivered_at=None
    )
    return with_parcels(over.exclude(order__status__in=CANCELLED).distinct()).order_by("pk")


# Links


def arrived_link(order: Order) -> str:
    return f"{settings.PUBLIC_URL}/a/{signing.dumps(order.pk, salt=SALT, compress=False)}"


def order_of(token: str) -> Order | None:
    """Return the order whose buyer says that it arrived; None for a token that is not ours, or too old."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except (signing.BadSignature, ValueError):
        return None
    if not isinstance(pk, int):
        return None
    orders = Order.across_stores.select_related("store").filter(pk=pk, store__removed_at=None)
    return orders.exclude(status__in=CANCELLED).first()


def parcels_of(order: Order) -> list[Fulfillment]:
    """Return an order's parcels that left and were not sent back."""
    found = order.fulfillments.exclude(status__in=(*NOT_SENT, *SENT_BACK))
    return list(found.select_related("order").prefetch_related("parcel_events"))


def has_arrived(order: Order) -> bool:
    """Say whether somebody said of every parcel that left that it is there."""
    parcels = parcels_of(order)
    return bool(parcels) and all(state(one) is State.DELIVERED for one in parcels)


# Parcels by what files and carriers call them


def parcels_by_number(store: Store, number: str) -> list[Fulfillment]:
    """Return the store's parcels with a tracking number, the newest first; carriers use a number again after a year."""
    found = Fulfillment.across_stores.filter(order__store=store, tracking_number__iexact=number)
    return list(found.exclude(status__in=NOT_SENT).select_related("order").order_by("-created")[:5])


def parcels_by_order(store: Store, number: str) -> list[Fulfillment]:
    found = Fulfillment.across_stores.filter(order__store=store, order__number=number)
    return list(found.exclude(status__in=NOT_SENT).select_related("order").order_by("number"))


def to_follow(store: Store, now: datetime) -> list[Fulfillment]:
    """Return the parcels of the last weeks that a tracking service was not told of, under the number they have now."""
    parcels = Fulfillment.across_stores.filter(
        order__store=store, delivered_at=None, created__gte=now - FOLLOW_WITHIN
    ).exclude(tracking_number="")
    fresh = parcels.exclude(status__in=(*NOT_SENT, *SENT_BACK)).exclude(followed__number=F("tracking_number"))
    return [one for one in fresh.select_related("order").order_by("created")[:500] if "/" not in one.tracking_number]


def to_ask_for(store: Store, now: datetime) -> list[FollowedParcel]:
    due = FollowedParcel.across_stores.filter(fulfillment__order__store=store, ask_at__lte=now)
    return list(due.select_related("fulfillment__order__store").order_by("ask_at")[:500])
