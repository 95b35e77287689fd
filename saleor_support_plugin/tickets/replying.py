"""What staff say in tickets: answers, first words and notes, each mailed in the same transaction where it is mailed."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations import photos as pictures
from ..conversations.models import Author, ConversationMessage, Medium
from ..conversations.rules import TextWrong, described
from ..people.addresses import is_email
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.queries import configuration
from . import announcing, answering, colleagues, finding, mails, queries, rules
from .actions import as_seen, locked, own_key, read_text, touch, worked_on
from .models import State, Ticket
from .opening import add
from .refusing import TicketRefused


@transaction.atomic
def reply(
    *,
    staff: Staff,
    ticket_id: int | None,
    text: str,
    key: str,
    now: datetime,
    photos: Mapping[str, str] = pictures.NOT_DESCRIBED,
) -> Ticket:
    """Answer the shopper; the ticket then waits for them, and is the first answerer's. Raises TicketRefused.

    It goes by the way that reply_ways names. With `photos`, what is in each picture by its id, there need not be words.
    In a live chat it is said there and mailed to nobody: for a page whose socket does not open, and for pictures.
    """
    said = "" if photos and not text.strip() else read_text("text", text)
    ticket = locked(staff, ticket_id)
    if _is_said(ticket, own_key(staff, key)):
        return as_seen(staff, ticket)
    way = answering.way_to(ticket.conversation, now)
    added = _say(staff, ticket, said, key, now, photos, answering.medium_of(way))
    if added is not None and not ticket.conversation.is_live:
        taken = {"assigned_email": ticket.assigned_email or staff.email}
        touch(ticket, State.WAITING, now, first_replied_at=ticket.first_replied_at or now, **taken)
        answering.bring(ticket=ticket, message=added, way=way, now=now)
        announcing.answered(ticket=ticket, message=added, now=now)
    colleagues.remember(store=staff.store, email=staff.email)
    finding.remember(ticket_ids=[ticket.pk])
    return as_seen(staff, ticket)


@transaction.atomic
def answer_as_staff(*, store: Store, ticket_id: int, email: str, text: str, key: str, now: datetime) -> Ticket:
    """Answer the shopper with what a member of staff mailed; the same `key` again is the same answer.

    An address is staff where the merchant named it for the ticket's channel. Raises TicketRefused.
    """
    said = read_text("text", text)
    own = Ticket.across_stores.select_related("conversation").filter(store=store, pk=ticket_id).first()
    if own is None or email.lower() not in configuration(store, own.conversation.channel_slug).staff_emails:
        raise TicketRefused("email", "NOT_STAFF", "This address is not one that the shop answers from.")
    ticket, sender = worked_on(own.conversation), email.lower()
    if _is_said(ticket, _mails_key(key)):
        return ticket
    way = answering.way_to(ticket.conversation, now)
    told: dict[str, Any] = {"author": Author.STAFF, "author_name": sender}
    told["channel"] = answering.medium_of(way) or Medium.MAIL
    added = conversations.say(conversation=ticket.conversation, text=said, key=_mails_key(key), now=now, **told)
    if isinstance(added, conversations.Said):
        taken = {"assigned_email": ticket.assigned_email or sender}
        touch(ticket, State.WAITING, now, first_replied_at=ticket.first_replied_at or now, **taken)
        answering.bring(ticket=ticket, message=added.message, way=way, now=now)
        announcing.answered(ticket=ticket, message=added.message, now=now)
        colleagues.remember(store=store, email=sender)
        finding.remember(ticket_ids=[ticket.pk])
    return ticket


@transaction.atomic
def write_first(*, staff: Staff, order_id: str, subject: str, text: str, key: str, now: datetime) -> Ticket:
    """Open a ticket by writing to an order's customer. Raises TicketRefused."""
    about, said = read_text("subject", subject, rules.MOST_SUBJECT), read_text("text", text)
    order = shop.order(staff, order_id)
    if order is None:
        raise TicketRefused("orderId", "NOT_FOUND", "There is no such order.")
    if not is_email(order.customer_email):
        raise TicketRefused("orderId", "NO_EMAIL", "This order has no e-mail address to write to.")
    Order.across_stores.select_for_update(no_key=True).get(pk=order.pk)
    before = _opened_before(staff, order, key)
    if before is not None:
        return before
    conversation = conversations.begin(
        store=staff.store,
        channel=order.channel_slug,
        language=rules.language(order.language_code),
        email=order.customer_email,
        name=order.customer_name[:100],
        now=now,
        is_confirmed=True,
    )
    taken: dict[str, Any] = {"medium": Medium.MAIL, "assigned_email": staff.email, "first_replied_at": now}
    ticket = add(staff.store, conversation, about, order, State.WAITING, now, **taken)
    message = _say(staff, ticket, said, key, now)
    assert message is not None  # noqa: S101  a new conversation has said nothing before
    mails.answer(ticket=ticket, message=message, now=now)
    announcing.answered(ticket=ticket, message=message, now=now)
    colleagues.remember(store=staff.store, email=staff.email)
    finding.remember(ticket_ids=[ticket.pk])
    return as_seen(staff, ticket)


