"""The only writes to chats' tickets as those move through the queue: a chat is a ticket from its first message."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from ..conversations.cards import has_words
from ..conversations.models import Author, Conversation, Medium
from . import announcing, clocking, finding, rules
from .models import Kind, State, Ticket
from .opening import add


def open_chat(*, conversation: Conversation, about: str, now: datetime) -> Ticket:
    """Open the ticket of a chat that has just begun; named by what it is about, else by its first words."""
    last = conversation.last_message
    said = rules.first_line(last.text) if last and not has_words(last.card) else ""
    subject = (about or said or conversation.name or rules.UNSAID)[: rules.MOST_SUBJECT]
    ticket = add(conversation.store, conversation, subject, None, State.OPEN, now, medium=Medium.CHAT, kind=Kind.CHAT)
    finding.remember(ticket_ids=[ticket.pk])
    return ticket


def given_to(*, conversation: Conversation, email: str, now: datetime) -> None:
    """A chat's ticket is whose seat it is at; of nobody in the queue."""
    Ticket.across_stores.filter(conversation=conversation).update(assigned_email=email, updated_at=now)


def begun_again(*, conversation: Conversation, now: datetime) -> None:
    """Somebody whom nobody was there for is back in the queue."""
    for ticket in _of(conversation):
        was_closed = ticket.state == State.CLOSED
        ticket.state, ticket.closed_at, ticket.snoozed_until = State.OPEN, None, None
        _move(ticket, now, is_live=True)
        if was_closed:
            announcing.reopened(ticket=ticket, now=now)


def over(*, conversation: Conversation, is_done: bool, now: datetime) -> None:
    """A chat has ended, with nothing left to do or still with something: then its clocks begin to run."""
    said = conversation.messages.filter(author=Author.STAFF).order_by("seq").first()
    for ticket in _of(conversation):
        was_answered, was_closed = ticket.first_replied_at is not None, ticket.state == State.CLOSED
        if said is not None and not was_answered:
            ticket.first_replied_at = said.at
        if is_done:
            ticket.state, ticket.closed_at = State.CLOSED, now
        _move(ticket, now, is_live=False)
        finding.remember(ticket_ids=[ticket.pk])
        if said is not None and not was_answered:
            announcing.answered(ticket=ticket, message=said, now=now)
        if is_done and not was_closed:
            announcing.closed(ticket=ticket, now=now)


def _move(ticket: Ticket, now: datetime, *, is_live: bool) -> None:
    ticket.updated_at = now
    settled = clocking.settle(ticket, now, is_live=is_live)
    columns = ["state", "closed_at", "snoozed_until", "first_replied_at", "updated_at"]
    ticket.save(update_fields=[*columns, *settled])


@transaction.atomic
def keep_up(*, conversation_ids: Sequence[int]) -> int:
    """Let tickets of live chats know what was said in them meanwhile; return of how many."""
    moved = Ticket.across_stores.filter(finding.behind(), conversation__in=conversation_ids)
    rows = moved.select_related("conversation__last_message").select_for_update(of=("self",), skip_locked=True)
    tickets = list(rows.order_by("pk"))
    for ticket in tickets:
        last = ticket.conversation.last_message
        if last is not None and last.at > ticket.updated_at and last.author != Author.SYSTEM:
            Ticket.across_stores.filter(pk=ticket.pk).update(updated_at=last.at)
    return finding.remember(ticket_ids=[ticket.pk for ticket in tickets])


def _of(conversation: Conversation) -> QuerySet[Ticket]:
    rows = Ticket.across_stores.filter(conversation=conversation).select_related("conversation", "store")
    return rows.select_for_update(of=("self",), no_key=True)
