"""Saying sorry before somebody has to ask: the words of the mail, and whether it is still right to send it."""

from datetime import datetime

from ..delivery.given import merchant_rules
from ..mails.links import order_ways, preferences_link
from ..mails.rendering import Words, calendar_day
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox import actions as outbox
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..people.actions import person_at
from ..people.addresses import is_email
from ..stores.models import Store
from ..stores.queries import configuration
from . import queries, scores
from .models import FrozenPromise
from .rules import CANCELLED, Standing, is_owed_an_apology

KIND = "delivery_late"


def apologise_due(store: Store, now: datetime) -> dict[str, int]:
    """Write to the shoppers whose parcels are late, or will be; return how many were looked at and written to."""
    looked, written = 0, 0
    rules = merchant_rules(store)
    for promise in queries.on_the_way(store, now).iterator(chunk_size=500):
        looked += 1
        if rules.channel(promise.order.channel_slug).apologise and _is_owed(promise, now):
            written += apologise(promise=promise, now=now)
    return {"looked": looked, "written": written}


def _is_owed(promise: FrozenPromise, now: datetime) -> bool:
    if promise.last is None:
        return False
    today = now.astimezone(queries.zone_of(promise.order)).date()
    return is_owed_an_apology(queries.progress(promise, promise.last, list(promise.order.fulfillments.all())), today)


def apologise(*, promise: FrozenPromise, now: datetime) -> bool:
    """Have the apology go out, once for an order, ever; say whether there is somebody to write to."""
    order = promise.order
    if not is_email(order.customer_email):
        return False
    person = person_at(
        store=order.store,
        email=order.customer_email,
        language=order.language_code,
        country=order.shipping_country,
        now=now,
    )
    sent = outbox.send(
        store=order.store,
        person=person,
        kind=KIND,
        purpose="service",
        to=order.customer_email,
        words=words(promise, is_late=scores.standing_of(promise, now) is Standing.LATE),
        dedupe_key=f"{KIND}:{order.saleor_id}",
        channel=order.channel_slug,
        about=order.saleor_id,
        now=now,
    )
    FrozenPromise.across_stores.filter(pk=promise.pk).update(apologised_at=now)
    return isinstance(sent, outbox.Waiting)


def words(promise: FrozenPromise, *, is_late: bool) -> Words:
    """Return the mail that apologises first, in the order's language."""
    order = promise.order
    language = language_of(order.language_code)
    assert promise.last is not None  # noqa: S101  nobody is late for no date
    return write(
        KIND,
        store=order.store,
        channel=order.channel_slug,
        language=language,
        settings=configuration(order.store, order.channel_slug),
        name=order.customer_name,
        values={"number": order.number, "promised": calendar_day(promise.last, language), "late": is_late},
        # Only what has left can have arrived.
        link=queries.arrived_link(order) if queries.parcels_of(order) else "",
        help=order_ways(order, to=order.customer_email, language=language),
        unsubscribe=unsubscribe_link(store=order.store, address=order.customer_email, purpose="service"),
        preferences=preferences_link(store=order.store, email=order.customer_email),
    )


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the order once more: it may have arrived or been cancelled while the message waited for the morning."""
    promises = FrozenPromise.across_stores.filter(store=message.store_id, order__saleor_id=message.about)
    promise = queries.with_parcels(promises).first()
    if promise is None:
        return No("the order is gone")
    if promise.order.status in CANCELLED:
        return No("the order was cancelled")
    if scores.standing_of(promise, now) not in (Standing.AT_RISK, Standing.LATE):
        return No("it is not late any more")
    return Yes()
