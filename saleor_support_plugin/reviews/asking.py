"""Asking for a review: the words of the mail, and whether it is still right to send it."""

from datetime import datetime, timedelta

from ..mails.catalogue import phrases
from ..mails.letter import Way
from ..mails.links import order_ways, preferences_link
from ..mails.rendering import Line, Words, day, phrase
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..shop.models import OrderLine
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import links, queries, rules
from .models import ReviewRequest
from .rules import Fork, Policy

KIND = "review_request"


def occasion(request: ReviewRequest, *, is_reminder: bool = False) -> str:
    """Return what makes a request's mail the only one of its occasion."""
    return f"{KIND}:{request.order.saleor_id}{':2' if is_reminder else ''}"


def policy(settings: Configuration) -> Policy:
    days = settings.review_fallback_days
    return Policy(
        is_on=settings.review_prompts,
        wait=timedelta(hours=settings.review_wait_hours),
        fallback=timedelta(days=days) if days else None,
        reminds=settings.review_reminder,
    )


def words(request: ReviewRequest, found: queries.Arrived, settings: Configuration, now: datetime) -> Words:
    """Return the mail that asks, or reminds, in the order's language, with what arrived."""
    order = request.order
    language = language_of(order.language_code)
    lines = queries.steered(request.store, found.lines, now=now) if settings.review_steer else found.lines
    link, said = links.review_link(request), phrases("review_mail", language)
    delivered_at = found.state.delivered_at
    return write(
        KIND,
        store=request.store,
        channel=order.channel_slug,
        language=language,
        settings=settings,
        name=order.customer_name,
        values={
            "number": order.number,
            "delivered_on": day(delivered_at, language, settings.zone) if delivered_at else "",
            "days": rules.LINK_LASTS.days,
            "again": 2 if request.asked_at else 0,
        },
        lines=tuple(_line(request, line, link, said["of_five"], language) for line in lines),
        link=link,
        answers=tuple(Way(said[fork], f"{link}?f={fork.value.lower()}") for fork in Fork),
        help=order_ways(order, to=order.customer_email, language=language),
        unsubscribe=unsubscribe_link(store=request.store, address=order.customer_email, purpose="service"),
        preferences=preferences_link(store=request.store, email=order.customer_email),
    )


def _line(request: ReviewRequest, line: OrderLine, link: str, of_five: str, language: str) -> Line:
    """Return a line with its stars: each opens the form with that many chosen, and nothing is kept by it."""
    token = links.line_token("write", request, line.saleor_id)
    stars = tuple(
        Way(phrase(of_five, {"stars": stars}, language), f"{link}?s={stars}&l={token}") for stars in rules.STARS
    )
    return Line(line.shown_name, line.variant_name, picture=line.thumbnail_url, stars=stars)


def decide(
    request: ReviewRequest, found: queries.Arrived, settings: Configuration, now: datetime
) -> rules.Ask | rules.Wait | rules.GiveUp:
    """Say whether to ask now, or to remind of what was asked."""
    if request.asked_at is None:
        return rules.decide_request(found.state, policy=policy(settings), now=now)
    asked = queries.asked(request, occasion(request))
    return rules.decide_reminder(found.state, asked, policy=policy(settings), now=now)


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the order once more: it may have been cancelled, refunded, sent back or reviewed meanwhile."""
    request = (
        ReviewRequest.across_stores.select_related("order__store", "store")
        .filter(store=message.store_id, order__saleor_id=message.about)
        .first()
    )
    if request is None:
        return No("the order is gone")
    asked = queries.asked(request, occasion(request))
    settings = configuration(request.store, request.order.channel_slug)
    silence = rules.silence(queries.arrived(request.order).state, asked, policy=policy(settings))
    return No(silence.value) if silence else Yes()