def _opened_before(staff: Staff, order: Order, key: str) -> Ticket | None:
    if not key:
        return None
    return queries.seen_by(staff).filter(order=order, conversation__messages__key=own_key(staff, key)).first()


@transaction.atomic
def note(*, staff: Staff, ticket_id: int | None, text: str, key: str, now: datetime) -> Ticket:
    """Add a note that staff alone see; whom the ticket waits for stays. Raises TicketRefused."""
    said = read_text("text", text)
    ticket = locked(staff, ticket_id)
    _jot(staff, ticket, said, key, now)
    return as_seen(staff, ticket)


@transaction.atomic
def jot(*, staff: Staff, ticket_id: int | None, text: str, key: str, now: datetime) -> tuple[int, bool]:
    """As note does; return the number of the message, and whether it is new."""
    said = read_text("text", text)
    return _jot(staff, locked(staff, ticket_id), said, key, now)


def _jot(staff: Staff, ticket: Ticket, said: str, key: str, now: datetime) -> tuple[int, bool]:
    noted = conversations.jot(
        conversation=ticket.conversation, by=staff.email, text=said, key=own_key(staff, key), now=now
    )
    finding.remember(ticket_ids=[ticket.pk])
    return noted


def _say(
    staff: Staff,
    ticket: Ticket,
    said: str,
    key: str,
    now: datetime,
    photos: Mapping[str, str] = pictures.NOT_DESCRIBED,
    channel: Medium | None = Medium.MAIL,
) -> ConversationMessage | None:
    """Return the new message, or None where this very one was said before."""
    told: dict[str, Any] = {
        "conversation": ticket.conversation,
        "author": Author.STAFF,
        "author_name": staff.email,
        "text": said,
        "key": own_key(staff, key),
        "channel": channel,
        "now": now,
    }
    added = _show(photos, told) if photos else conversations.say(**told)
    return added.message if isinstance(added, conversations.Said) else None


def _show(photos: Mapping[str, str], told: Mapping[str, Any]) -> conversations.Said | conversations.Already:
    try:
        alts = {token: described(alt) for token, alt in photos.items()}
        return pictures.send(**told, tokens=list(photos), alts=alts)
    except TextWrong as wrong:
        raise TicketRefused("photos", wrong.code, str(wrong)) from wrong


def _is_said(ticket: Ticket, key: str) -> bool:
    return bool(key) and ticket.conversation.messages.filter(key=key).exists()


def _mails_key(key: str) -> str:
    """Return the key of a mail's own id, which may be longer than a key is."""
    return f"mail {sha256(key.encode('utf-8', 'replace')).hexdigest()[:48]}" if key else ""
