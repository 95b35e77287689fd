"""The only write of who chatted in vain and leaves an address: their ticket is answered there."""

from datetime import datetime

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Conversation
from ..conversations.rules import network_of
from ..people.addresses import normal_address
from . import finding, mails, rules
from .actions import limit_use
from .models import Ticket


class HasEmail(Exception):
    code = "HAS_EMAIL"


def leave_email(*, conversation: Conversation, email: str, name: str, address: str, now: datetime) -> int:
    """Answer a conversation at this address from now on, and confirm that by mail; return its ticket's number.

    The same address again changes nothing. Raises HasEmail where there is another one, or TooOften.
    """
    store = conversation.store
    for who in (f"form from {network_of(address)}", f"form of {normal_address(email)}"):
        limit_use(store, who, rules.FORMS, now)
    with transaction.atomic():
        ticket = Ticket.across_stores.select_for_update(of=("self",), no_key=True).get(conversation=conversation)
        had = conversation.email
        if not conversations.give_email(conversation=conversation, email=email, name=name):
            raise HasEmail("You are answered at another address already.")
        if not had:
            ticket.conversation = conversation
            mails.confirm(ticket=ticket, now=now)
            finding.remember(ticket_ids=[ticket.pk])
    return ticket.number
