"""Asking for a review: the words of the mail, and whether it is still right to send it."""

from datetime import datetime, timedelta

from ..mails.links import preferences_link
from ..mails.rendering import Line, Words, day
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import queries, rules
from .models import ReviewRequest

KIND = "review_request"


def words(request: ReviewRequest, found: queries.Arrived, settings: Configuration) -> Words:
    """Return the mail that asks, in the order's language, with what arrived."""
    order = request.order
    language = language_of(order.language_code)
    delivered_at = found.state.delivered_at
    return write(
        KIND,
        store=request.store,
        channel=order.channel_slug,
        language=language,
        settings=settings,
        values={
            "number": order.number,
            "delivered_on": day(delivered_at, language, settings.zone) if delivered_at else "",
            "days": rules.LINK_LASTS.days,
        },
        lines=tuple(Line(line.shown_name, line.variant_name, picture=line.thumbnail_url) for line in found.lines),
        link=queries.review_link(request),
        unsubscribe=unsubscribe_link(store=request.store, address=order.customer_email, purpose="service"),
        preferences=preferences_link(store=request.store, email=order.customer_email),
    )


def decide(found: queries.Arrived, settings: Configuration, now: datetime) -> rules.Ask | rules.Wait | rules.GiveUp:
    wait = timedelta(hours=settings.review_wait_hours)
    return rules.decide_request(found.state, is_on=settings.review_prompts, wait=wait, now=now)


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the order once more: it may have been cancelled, refunded or sent back meanwhile."""
    request = (
        ReviewRequest.across_stores.select_related("order", "store")
        .filter(store=message.store_id, order__saleor_id=message.about)
        .first()
    )
    if request is None:
        return No("the order is gone")
    if request.answered_at is not None:
        return No("answered already")
    decision = decide(queries.arrived(request.order), configuration(request.store, request.order.channel_slug), now)
    if isinstance(decision, rules.GiveUp):
        return No(decision.reason.value)
    return Yes()
