"""The only writes to tickets, each with the mail that belongs to it in the same transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from ..conversations import actions as conversations
from ..conversations.models import Author, Conversation, ConversationMessage, Happening
from ..conversations.rules import Limit, TextWrong, line, network_of, text
from ..mails.rendering import Words
from ..people.addresses import is_email, normal_address
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from . import mails, queries, rules
from .models import State, Ticket


class TicketRefused(Exception):
    """It cannot be done; `field` is the input's that is wrong."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.code = code


class TooOften(Exception):
    """Somebody has used an open door too often."""

    code = "LIMITED"


@dataclass(frozen=True, slots=True)
class Opened:
    """A new ticket: its number, and the token with which the page that sent the form reads and writes on."""

    number: int
    token: str


def open_from_form(
    *, store: Store, channel: str, form: rules.Form, address: str, now: datetime, vouched_email: str = ""
) -> Opened:
    """Open a ticket for what a shopper wrote and confirm it by mail; the same form twice is one. Raises TooOften.

    `address` is where on the network it came from, `vouched_email` what Saleor says is the shopper's. Whether the order
    they named is theirs is noted for staff; nothing that the shopper sees tells it.
    """
    for who in (f"form from {network_of(address)}", f"form of {normal_address(form.email)}"):
        _limit(store, who, rules.FORMS, now)
    return _open(store=store, channel=channel, form=form, vouched_email=vouched_email, now=now)


def _limit(store: Store, who: str, limit: Limit, now: datetime) -> None:
    if not conversations.knock(store=store, who=who, limit=limit, now=now):
        raise TooOften("That was a lot of messages. Try again in an hour.")


@transaction.atomic
def _open(*, store: Store, channel: str, form: rules.Form, vouched_email: str, now: datetime) -> Opened:
    # One at a time, so that of two copies of a form the second finds the first one's ticket.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    before = queries.begun_by(store, form.digest) if form.digest else None
    if before is not None:
        return Opened(before.number, conversations.widget_token(conversation=before.conversation, now=now))
    order = queries.named_order(store, form.order) if form.order else None
    conversation = conversations.begin(
        store=store,
        channel=order.channel_slug if order else channel,
        language=form.language,
        email=form.email,
        name=form.name,
        is_confirmed=normal_address(vouched_email) == normal_address(form.email),
        form_digest=form.digest,
        now=now,
    )
    ticket = _add(store, conversation, form.subject, order, State.OPEN, now)
    if form.order and order is None:
        happened = Happening.ORDER_NOT_FOUND
        conversations.note(conversation=conversation, event=happened, about=form.order.number, now=now)
    conversations.say(conversation=conversation, author=Author.SHOPPER, author_name=form.name, text=form.text, now=now)
    mails.confirm(ticket=ticket, now=now)
    return Opened(ticket.number, conversations.widget_token(conversation=conversation, now=now))


def _add(
    store: Store, conversation: Conversation, subject: str, order: Order | None, state: State, now: datetime
) -> Ticket:
    """Make the row under the store's next number. Must run in a transaction: numbers are given one after the other."""
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    last = store.tickets.aggregate(last=Max("number"))["last"] or 0
    return Ticket.across_stores.create(
        store=store,
        number=last + 1,
        conversation=conversation,
        order=order,
        state=state,
        subject=subject,
        created_at=now,
        updated_at=now,
    )


@transaction.atomic
def answer(*, conversation: Conversation, given: object, key: str, now: datetime) -> ConversationMessage:
    """Add what a shopper wrote in their conversation; its ticket waits for staff again.

    The same `key` again, by a reload or a second click, is the message that is there. Raises TextWrong, or TooOften.
    """
    said, key = text(given), key[:64]
    ticket = Ticket.across_stores.select_for_update(of=("self",), no_key=True).get(conversation=conversation)
    before = conversation.messages.filter(key=key).first() if key else None
    if before is not None:
        return before
    _limit(ticket.store, f"answers in {conversation.pk}", rules.ANSWERS, now)
    name = conversation.name
    if ticket.state == State.CLOSED:
        conversations.note(conversation=conversation, event=Happening.REOPENED, by=name, now=now)
    added = conversations.say(
        conversation=conversation, author=Author.SHOPPER, author_name=name, text=said, key=key, now=now
    )
    _touch(ticket, State.OPEN, now)
    return added.message


