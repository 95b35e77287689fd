"""The only writes to promises of orders and to what is told of their parcels."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..announcements import actions as announcements
from ..delivery import actions as delivery
from ..delivery.promises import said_in
from ..delivery.queries import of_lines
from ..delivery.rules import Window
from ..shop.models import Fulfillment, Order
from ..stores.actions import make_due
from ..stores.models import Store
from . import queries, rules
from .freezing import NO_METHOD, PICKED_UP, VERSION, Frozen, frozen
from .models import FollowedParcel, FrozenPromise, ParcelEvent, TrackingAccount
from .rules import NOT_SENT, Source, State

# The chore that writes promises into Saleor's orders, and makes those that an outage kept from us.
PROMISES = "promises"
# The chore that follows parcels at a tracking service.
TRACKING = "tracking"
# base64 of "Warehouse:": the delivery method of an order that is picked up.
WAREHOUSE_ID = "V2FyZWhvdXNlO"


@transaction.atomic
def freeze(*, order: Order, now: datetime) -> FrozenPromise | None:
    """Keep what is promised for an order, once; None where it is kept already, or nothing is promised for drafts."""
    if order.status == "DRAFT" or FrozenPromise.across_stores.filter(order=order).exists():
        return None
    made = _made_for(order)
    page = _page_window(order)
    promise, is_new = FrozenPromise.across_stores.get_or_create(
        order=order,
        defaults={
            "store_id": order.store_id,
            "method_id": order.delivery_method_id,
            "first": made.window.first if made.window else None,
            "last": made.window.last if made.window else None,
            "reason": made.reason,
            "dispatch_last": made.dispatch_last,
            "steps": list(made.steps),
            "ladder": [day.isoformat() for day in made.ladder],
            "page_first": page.first if page else None,
            "page_last": page.last if page else None,
            "version": VERSION,
            "made_at": now,
        },
    )
    if is_new:
        make_due(store=order.store, names=[PROMISES], at=now)
    return promise if is_new else None


def _made_for(order: Order) -> Frozen:
    if order.delivery_method_id.startswith(WAREHOUSE_ID):
        return Frozen(reason=PICKED_UP)
    if not order.delivery_method_id:
        return Frozen(reason=NO_METHOD)
    # Without the order's worth: it was let choose the method, whatever the method asks for by now.
    question = of_lines(
        order.store,
        channel=order.channel_slug,
        lines=[(line.variant_id, line.quantity) for line in order.lines.all()],
        country=order.shipping_country,
        postal_code=order.shipping_postal_code,
        now=order.created,
    )
    return frozen(question, order.delivery_method_id)


def _page_window(order: Order) -> Window | None:
    """Return what a product page had promised for the order's method, where it was about something in the order."""
    said = said_in(order.page_promise, store=order.store)
    if said is None or said.variant_id not in {line.variant_id for line in order.lines.all()}:
        return None
    return next((Window(first, last) for id, first, last in said.windows if id == order.delivery_method_id), None)


def note(*, promise: FrozenPromise, now: datetime) -> None:
    """Keep that the order in Saleor holds its promise now."""
    FrozenPromise.across_stores.filter(pk=promise.pk).update(noted_at=now)


@dataclass(frozen=True, slots=True)
class News:
    """The parcel is there now, as far as we know."""

    event: ParcelEvent


@dataclass(frozen=True, slots=True)
class Already:
    """It is known to be there, or further; nothing changed."""


@dataclass(frozen=True, slots=True)
class NoParcel:
    """The fulfilment was cancelled, or never left."""


@transaction.atomic
def hear(
    *,
    store: Store,
    fulfillment: Fulfillment,
    state: State,
    source: Source,
    at: datetime,
    now: datetime,
    detail: str = "",
) -> News | Already | NoParcel:
    """Take over what somebody said of a parcel, unless it is known to be there already. What lies ahead is now."""
    parcel = _locked(store, fulfillment)
    if parcel is None or parcel.status in NOT_SENT:
        return NoParcel()
    if not rules.is_news(queries.state(parcel), state):
        return Already()
    event, is_new = ParcelEvent.across_stores.get_or_create(
        fulfillment=parcel,
        state=state,
        source=source,
        defaults={"at": min(at, now), "told_at": now, "detail": detail[:300]},
    )
    if not is_new:
        return Already()
    if state is State.DELIVERED:
        _deliver(parcel, event, now)
    return News(event)


