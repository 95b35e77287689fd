"""The only writes to tickets, each with the mail that belongs to it in the same transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations import photos as pictures
from ..conversations.models import Author, Conversation, ConversationMessage, Happening, Medium
from ..conversations.rules import Limit, TextWrong, described, line, network_of, text
from ..conversations.word_filter import word_filter
from ..mails.rendering import Words
from ..people.addresses import is_email, normal_address
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.queries import configuration
from . import announcing, answering, clocking, colleagues, finding, mails, queries, rules
from .models import State, Ticket
from .opening import add
from .refusing import TicketRefused


class TooOften(Exception):
    """Somebody has used an open door too often."""

    code = "LIMITED"


@dataclass(frozen=True, slots=True)
class Opened:
    """A new ticket: its number, and the token with which the page that sent the form reads and writes on."""

    number: int
    token: str


def open_from_form(
    *,
    store: Store,
    channel: str,
    form: rules.Form,
    address: str,
    now: datetime,
    vouched_email: str = "",
    in_any_words: bool = False,
) -> Opened:
    """Open a ticket for what a shopper wrote and confirm it by mail; the same form twice is one.

    `address` is where on the network it came from, `vouched_email` what Saleor says is the shopper's. Whether the order
    they named is theirs is noted for staff; nothing that the shopper sees tells it. Raises TooOften, and TextWrong with
    code WORDS; `in_any_words` where they cannot be asked for other ones.
    """
    for who in (f"form from {network_of(address)}", f"form of {normal_address(form.email)}"):
        limit_use(store, who, rules.FORMS, now)
    card = _card(store, channel, f"{form.subject} {form.text}", in_any_words=in_any_words)
    return _open(store=store, channel=channel, form=form, vouched_email=vouched_email, card=card, now=now)


def _card(store: Store, channel: str, said: str, *, in_any_words: bool) -> dict[str, Any] | None:
    words = word_filter(configuration(store, channel))
    return words.mark(said) if in_any_words else words.card(said)


def limit_use(store: Store, who: str, limit: Limit, now: datetime) -> None:
    """Count one use of an open door. Raises TooOften."""
    if not conversations.knock(store=store, who=who, limit=limit, now=now):
        raise TooOften("That was a lot of messages. Try again in an hour.")


@transaction.atomic
def _open(
    *, store: Store, channel: str, form: rules.Form, vouched_email: str, card: Mapping[str, Any] | None, now: datetime
) -> Opened:
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
    about: dict[str, Any] = {"medium": Medium.FORM, "reason": form.reason, "lines": form.lines}
    subject = form.name or rules.UNSAID if card else form.subject
    ticket = add(store, conversation, subject, order, State.OPEN, now, **about)
    if form.order and order is None:
        happened = Happening.ORDER_NOT_FOUND
        conversations.note(conversation=conversation, event=happened, about=form.order.number, now=now)
    note_context(conversation, form.context, now)
    said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": form.name, "channel": Medium.FORM}
    conversations.say(conversation=conversation, text=form.text, card=card, now=now, **said)
    mails.confirm(ticket=ticket, now=now)
    finding.remember(ticket_ids=[ticket.pk])
    return Opened(ticket.number, conversations.widget_token(conversation=conversation, now=now))


def note_context(conversation: Conversation, context: rules.Context | None, now: datetime) -> None:
    """Tell staff what the page was about from which somebody wrote."""
    if context:
        conversations.note(conversation=conversation, event=Happening.LOOKED_AT, about=str(context), now=now)


@transaction.atomic
def open_about(
    *,
    order: Order,
    subject: str,
    text: str,
    language: str,
    key: str,
    now: datetime,
    department: str = "",
    due_at: datetime | None = None,
    reason: str = "",
    lines: Iterable[tuple[str, int]] = (),
    channel: Medium = Medium.REVIEW,
) -> Ticket:
    """Open a ticket for what an order's customer said elsewhere, in a review say; nothing is mailed to them.

    `due_at` is by when somebody should answer, where that is not as usual; `lines` are as opening.add has them.
    """
    conversation = conversations.begin(
        store=order.store,
        channel=order.channel_slug,
        language=language,
        email=order.customer_email,
        name=order.customer_name[:100],
        is_confirmed=True,
        now=now,
    )
    about: dict[str, Any] = {"department": department, "reply_by": due_at, "reason": reason, "lines": lines}
    about["medium"] = channel
    ticket = add(order.store, conversation, subject[: rules.MOST_SUBJECT], order, State.OPEN, now, **about)
    said: dict[str, Any] = {"author": Author.SHOPPER, "author_name": conversation.name, "channel": channel}
    card = _card(order.store, order.channel_slug, text, in_any_words=True)
    conversations.say(conversation=conversation, text=text, key=key, card=card, now=now, **said)
    finding.remember(ticket_ids=[ticket.pk])
    return ticket


@transaction.atomic
def answer(
    *,
    conversation: Conversation,
    given: object,
    key: str,
    now: datetime,
    channel: Medium | None = None,
    photos: Sequence[str] = (),
    in_any_words: bool = False,
) -> ConversationMessage:
    """Add what a shopper wrote in their conversation; its ticket, or the one it was put into, waits for staff again.

    With `photos`, ids of pictures that were sent for it, there need not be words. The same `key` again, by a reload or
    a second click, is the message that is there. `in_any_words` is as in open_from_form. Raises TextWrong, or TooOften.
    """
    said, key = "" if photos and not str(given).strip() else text(given), key[:64]
    ticket = worked_on(conversation)
    before = conversation.messages.filter(key=key).first() if key else None
    if before is not None:
        return before
    card = _card(ticket.store, conversation.channel_slug, said, in_any_words=in_any_words)
    limit_use(ticket.store, f"answers in {conversation.pk}", rules.ANSWERS, now)
    name = conversation.name
    if ticket.state == State.CLOSED:
        conversations.note(conversation=ticket.conversation, event=Happening.REOPENED, by=name, now=now)
    told: dict[str, Any] = {"author": Author.SHOPPER, "author_name": name, "channel": channel}
    if photos:
        told |= {"tokens": photos, "has_words": card is not None}
        added = pictures.send(conversation=conversation, text=said, key=key, now=now, **told)
    else:
        added = conversations.say(conversation=conversation, text=said, key=key, card=card, now=now, **told)
    _touch(ticket, State.OPEN, now, snoozed_until=None)
    finding.remember(ticket_ids=[ticket.pk])
    return added.message


def worked_on(conversation: Conversation) -> Ticket:
    """Return, locked, the ticket in which work on a conversation is done: its own, or the one that was put into."""
    rows = Ticket.across_stores.select_for_update(of=("self",), no_key=True)
    own = rows.get(conversation=conversation)
    return own if own.merged_into_id is None else rows.get(pk=own.merged_into_id)


@transaction.atomic
def reopen_alone(*, ticket: Ticket, by: str, now: datetime) -> Ticket:
    """Have a ticket wait for staff again that nobody wrote in: its clocks run on. `by` is whose doing that is."""
    mine = worked_on(ticket.conversation)
    if mine.state == State.CLOSED:
        conversations.note(conversation=mine.conversation, event=Happening.REOPENED, by=by, now=now)
    _touch(mine, State.OPEN, now, snoozed_until=None)
    return mine


@transaction.atomic
def solve(*, conversation: Conversation, now: datetime) -> Ticket:
    """Close a ticket for its shopper, who says that it is done; where it is closed already, nothing happens."""
    ticket = worked_on(conversation)
    if ticket.state != State.CLOSED:
        conversations.note(conversation=ticket.conversation, event=Happening.CLOSED, by=conversation.name, now=now)
        _touch(ticket, State.CLOSED, now)
    return ticket


def _touch(ticket: Ticket, state: State, now: datetime, **values: Any) -> None:
    before = ticket.state
    if before == State.CLOSED and state == State.OPEN and rules.was_done(ticket.closed_at, now):
        values["reopened"] = ticket.reopened + 1
    ticket.state, ticket.updated_at = state, now
    ticket.closed_at = now if state == State.CLOSED else None
    for name, value in values.items():
        setattr(ticket, name, value)
    settled = clocking.settle(ticket, now)
    ticket.save(update_fields=["state", "updated_at", "closed_at", *values, *settled])
    if before != State.CLOSED and state == State.CLOSED:
        announcing.closed(ticket=ticket, now=now)
    elif before == State.CLOSED and state != State.CLOSED:
        announcing.reopened(ticket=ticket, now=now)


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
        _touch(ticket, State.WAITING, now, first_replied_at=ticket.first_replied_at or now, **taken)
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
        _touch(ticket, State.WAITING, now, first_replied_at=ticket.first_replied_at or now, **taken)
        answering.bring(ticket=ticket, message=added.message, way=way, now=now)
        announcing.answered(ticket=ticket, message=added.message, now=now)
        colleagues.remember(store=store, email=sender)
        finding.remember(ticket_ids=[ticket.pk])
    return ticket


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


def _is_said(ticket: Ticket, key: str) -> bool:
    return bool(key) and ticket.conversation.messages.filter(key=key).exists()


def _show(photos: Mapping[str, str], told: Mapping[str, Any]) -> conversations.Said | conversations.Already:
    try:
        alts = {token: described(alt) for token, alt in photos.items()}
        return pictures.send(**told, tokens=list(photos), alts=alts)
    except TextWrong as wrong:
        raise TicketRefused("photos", wrong.code, str(wrong)) from wrong


def _mails_key(key: str) -> str:
    """Return the key of a mail's own id, which may be longer than a key is."""
    return f"mail {sha256(key.encode('utf-8', 'replace')).hexdigest()[:48]}" if key else ""


