"""The only writes to tickets, each with the mail that belongs to it in the same transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations import photos as pictures
from ..conversations.models import Author, Conversation, ConversationMessage, Happening, Medium
from ..conversations.rules import Limit, TextWrong, line, network_of, text
from ..conversations.word_filter import word_filter
from ..mails.rendering import Words
from ..people.addresses import normal_address
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.queries import configuration
from . import announcing, clocking, finding, mails, queries, rules, site_problems
from .models import State, Ticket
from .opening import add
from .refusing import TicketRefused
from .site_problems import SiteProblem


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
    site: SiteProblem | None = None,
    in_any_words: bool = False,
) -> Opened:
    """Open a ticket for what a shopper wrote and confirm it by mail; the same form twice is one.

    `address` is where on the network it came from, `vouched_email` what Saleor says is the shopper's. Whether the order
    they named is theirs is noted for staff; nothing that the shopper sees tells it. `site` is a page on which something
    does not work. Raises TooOften, and TextWrong with
    code WORDS; `in_any_words` where they cannot be asked for other ones.
    """
    for who in (f"form from {network_of(address)}", f"form of {normal_address(form.email)}"):
        limit_use(store, who, rules.FORMS, now)
    card = _card(store, channel, f"{form.subject} {form.text}", in_any_words=in_any_words)
    return _open(store=store, channel=channel, form=form, vouched_email=vouched_email, site=site, card=card, now=now)


def _card(store: Store, channel: str, said: str, *, in_any_words: bool) -> dict[str, Any] | None:
    words = word_filter(configuration(store, channel))
    return words.mark(said) if in_any_words else words.card(said)


def limit_use(store: Store, who: str, limit: Limit, now: datetime) -> None:
    """Count one use of an open door. Raises TooOften."""
    if not conversations.knock(store=store, who=who, limit=limit, now=now):
        raise TooOften("That was a lot of messages. Try again in an hour.")


@transaction.atomic
def _open(
    *,
    store: Store,
    channel: str,
    form: rules.Form,
    vouched_email: str,
    site: SiteProblem | None,
    card: Mapping[str, Any] | None,
    now: datetime,
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
    if site:
        site_problems.keep(conversation=conversation, problem=site, now=now)
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
    touch(ticket, State.OPEN, now, snoozed_until=None)
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
    touch(mine, State.OPEN, now, snoozed_until=None)
    return mine


@transaction.atomic
def solve(*, conversation: Conversation, now: datetime) -> Ticket:
    """Close a ticket for its shopper, who says that it is done; where it is closed already, nothing happens."""
    ticket = worked_on(conversation)
    if ticket.state != State.CLOSED:
        conversations.note(conversation=ticket.conversation, event=Happening.CLOSED, by=conversation.name, now=now)
        touch(ticket, State.CLOSED, now)
    return ticket


def touch(ticket: Ticket, state: State, now: datetime, **values: Any) -> None:
    """Say whom a ticket that is locked waits for, and other columns of it; its clocks follow, and who listens hears."""
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


def own_key(staff: Staff, key: str) -> str:
    """Return a key as it is kept: two members of staff may choose the same one."""
    return f"{staff.user_id} {key}"[:64] if key else ""


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
    touch(ticket, state, now)


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
