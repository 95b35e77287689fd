"""The only write of tickets that a mail opens."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Author, Conversation, Happening, Medium
from ..conversations.word_filter import word_filter
from ..shop.models import Order
from ..stores.models import Store
from ..stores.queries import configuration
from . import finding, mails, rules
from .models import State, Ticket
from .opening import add


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says; `text` is as conversations.rules.text returns it, `key` tells it from every other."""

    email: str
    name: str
    subject: str
    text: str
    language: str
    mail_id: str
    key: str


@transaction.atomic
def open_by_mail(
    *,
    store: Store,
    channel: str,
    letter: Letter,
    order: Order | None,
    is_proven: bool,
    is_confirmed: bool,
    now: datetime,
    instead_of: Ticket | None = None,
) -> Ticket:
    """Open a ticket for a mail; `is_proven` says that its sender is who they say, `is_confirmed` that we mail them so.

    `instead_of` is the ticket that they answered without being its shopper: each of the two names the other.
    """
    conversation = conversations.begin(
        store=store,
        channel=order.channel_slug if order else channel,
        language=letter.language,
        email=letter.email,
        name=letter.name,
        is_confirmed=is_proven,
        now=now,
    )
    conversations.refer_to(conversation=conversation, mail_id=letter.mail_id)
    card = word_filter(configuration(store, conversation.channel_slug)).mark(f"{letter.subject} {letter.text}")
    subject = letter.name or rules.UNSAID if card else letter.subject or rules.first_line(letter.text)
    ticket = add(store, conversation, subject[: rules.MOST_SUBJECT], order, State.OPEN, now, medium=Medium.MAIL)
    conversations.say(
        conversation=conversation,
        author=Author.SHOPPER,
        author_name=letter.name,
        text=letter.text,
        key=letter.key,
        card=card,
        channel=Medium.MAIL,
        now=now,
    )
    if instead_of is not None:
        _name_each_other(ticket, instead_of, letter.email, now)
    if is_confirmed:
        mails.confirm(ticket=ticket, now=now)
    finding.remember(ticket_ids=[ticket.pk])
    return ticket


def _name_each_other(ticket: Ticket, other: Ticket, email: str, now: datetime) -> None:
    _note(other.conversation, Happening.MAIL_OF_ANOTHER, email, now)
    _note(other.conversation, Happening.LINKED, str(ticket.number), now)
    _note(ticket.conversation, Happening.LINKED, str(other.number), now)


def _note(conversation: Conversation, event: Happening, about: str, now: datetime) -> None:
    conversations.note(conversation=conversation, event=event, about=about, now=now)
