"""Tickets of a list as a file for spreadsheets and other programs, row by row."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from ..csv_files import Record
from . import clocks
from .clocking import clocks_of
from .models import State, Ticket

# Of a list, the first so many: a file that a spreadsheet still opens.
MOST_ROWS = 50_000
A_BATCH = 500
COLUMNS = (
    "number",
    "state",
    "kind",
    "medium",
    "reason",
    "priority",
    "clock",
    "due_at",
    "subject",
    "customer_name",
    "customer_email",
    "order_number",
    "department",
    "assigned_email",
    "channel",
    "language",
    "tags",
    "created_at",
    "updated_at",
    "first_replied_at",
    "closed_at",
    "reopened",
)


def records(tickets: QuerySet[Ticket], *, now: datetime) -> Iterator[Record]:
    for ticket in tickets[:MOST_ROWS].iterator(chunk_size=A_BATCH):
        yield _record(ticket, now)


def _record(ticket: Ticket, now: datetime) -> Record:
    conversation = ticket.conversation
    return {
        "number": ticket.number,
        "state": ticket.state,
        "kind": ticket.kind,
        "medium": ticket.medium,
        "reason": ticket.reason,
        "priority": ticket.priority,
        "clock": _clock(ticket, now),
        "due_at": ticket.due_at,
        "subject": ticket.subject,
        "customer_name": conversation.name,
        "customer_email": conversation.email,
        "order_number": ticket.order.number if ticket.order else None,
        "department": ticket.department,
        "assigned_email": ticket.assigned_email,
        "channel": conversation.channel_slug,
        "language": conversation.language,
        "tags": ticket.tags,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "first_replied_at": ticket.first_replied_at,
        "closed_at": ticket.closed_at,
        "reopened": ticket.reopened,
    }


def _clock(ticket: Ticket, now: datetime) -> str | None:
    if ticket.state == State.CLOSED:
        return None
    is_stopped = any(not one.is_running for one in clocks_of(ticket).values())
    return clocks.state(due_at=ticket.due_at, amber_at=ticket.amber_at, is_stopped=is_stopped, now=now)
