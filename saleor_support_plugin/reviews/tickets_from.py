"""What somebody was unhappy with becomes a ticket. Their review waits, and is published, like any other."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from ..conversations.models import Medium
from ..conversations.rules import MOST_TEXT
from ..hours.business import Hours, next_opening
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.sentences import Values
from ..mails.text import language_of
from ..shop.models import Order
from ..stores.queries import configuration
from ..tickets import actions as tickets
from ..tickets.models import State as TicketState
from ..tickets.models import Ticket
from . import changes, listing
from .changes import Kind
from .models import Review

UNHAPPY = 2
# Somebody is to have answered a day later, or once the shop is open after that.
ANSWER_WITHIN = timedelta(hours=24)


def follow(*, reviews: Sequence[Review], now: datetime) -> Ticket | None:
    """Open a ticket for what one order's reviews of two stars and less say, or add them to the one that is there.

    Call in the transaction that wrote or edited them. Returns None where there is nothing to follow.
    """
    unhappy = [one for one in reviews if one.stars <= UNHAPPY and one.ticket_id is None and one.order is not None]
    for review in unhappy:
        assert review.order is not None  # noqa: S101  as chosen above
        ticket = _open_one(review.order)
        if ticket is None:
            ticket = _opened(review, review.order, now)
        else:
            tickets.answer(
                conversation=ticket.conversation,
                given=_said(review, review.order),
                key=_key(review),
                channel=Medium.REVIEW,
                in_any_words=True,
                now=now,
            )
        review.ticket = ticket
        review.save(update_fields=["ticket"])
        changes.note(review=review, kind=Kind.TICKET_OPENED, now=now)
    return unhappy[-1].ticket if unhappy else None


def _open_one(order: Order) -> Ticket | None:
    """Return the ticket that another review of the order opened, unless that is closed."""
    of_reviews = Review.across_stores.filter(order=order, ticket__isnull=False).values("ticket")
    open_ones = Ticket.across_stores.filter(pk__in=of_reviews).exclude(state=TicketState.CLOSED)
    return open_ones.select_related("conversation").order_by("-pk").first()


def _opened(review: Review, order: Order, now: datetime) -> Ticket:
    settings = configuration(order.store, order.channel_slug)
    language = language_of(order.language_code)
    product = listing.bought_as(review, order)
    return tickets.open_about(
        order=order,
        subject=phrase(phrases("review_ticket", language)["subject"], {"product": product}, language),
        text=_said(review, order),
        language=language,
        department=settings.review_owner,
        due_at=due_at(settings.hours, now),
        key=_key(review),
        now=now,
    )


def _said(review: Review, order: Order) -> str:
    """Return what they said of which product, as staff read it first in the ticket."""
    language = language_of(order.language_code)
    told: Values = {"product": listing.bought_as(review, order), "stars": review.stars}
    head = phrase(phrases("review_ticket", language)["said"], told, language)
    return "\n\n".join(part for part in (head, review.title, review.text) if part)[:MOST_TEXT]


def _key(review: Review) -> str:
    return f"review {review.pk}"


def due_at(hours: Hours, now: datetime) -> datetime:
    """Return by when somebody should have answered: within the shop's hours, where it has any."""
    return next_opening(hours, now + ANSWER_WITHIN) or now + ANSWER_WITHIN
