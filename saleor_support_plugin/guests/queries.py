"""Reads for somebody who sees an order without an account."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, OuterRef, Subquery

from ..conversations.models import Author, Conversation, ConversationMessage
from ..parcels import queries as parcels
from ..parcels.carriers import following
from ..parcels.rules import NOT_SENT, State
from ..parcels.scores import standing_of
from ..shop.models import Order, OrderLine
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from ..tickets.models import Ticket
from . import rules


@dataclass(frozen=True, slots=True)
class Parcel:
    state: State
    tracking_number: str
    tracking_url: str
    left_on: date


@dataclass(frozen=True, slots=True)
class Matter:
    """A ticket; `answered_by` is the address of the member of staff who spoke last, empty where nobody did."""

    ticket: Ticket
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an order's page shows."""

    order: Order
    settings: Configuration
    lines: list[OrderLine]
    parcels: list[Parcel]
    # What was promised, both inclusive; None where no date was, or where nothing is left to promise.
    first: date | None
    last: date | None
    arrived_on: date | None
    matters: list[Matter]


def named(store: Store, asked: rules.Asked) -> int | None:
    """Return the number of the order's row that somebody names rightly, by its number and its e-mail."""
    rows = store.orders.filter(number=asked.number, customer_email__iexact=asked.email)
    return rows.exclude(status="DRAFT").values_list("pk", flat=True).first()


def sheet(order: Order, *, now: datetime) -> Sheet | None:
    """Return what the page shows; None for an order whose time is over."""
    settings = configuration(order.store, order.channel_slug)
    delivered_at = order.fulfillments.aggregate(last=Max("delivered_at"))["last"]
    days = settings.order_page_days
    if not rules.is_shown(days=days, ordered_at=order.created, delivered_at=delivered_at, now=now):
        return None
    promise = parcels.with_parcels(order.store.promises.filter(order=order)).first()
    is_open = promise is not None and standing_of(promise, now) is not None
    return Sheet(
        order=order,
        settings=settings,
        lines=list(order.lines.all()),
        parcels=_parcels(order),
        first=promise.first if promise and is_open else None,
        last=promise.last if promise and is_open else None,
        arrived_on=promise.arrived_on if promise else None,
        matters=matters(order),
    )


def _parcels(order: Order) -> list[Parcel]:
    sent = order.fulfillments.exclude(status__in=NOT_SENT).select_related("order").prefetch_related("parcel_events")
    zone = parcels.zone_of(order)
    return [
        Parcel(
            state=parcels.state(one),
            tracking_number="" if "://" in one.tracking_number else one.tracking_number,
            tracking_url=following(one.tracking_number, order.delivery_method_name).page,
            left_on=one.created.astimezone(zone).date(),
        )
        for one in sent
    ]


def matters(order: Order) -> list[Matter]:
    """Return what its buyer has to do with the shop about an order, the newest first."""
    mine = Conversation.across_stores.filter(store=order.store_id, email__iexact=order.customer_email)
    said = ConversationMessage.across_stores.filter(conversation=OuterRef("conversation"), author=Author.STAFF)
    last = said.order_by("-seq")
    rows = order.tickets.filter(conversation__in=mine).annotate(
        answered_by=Subquery(last.values("author_name")[:1]), answered_at=Subquery(last.values("at")[:1])
    )
    return [Matter(one, one.answered_by or "", one.answered_at) for one in rows.order_by("-updated_at", "-pk")[:20]]