def _touch(ticket: Ticket, state: State, now: datetime, **values: Any) -> None:
    ticket.state, ticket.updated_at = state, now
    ticket.closed_at = now if state == State.CLOSED else None
    for name, value in values.items():
        setattr(ticket, name, value)
    ticket.save(update_fields=["state", "updated_at", "closed_at", *values])


@transaction.atomic
def reply(*, staff: Staff, ticket_id: int | None, text: str, key: str, now: datetime) -> Ticket:
    """Answer the shopper; the ticket then waits for them, and is the first answerer's. Raises TicketRefused."""
    said = _text("text", text)
    ticket = _locked(staff, ticket_id)
    added = _say(staff, ticket, said, key, now)
    if added is not None:
        _touch(ticket, State.WAITING, now, assigned_email=ticket.assigned_email or staff.email)
        mails.answer(ticket=ticket, message=added, now=now)
    return _as_seen(staff, ticket)


def _say(staff: Staff, ticket: Ticket, said: str, key: str, now: datetime) -> ConversationMessage | None:
    """Return the new message, or None where this very one was said before."""
    added = conversations.say(
        conversation=ticket.conversation,
        author=Author.STAFF,
        author_name=staff.email,
        text=said,
        key=f"{staff.user_id} {key}"[:64] if key else "",
        now=now,
    )
    return added.message if isinstance(added, conversations.Said) else None


@transaction.atomic
def write_first(*, staff: Staff, order_id: str, subject: str, text: str, key: str, now: datetime) -> Ticket:
    """Open a ticket by writing to an order's customer. Raises TicketRefused."""
    about, said = _text("subject", subject, rules.MOST_SUBJECT), _text("text", text)
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
    ticket = _add(staff.store, conversation, about, order, State.WAITING, now)
    _touch(ticket, State.WAITING, now, assigned_email=staff.email)
    message = _say(staff, ticket, said, key, now)
    assert message is not None  # noqa: S101  a new conversation has said nothing before
    mails.answer(ticket=ticket, message=message, now=now)
    return _as_seen(staff, ticket)


def _opened_before(staff: Staff, order: Order, key: str) -> Ticket | None:
    if not key:
        return None
    name = f"{staff.user_id} {key}"[:64]
    return queries.seen_by(staff).filter(order=order, conversation__messages__key=name).first()


def close(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    return _set(staff, ticket_id, State.CLOSED, now)


def reopen(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    return _set(staff, ticket_id, State.OPEN, now)


@transaction.atomic
def _set(staff: Staff, ticket_id: int | None, state: State, now: datetime) -> Ticket:
    """Close a ticket, or open a closed one; where it is so already, nothing happens."""
    ticket = _locked(staff, ticket_id)
    if (ticket.state == State.CLOSED) != (state == State.CLOSED):
        event = Happening.CLOSED if state == State.CLOSED else Happening.REOPENED
        conversations.note(conversation=ticket.conversation, event=event, by=staff.email, now=now)
        _touch(ticket, state, now)
    return _as_seen(staff, ticket)


def test_sender(*, staff: Staff, channel: str, locale: str, words: Words | None, now: datetime) -> str:
    """Mail the caller as shoppers are mailed, these words or ours for it; return their address.

    Raises TooOften within the same minute.
    """
    spoken = rules.language(locale)
    if not mails.test(store=staff.store, channel=channel, language=spoken, words=words, to=staff.email, now=now):
        raise TooOften("A test mail went to you less than a minute ago.")
    return staff.email


def _locked(staff: Staff, ticket_id: int | None) -> Ticket:
    rows = queries.seen_by(staff).select_for_update(of=("self",), no_key=True)
    ticket = None if ticket_id is None else rows.filter(pk=ticket_id).first()
    if ticket is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such ticket.")
    return ticket


def _as_seen(staff: Staff, ticket: Ticket) -> Ticket:
    return queries.seen_by(staff).get(pk=ticket.pk)


def _text(field: str, given: str, most: int = 0) -> str:
    read: Callable[[], str] = (lambda: line(given, most=most)) if most else (lambda: text(given))
    try:
        return read()
    except TextWrong as wrong:
        raise TicketRefused(field, wrong.code, str(wrong)) from wrong
