"""What went wrong with an order, said where its review was asked for: a ticket, and the review stays possible."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from ..conversations.rules import text as checked
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.text import language_of
from ..shop.models import OrderLine
from ..tickets import actions as tickets
from ..tickets.models import Ticket
from ..tickets.rules import Form, NamedOrder
from . import queries
from .authoring import held
from .models import ReviewRequest
from .rules import Fork


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, and with which lines; none of them is the order as a whole."""

    lines: tuple[OrderLine, ...]
    text: str


@transaction.atomic
def report(*, request: ReviewRequest, problem: Problem, address: str, now: datetime) -> Ticket | None:
    """Open a ticket about what arrived, or add to the one that is there; reviews stay possible.

    `address` is where on the network it came from. Returns None where the order has no mailbox to answer to. Raises
    conversations.rules.TextWrong, and tickets.actions.TooOften, and then nothing is kept.
    """
    said = checked(problem.text)
    request = held(request)
    text = "\n\n".join([*(line.shown_name for line in problem.lines), said])
    if request.ticket is not None:
        _add(request.ticket, text, now)
    elif queries.arrived(request.order).state.email:
        request.ticket = _ticket(request, problem.lines, text, address, now)
    request.fork = Fork.PROBLEM
    request.save(update_fields=["fork", "ticket"])
    return request.ticket


def _add(ticket: Ticket, text: str, now: datetime) -> None:
    """Add to what was said, but for what a second click says again."""
    conversation = ticket.conversation
    if not conversation.messages.filter(text=text).exists():
        key = sha256(text.encode()).hexdigest()
        tickets.answer(conversation=conversation, given=text, key=key, now=now)


def _ticket(request: ReviewRequest, lines: tuple[OrderLine, ...], text: str, address: str, now: datetime) -> Ticket:
    order, language = request.order, language_of(request.order.language_code)
    words = phrases("review_problem", language)
    product = lines[0].shown_name if lines else ""
    form = Form(
        email=order.customer_email,
        name=order.customer_name[:100],
        subject=phrase(words["subject"], {"product": product, "number": order.number}, language)[:200],
        text=text,
        language=language,
        order=NamedOrder(order.number, order.customer_email),
    )
    opened = tickets.open_from_form(
        store=request.store,
        channel=order.channel_slug,
        form=form,
        address=address,
        vouched_email=order.customer_email,  # the link was mailed there
        now=now,
    )
    return request.store.tickets.get(number=opened.number)
