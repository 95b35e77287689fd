"""Reads about mails that came: what they lead to, and whose words they are."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from ..mails.headers import message_of
from ..outbox import queries as outbox
from ..outbox.models import Message
from ..people.addresses import normal_address
from ..people.models import KeyKind, PersonKey
from ..shop.models import Order
from ..stores import rules as stores
from ..stores.callers import Staff
from ..stores.models import Store
from ..tickets.models import State as TicketState
from ..tickets.models import Ticket
from ..tickets.queries import is_in_copy
from .models import Mailbox, ReceivedMail, State
from .parsing import Mail
from .rules import By, Found, Side, order_numbers

# Mails of ours that are about a ticket; of those to staff, an answer is theirs.
TO_SHOPPERS = frozenset({"ticket_received", "ticket_reply", "transcript", "survey"})
TO_STAFF = "conversation_waiting"


def found(store: Store, mail: Mail) -> list[Found]:
    """Return the conversations that a mail leads to, what is surest first."""
    numbers = [number for one in (*mail.to, *mail.cc) if (number := message_of(one, secret=settings.SECRET_KEY))]
    messages = outbox.answered(store, numbers=numbers, message_ids=mail.references)
    leading = [
        lead
        for message in messages
        if (lead := _lead(store, mail, message, By.REPLY_ADDRESS if message.pk in numbers else By.REFERENCES))
    ]
    return [*leading, *_of_their_own(store, mail), *_about_an_order(store, mail)]


def _lead(store: Store, mail: Mail, message: Message, by: By) -> Found | None:
    if message.kind not in (*TO_SHOPPERS, TO_STAFF) or not message.about.isdigit():
        return None
    ticket = store.tickets.select_related("conversation").filter(pk=int(message.about)).first()
    if ticket is None:
        return None
    if message.kind == TO_STAFF:
        is_theirs = normal_address(message.address) == mail.sender
        side = Side.STAFF if is_theirs else Side.ANOTHERS
    else:
        side = _side(store, ticket, mail.sender)
    return Found(by, ticket.conversation_id, ticket.pk, side)


def _side(store: Store, ticket: Ticket, sender: str) -> Side:
    if is_one_person(store, ticket.conversation.email, sender):
        return Side.THEIRS
    return Side.COPIED if is_in_copy(ticket, sender) else Side.ANOTHERS


def _of_their_own(store: Store, mail: Mail) -> list[Found]:
    """Find the thread in which the same person wrote what they now go on with."""
    before = store.received_mails.filter(
        message_id__in=mail.references, sender=mail.sender, conversation__ticket__isnull=False
    ).exclude(message_id="")
    rows = before.select_related("conversation__ticket").order_by("-pk")[:1]
    return [
        Found(By.THEIR_OWN, row.conversation.pk, row.conversation.ticket.pk, Side.THEIRS)
        for row in rows
        if row.conversation and is_one_person(store, row.conversation.email, mail.sender)
    ]


def _about_an_order(store: Store, mail: Mail) -> list[Found]:
    """Find the one unfinished ticket about an order that the subject names and that the sender placed."""
    order = order_of(store, mail)
    if order is None:
        return []
    unfinished = order.tickets.exclude(state=TicketState.CLOSED).filter(merged_into=None)
    theirs = list(unfinished.select_related("conversation")[:2])
    if len(theirs) != 1 or not is_one_person(store, theirs[0].conversation.email, mail.sender):
        return []
    return [Found(By.ORDER_NUMBER, theirs[0].conversation_id, theirs[0].pk, Side.THEIRS)]


def order_of(store: Store, mail: Mail) -> Order | None:
    """Return the order that a subject names, if it is the sender's: a number alone says nothing."""
    numbers = order_numbers(mail.subject)
    if not numbers or not mail.sender:
        return None
    theirs = store.orders.filter(number__in=numbers, customer_email__iexact=mail.sender)
    return min(theirs, key=lambda one: numbers.index(one.number), default=None)


def is_one_person(store: Store, email: str, other: str) -> bool:
    """Say whether both mailboxes are proven to be one person's."""
    one, two = normal_address(email), normal_address(other)
    if not one or not two:
        return False
    if one == two:
        return True
    proven = PersonKey.across_stores.filter(store=store, kind=KeyKind.EMAIL, verified_at__isnull=False)
    whose = list(proven.filter(value__in=(one, two)).values_list("person_id", flat=True))
    return len(whose) == 2 and whose[0] == whose[1]


def is_ours(store: Store, mail: Mail, addresses: Sequence[str]) -> bool:
    """Say whether a mail is one that we sent and that came back."""
    if mail.message_id and store.messages.filter(message_id=f"<{mail.message_id}>").exists():
        return True
    return mail.sender in {normal_address(one) for one in addresses if one}


def ticket(found: Found) -> Ticket:
    return Ticket.across_stores.select_related("conversation", "store").get(pk=found.ticket)


def mailboxes(store: Store) -> list[Mailbox]:
    return list(store.mailboxes.select_related("store", "configuration").order_by("pk"))


def mails(staff: Staff, state: str = "") -> QuerySet[ReceivedMail]:
    """Return the mails that came, newest first; who may see some channels only sees those of their tickets."""
    rows = staff.store.received_mails.select_related("conversation__ticket", "store")
    if staff.channels is not None:
        rows = rows.filter(conversation__channel_slug__in=staff.channels)
    if state:
        rows = rows.filter(state=state)
    return rows.order_by("-received_at", "-id")


def in_threads(staff: Staff) -> QuerySet[ReceivedMail]:
    """Return the mails that stand in conversations and still lie there as they came."""
    return mails(staff).filter(state__in=(State.JOINED, State.OPENED)).exclude(original="")


def leaving(now: datetime) -> QuerySet[ReceivedMail]:
    """Return the mails of stores that are to be erased."""
    return ReceivedMail.across_stores.filter(store__removed_at__lte=now - stores.KEEP_REMOVED)
