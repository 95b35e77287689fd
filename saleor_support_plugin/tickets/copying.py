"""The only writes of who is in copy of what a ticket's shopper is mailed, and of what they write back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Conversation, Happening
from ..conversations.word_filter import word_filter
from ..people.addresses import is_email, normal_address
from ..people.queries import is_closed_to_copies
from ..stores.callers import Staff
from ..stores.queries import configuration
from . import finding, rules
from .actions import as_seen, limit_use, locked, reopen_alone, worked_on
from .models import Ticket, TicketCopy
from .refusing import TicketRefused

MOST = 5


@transaction.atomic
def set_copies(*, staff: Staff, ticket_id: int | None, emails: Sequence[str], now: datetime) -> Ticket:
    """Have these people, and nobody else, in copy of each answer by mail from now on. Raises TicketRefused."""
    ticket = locked(staff, ticket_id)
    before = {normal_address(one.email): one for one in ticket.copies.all()}
    wanted = {normal_address(one): one.strip() for one in emails}
    if len(wanted) > MOST:
        raise TicketRefused("emails", "TOO_MANY", f"At most {MOST} people are in copy.")
    for address in wanted.keys() - before.keys():
        _must_be_reachable(ticket, address)
    for address, gone in before.items():
        if address not in wanted:
            gone.delete()
            _note(ticket, Happening.UNCOPIED, staff, gone.email, now)
    for address, email in wanted.items():
        if address not in before:
            TicketCopy.across_stores.create(ticket=ticket, email=email, by_email=staff.email, at=now)
            _note(ticket, Happening.COPIED, staff, email, now)
    return as_seen(staff, ticket)


def _must_be_reachable(ticket: Ticket, address: str) -> None:
    conversation = ticket.conversation
    settings = configuration(ticket.store, conversation.channel_slug)
    ours = {normal_address(one) for one in (settings.mail_in_address, settings.sender_email) if one}
    if not is_email(address) or len(address) > 254:
        raise TicketRefused("emails", "INVALID", f"{address[:254]} is not an e-mail address.")
    if not conversation.email:
        raise TicketRefused("emails", "NO_EMAIL", "This ticket is answered on its page, not by mail.")
    if address == normal_address(conversation.email):
        raise TicketRefused("emails", "INVALID", "The mail is to this address.")
    if address in ours:
        raise TicketRefused("emails", "INVALID", "This is the shop's own mailbox.")
    if is_closed_to_copies(store=ticket.store, email=address):
        raise TicketRefused("emails", "CLOSED", f"Mails to {address} come back, or are not wanted.")


def _note(ticket: Ticket, event: Happening, staff: Staff, email: str, now: datetime) -> None:
    conversations.note(conversation=ticket.conversation, event=event, by=staff.email, about=email, now=now)


@transaction.atomic
def heard(*, conversation: Conversation, by: str, said: str, key: str, now: datetime) -> None:
    """Add what somebody wrote who is in copy, for staff alone; the ticket waits for staff again. Raises TooOften."""
    ticket = worked_on(conversation)
    limit_use(ticket.store, f"copies in {conversation.pk}", rules.ANSWERS, now)
    card = word_filter(configuration(ticket.store, conversation.channel_slug)).mark(said)
    told: dict[str, Any] = {"event": Happening.COPY_WROTE, "card": card}
    conversations.jot(conversation=conversation, by=by, text=said, key=key, now=now, **told)
    reopen_alone(ticket=ticket, by=by, now=now)
    finding.remember(ticket_ids=[ticket.pk])
