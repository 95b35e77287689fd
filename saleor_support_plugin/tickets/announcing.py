"""What other programs of the merchant hear of tickets: nothing in it names a person or says what was written."""

from datetime import datetime
from typing import Any

from ..announcements.actions import announce
from ..announcements.queries import is_anybody_told
from ..conversations.models import ConversationMessage
from .models import Ticket


def opened(*, ticket: Ticket, now: datetime) -> None:
    _announce("ticket.opened", ticket, f"{ticket.pk}", {}, now)


def answered(*, ticket: Ticket, message: ConversationMessage, now: datetime) -> None:
    """Staff said something by mail; of a chat the first answer is told, once it is over."""
    data = {"first": ticket.first_replied_at == message.at, "answeredAt": message.at.isoformat()}
    _announce("ticket.answered", ticket, f"{message.pk}", data, now)


def closed(*, ticket: Ticket, now: datetime) -> None:
    _announce("ticket.closed", ticket, f"{ticket.pk} {now.isoformat()}", {}, now)


def reopened(*, ticket: Ticket, now: datetime) -> None:
    _announce("ticket.reopened", ticket, f"{ticket.pk} {now.isoformat()}", {}, now)


def breached(*, ticket: Ticket, kind: str, now: datetime) -> None:
    """A clock's time is over: `kind` is FIRST_REPLY or RESOLVE. Told once of each."""
    _announce("ticket.breached", ticket, f"{ticket.pk} {kind}", {"clock": kind}, now)


def surveyed(*, ticket: Ticket, score: int, scale: int, now: datetime) -> None:
    """Its shopper said how it was solved; who changes their mind is told of again."""
    _announce("ticket.surveyed", ticket, f"{ticket.pk} {score}", {"score": score, "scale": scale}, now)


def _announce(kind: str, ticket: Ticket, occasion: str, more: dict[str, Any], now: datetime) -> None:
    if is_anybody_told(ticket.store):
        announce(store=ticket.store, kind=kind, occasion=occasion, data=_said_of(ticket) | more, now=now)


def _said_of(ticket: Ticket) -> dict[str, Any]:
    return {
        "ticketId": str(ticket.pk),
        "number": ticket.number,
        "state": ticket.state,
        "reason": ticket.reason,
        "priority": ticket.priority,
        "department": ticket.department,
        "medium": ticket.medium,
        "channel": ticket.conversation.channel_slug,
        "orderId": ticket.order.saleor_id if ticket.order else None,
        "openedAt": ticket.created_at.isoformat(),
    }