def own_key(staff: Staff, key: str) -> str:
    """Return a key as it is kept: two members of staff may choose the same one."""
    return f"{staff.user_id} {key}"[:64] if key else ""


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


def close(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    return _set(staff, ticket_id, State.CLOSED, now)


def reopen(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    return _set(staff, ticket_id, State.OPEN, now)


@transaction.atomic
def _set(staff: Staff, ticket_id: int | None, state: State, now: datetime) -> Ticket:
    """Close a ticket, or open a closed one; where it is so already, nothing happens."""
    ticket = locked(staff, ticket_id)
    if (ticket.state == State.CLOSED) != (state == State.CLOSED):
        turn(staff, ticket, state, now)
    return as_seen(staff, ticket)


def turn(staff: Staff, ticket: Ticket, state: State, now: datetime) -> None:
    """Say whom a ticket that is locked waits for; closing and opening again is noted. Raises TicketRefused."""
    was_closed, is_closed = ticket.state == State.CLOSED, state == State.CLOSED
    if ticket.state == state:
        return
    if is_closed:
        must_not_be_live(ticket, "id")
    if was_closed != is_closed:
        event = Happening.CLOSED if is_closed else Happening.REOPENED
        conversations.note(conversation=ticket.conversation, event=event, by=staff.email, now=now)
    _touch(ticket, state, now)


def must_not_be_live(ticket: Ticket, field: str) -> None:
    """Raises TicketRefused: whose a live chat is, and when it ends, the queue knows."""
    if ticket.conversation.is_live:
        raise TicketRefused(field, "LIVE", "A chat goes on in this ticket. End it, or hand it over, first.")


def wake_due(*, now: datetime) -> int:
    """Let tickets come back that have slept long enough, on top of their lists; return how many."""
    return Ticket.across_stores.filter(snoozed_until__lte=now).update(snoozed_until=None, updated_at=now)


def test_sender(*, staff: Staff, channel: str, locale: str, words: Words | None, now: datetime) -> str:
    """Mail the caller as shoppers are mailed, these words or ours for it; return their address.

    Raises TooOften within the same minute.
    """
    spoken = rules.language(locale)
    if not mails.test(store=staff.store, channel=channel, language=spoken, words=words, to=staff.email, now=now):
        raise TooOften("A test mail went to you less than a minute ago.")
    return staff.email


def locked(staff: Staff, ticket_id: int | None) -> Ticket:
    rows = queries.seen_by(staff).select_for_update(of=("self",), no_key=True)
    ticket = None if ticket_id is None else rows.filter(pk=ticket_id).first()
    if ticket is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such ticket.")
    if ticket.merged_into_id is not None:
        raise TicketRefused("id", "MERGED", "This ticket was put into another one. Work goes on there.")
    return ticket


def as_seen(staff: Staff, ticket: Ticket) -> Ticket:
    return queries.seen_by(staff).get(pk=ticket.pk)


def read_text(field: str, given: str, most: int = 0) -> str:
    read: Callable[[], str] = (lambda: line(given, most=most)) if most else (lambda: text(given))
    try:
        return read()
    except TextWrong as wrong:
        raise TicketRefused(field, wrong.code, str(wrong)) from wrong
