"""The only writes to reviews and the requests for them."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Min

from ..logs import store_id
from ..mails.text import language_of
from ..outbox import actions as outbox
from ..outbox.models import State as MessageState
from ..people.actions import person_at
from ..shop.models import Fulfillment
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import asking, queries, rules
from .models import RejectReason, Review, ReviewRequest, State
from .rules import Answer

log = logging.getLogger(__name__)

AFTER_FAILURE = timedelta(hours=1)


def notice_deliveries(*, now: datetime, most: int = 500) -> int:
    """Open a request for each order whose first parcel was marked as delivered; return how many are new.

    It is looked at at once: only then are the store's settings read, and they say how long to wait.
    """
    marked = Fulfillment.across_stores.filter(
        delivered_at__lte=now, delivered_at__gte=now - rules.NOTICE_WITHIN, order__review_request=None
    )
    orders = marked.values_list("order__store_id", "order_id").annotate(Min("delivered_at")).order_by("order_id")[:most]
    fresh = [ReviewRequest(store_id=store, order_id=order, next_check_at=now) for store, order, _ in orders]
    ReviewRequest.across_stores.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


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
        "store", "order"
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
    """Write to the customer, wait, or give it up, as the rule says, and remember which."""
    settings = configuration(request.store, request.order.channel_slug)
    found = queries.arrived(request.order)
    decision = asking.decide(found, settings, now)
    request.next_check_at = decision.until if isinstance(decision, rules.Wait) else None
    request.silence = decision.reason.value if isinstance(decision, rules.GiveUp) else ""
    if isinstance(decision, rules.Ask):
        request.asked_at, request.expires_at = now, now + rules.LINK_LASTS
        request.silence = _write(request, found, settings, now)
    request.save(update_fields=["next_check_at", "silence", "asked_at", "expires_at"])
    return decision


def _write(request: ReviewRequest, found: queries.Arrived, settings: Configuration, now: datetime) -> str:
    """Have the request go out; return why it will not, or nothing."""
    order = request.order
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
        words=asking.words(request, found, settings),
        dedupe_key=f"{asking.KIND}:{order.saleor_id}",
        channel=order.channel_slug,
        about=order.saleor_id,
        now=now,
    )
    return sent.message.silence if sent.message.state == MessageState.WITHHELD else ""


@dataclass(frozen=True, slots=True)
class Kept:
    reviews: list[Review]


@dataclass(frozen=True, slots=True)
class Already:
    """The link was used; what was said then stands."""


@transaction.atomic
def answer(*, request: ReviewRequest, given: Answer, now: datetime) -> Kept | Already:
    """Keep what a person said about their order, once."""
    mine = ReviewRequest.across_stores.filter(pk=request.pk, answered_at=None)
    if mine.update(answered_at=now) != 1:
        return Already()
    variants = dict(request.order.lines.values_list("saleor_id", "variant_id"))
    products = dict(
        request.store.variants.filter(saleor_id__in=variants.values()).values_list("saleor_id", "product_id")
    )
    reviews = [
        Review(
            store=request.store,
            order=request.order,
            order_line_id=opinion.line,
            product_id=products.get(variants.get(opinion.line, ""), ""),
            language=language_of(request.order.language_code),
            stars=opinion.stars,
            title=opinion.title,
            text=opinion.text,
            author_name=given.author,
            created_at=now,
        )
        for opinion in given.opinions
    ]
    return Kept(Review.across_stores.bulk_create(reviews, ignore_conflicts=True))


class NoReview(Exception):
    """There is none that this member of staff may see."""

    code = "NOT_FOUND"


def publish(*, staff: Staff, review_id: int | None, now: datetime) -> Review:
    """Show a review to everybody. Raises NoReview."""
    return _moderate(staff, review_id, State.PUBLISHED, "", now)


def reject(*, staff: Staff, review_id: int | None, reason: RejectReason, now: datetime) -> Review:
    """Show a review to nobody, for a reason that its writer may be told. Raises NoReview."""
    return _moderate(staff, review_id, State.REJECTED, reason, now)


def reopen(*, staff: Staff, review_id: int | None, now: datetime) -> Review:
    """Take a decision back. Raises NoReview."""
    return _moderate(staff, review_id, State.PENDING, "", now)


@transaction.atomic
def _moderate(staff: Staff, review_id: int | None, state: State, reason: str, now: datetime) -> Review:
    """Decide about a review; where that was decided already, who did so first stands."""
    seen = queries.seen_by(staff).select_for_update(of=("self",), no_key=True)
    review = None if review_id is None else seen.filter(pk=review_id).first()
    if review is None:
        raise NoReview("There is no such review.")
    if (review.state, review.reject_reason) != (state, reason):
        review.state, review.reject_reason = state, reason
        review.moderated_by, review.moderated_at = staff.email, now
        review.save(update_fields=["state", "reject_reason", "moderated_by", "moderated_at"])
    return review