def _locked(store: Store, fulfillment: Fulfillment) -> Fulfillment | None:
    rows = Fulfillment.across_stores.select_for_update(of=("self",)).filter(pk=fulfillment.pk, order__store=store)
    return rows.select_related("order__store").prefetch_related("parcel_events").first()


def _deliver(parcel: Fulfillment, event: ParcelEvent, now: datetime) -> None:
    delivery.mark_delivered(store=parcel.order.store, fulfillment=parcel, at=event.at, source=event.source)
    promise = settle(order=parcel.order)
    order = parcel.order
    announcements.announce(
        store=order.store,
        kind="parcel.delivered",
        # An estimate and the real word after it are two things to hear.
        occasion=f"{parcel.saleor_id} {'estimated' if event.source == Source.ESTIMATE else 'told'}",
        data={
            "orderId": order.saleor_id,
            "orderNumber": order.number,
            "channel": order.channel_slug,
            "fulfillmentId": parcel.saleor_id,
            "deliveredAt": event.at.isoformat(),
            "source": Source(event.source).name,
            "promise": _said_of(promise),
        },
        now=now,
    )


def _said_of(promise: FrozenPromise | None) -> dict[str, object] | None:
    """Return the promise for who hears the announcement; `kept` is null while a part of the order is on its way."""
    if promise is None or promise.first is None or promise.last is None:
        return None
    kept = None if promise.arrived_on is None else promise.arrived_on <= promise.last
    return {"first": promise.first.isoformat(), "last": promise.last.isoformat(), "kept": kept}


def settle(*, order: Order) -> FrozenPromise | None:
    """Keep on which day the whole order arrived, once every parcel did by somebody's word; return its promise."""
    promise = FrozenPromise.across_stores.filter(order=order).first()
    parcels = queries.parcels_of(order)
    said = [
        (one.delivered_at, one.warehouse_id)
        for one in parcels
        if one.delivered_at is not None and one.delivered_source != Source.ESTIMATE
    ]
    if promise is None or not said or len(said) < len(parcels) or not queries.is_all_sent_of(order):
        return promise
    at, warehouse_id = max(said)
    promise.arrived_on, promise.arrived_from = at.astimezone(queries.zone_of(order)).date(), warehouse_id
    promise.save(update_fields=["arrived_on", "arrived_from"])
    return promise


def hear_of_order(*, order: Order, source: Source, at: datetime, now: datetime, detail: str = "") -> int:
    """Take over that all parcels of an order arrived; return for how many that was news."""
    heard = [
        hear(
            store=order.store,
            fulfillment=parcel,
            state=State.DELIVERED,
            source=source,
            at=at,
            now=now,
            detail=detail,
        )
        for parcel in queries.parcels_of(order)
    ]
    return sum(isinstance(one, News) for one in heard)


# Tracking services


def note_followed(*, parcel: Fulfillment, service_id: str, ask_at: datetime | None) -> None:
    """Keep that a service was told of a parcel; without an id, that it refused its number."""
    FollowedParcel.across_stores.update_or_create(
        fulfillment=parcel,
        defaults={"number": parcel.tracking_number, "service_id": service_id, "ask_at": ask_at},
    )


def note_asked(*, followed: FollowedParcel, ask_at: datetime | None) -> None:
    FollowedParcel.across_stores.filter(pk=followed.pk).update(ask_at=ask_at)


def open_account(*, store: Store, provider: str, api_key: str, webhook_secret: str, now: datetime) -> TrackingAccount:
    """Follow the store's parcels by this account from now on; the address at which it calls stays."""
    account, _ = TrackingAccount.across_stores.update_or_create(
        store=store,
        defaults={
            "provider": provider,
            "api_key": api_key,
            "webhook_secret": webhook_secret,
            "updated_at": now,
        },
        create_defaults={
            "provider": provider,
            "api_key": api_key,
            "webhook_secret": webhook_secret,
            "updated_at": now,
            "events_secret": secrets.token_urlsafe(32),
        },
    )
    make_due(store=store, names=[TRACKING], at=now)
    return account


def follow_soon(*, store: Store, now: datetime) -> None:
    """Have a store's new parcels told to its tracking service within seconds."""
    if TrackingAccount.across_stores.filter(store=store).exists():
        make_due(store=store, names=[TRACKING], at=now)


def close_account(*, store: Store) -> None:
    TrackingAccount.across_stores.filter(store=store).delete()
