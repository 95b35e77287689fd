"""Asking the author of a review something: the words of the mail, and whether it is still right to send it."""

from datetime import datetime

from ..mails.links import order_ways, preferences_link
from ..mails.rendering import Words
from ..mails.text import language_of
from ..mails.writing import write
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..shop.models import Order
from ..stores.queries import configuration
from . import links, listing
from .models import Review, ReviewRequest, State

KIND = "review_author_asked"


def words(review: Review, order: Order, question: str, now: datetime) -> Words:
    """Return the mail that brings a question of staff's, in the order's language, with the way to the review's form."""
    language = language_of(order.language_code)
    request = ReviewRequest.across_stores.filter(order=order, expires_at__gt=now).first()
    return write(
        KIND,
        store=review.store,
        channel=order.channel_slug,
        language=language,
        settings=configuration(review.store, order.channel_slug),
        values={"product": listing.bought_as(review, order), "number": order.number},
        quote=question,
        link=links.review_link(request) if request else "",
        help=order_ways(order, to=order.customer_email, language=language),
        unsubscribe=unsubscribe_link(store=review.store, address=order.customer_email, purpose="service"),
        preferences=preferences_link(store=review.store, email=order.customer_email),
    )


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the review once more: its author may have taken it back meanwhile."""
    review = Review.across_stores.filter(store=message.store_id, pk=int(message.about)).first()
    if review is None or review.state == State.WITHDRAWN:
        return No("the review is gone")
    return Yes()
