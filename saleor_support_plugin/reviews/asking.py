"""Asking for a review: the words of the mail, and whether it is still right to send it."""

from datetime import datetime, timedelta

from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rendering import Words, language_of, render
from ..outbox.rules import No, Yes
from ..outbox.senders import shop_name
from ..shop.models import OrderLine
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import queries, rules
from .models import ReviewRequest

KIND = "review_request"
SHOWN_LINES = 8


def words(request: ReviewRequest, found: queries.Arrived, settings: Configuration) -> Words:
    """Return the mail that asks, in the order's language, with what arrived."""
    order = request.order
    language = language_of(order.language_code)
    context = {
        "shop": shop_name(request.store, settings),
        "number": order.number,
        "delivered_at": found.state.delivered_at,
        "lines": [_shown(line) for line in found.lines[:SHOWN_LINES]],
        "more": max(0, len(found.lines) - SHOWN_LINES),
        "link": queries.review_link(request),
        "days": rules.LINK_LASTS.days,
        "unsubscribe": unsubscribe_link(store=request.store, email=order.customer_email, purpose="service"),
    }
    return render(KIND, language=language, zone=settings.zone, context=context)


def _shown(line: OrderLine) -> dict[str, str]:
    is_address = line.thumbnail_url.startswith(("https://", "http://"))
    return {
        "name": line.shown_name,
        "variant": line.variant_name,
        "picture": line.thumbnail_url if is_address else "",
    }


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
