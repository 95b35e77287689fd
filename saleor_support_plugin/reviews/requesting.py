"""The only writes to requests for reviews up to their mail: whom to ask, when, and why not."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from ..logs import store_id
from ..outbox import actions as outbox
from ..outbox.models import State as MessageState
from ..parcels.rules import Source
from ..people.actions import person_at
from ..shop.models import Fulfillment
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from . import asking, queries, rules
from .models import ReviewRequest

log = logging.getLogger(__name__)

AFTER_FAILURE = timedelta(hours=1)


def notice_deliveries(*, now: datetime, most: int = 500) -> int:
    """Open a request for each order whose first parcel was marked as delivered; return how many are new.

    It is looked at at once: only then are the store's settings read, and they say how long to wait.
    """
    marked = Fulfillment.across_stores.filter(delivered_at__lte=now, delivered_at__gte=now - rules.NOTICE_WITHIN)
    unknown = marked.filter(order__review_request=None).order_by("order_id")
    orders = unknown.values_list("order__store_id", "order_id").distinct()[:most]
    fresh = [ReviewRequest(store_id=store, order_id=order, next_check_at=now) for store, order in orders]
    ReviewRequest.across_stores.bulk_create(fresh, ignore_conflicts=True)
    told = marked.exclude(delivered_source=Source.ESTIMATE).filter(
        order__review_request__asked_at=None, order__review_request__delivery_source=Source.ESTIMATE
    )
    # Somebody said so before we asked by an estimate: from now on it goes by their word.
    guessed = ReviewRequest.across_stores.filter(order__in=told.values("order"))
    guessed.update(next_check_at=now, delivery_source="", silence="")
    return len(fresh)


def notice_estimates(store: Store, now: datetime) -> dict[str, int]:
    """Open a request for each order that should have arrived by now, and of which nobody said a word."""
    today = now.date()
    over = store.promises.filter(
        arrived_on=None,
        last__lt=today,
        last__gte=today - rules.NOTICE_WITHIN,
        order__review_request=None,
        order__fulfillments__status__in=queries.THEIRS,
    )
    orders = over.values_list("order_id", flat=True).distinct()
    fresh = [ReviewRequest(store=store, order_id=order, next_check_at=now) for order in orders]
    ReviewRequest.across_stores.bulk_create(fresh, ignore_conflicts=True, batch_size=500)
    return {"estimated": len(fresh)}


def ask_due(*, now: datetime, most: int = 500) -> int:
    """Look at the requests whose time has come; return how many were looked at."""
    for done in range(most):
        if not ask_next(now=now):
            return done
    return most


@transaction.atomic
def ask_next(*, now: datetime) -> bool:
    """Decide about the request that has waited longest, in one transaction; False where none waits."""
    due = ReviewRequest.across_stores.select_for_update(skip_locked=True, of=("self",))
    waiting = due.filter(next_check_at__lte=now, store__removed_at=None, store__is_active=True).select_related(
        "store", "order__store"
    )
    request = waiting.order_by("next_check_at").first()
    if request is None:
        return False
    token = store_id.set(request.store_id)
    try:
        with transaction.atomic():
            ask(request=request, now=now)
    except Exception:  # one order's trouble must not stop the others
        log.exception("a review request could not be looked at")
        ReviewRequest.across_stores.filter(pk=request.pk).update(next_check_at=now + AFTER_FAILURE)
    finally:
        store_id.reset(token)
    return True


def ask(*, request: ReviewRequest, now: datetime) -> rules.Ask | rules.Wait | rules.GiveUp:
    """Write to the customer, or once more, wait, or give it up, as the rule says, and remember which."""
    settings = configuration(request.store, request.order.channel_slug)
    found = queries.arrived(request.order)
    decision = asking.decide(request, found, settings, now)
    request.next_check_at = decision.until if isinstance(decision, rules.Wait) else None
    request.silence = decision.reason.value if isinstance(decision, rules.GiveUp) else ""
    if request.asked_at is None:
        request.delivery_source = found.source
    if isinstance(decision, rules.Ask):
        _write(request, found, settings, now)
    request.save(update_fields=["next_check_at", "silence", "delivery_source", "asked_at", "reminded_at", "expires_at"])
    return decision


def _write(request: ReviewRequest, found: queries.Arrived, settings: Configuration, now: datetime) -> None:
    """Have the mail go out, and remember why it will not."""
    order, is_reminder = request.order, request.asked_at is not None
    person = person_at(
        store=request.store,
        email=order.customer_email,
        language=order.language_code,
        country=order.shipping_country,
        now=now,
    )
    sent = outbox.send(
        store=request.store,
        person=person,
        kind=asking.KIND,
        purpose="service",
        to=order.customer_email,
        words=asking.words(request, found, settings, now),
        dedupe_key=asking.occasion(request, is_reminder=is_reminder),
        channel=order.channel_slug,
        about=order.saleor_id,
        now=now,
    )
    is_withheld = sent.message.state == MessageState.WITHHELD
    request.silence = sent.message.silence if is_withheld else ""
    if is_reminder:
        request.reminded_at = now
        return
    request.asked_at, request.expires_at = now, now + rules.LINK_LASTS
    if not is_withheld:
        request.next_check_at = now + rules.REMIND_AFTER
