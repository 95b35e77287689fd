"""The only writes that put tickets together, take them apart, and link them.

Nothing that was said moves: a ticket that is put into another keeps its conversation, so that a wrong merge shows no
shopper another's words, and taking it out again brings back what was. What is split off is said again elsewhere.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ..conversations import actions as conversations
from ..conversations.models import Author, Conversation, ConversationMessage, Happening
from ..stores.callers import Staff
from . import clocking, finding, matters, queries, rules
from .actions import as_seen, locked, must_not_be_live, own_key, read_text
from .models import State, Ticket, TicketLink
from .opening import add
from .refusing import TicketRefused

MOST_AT_ONCE = 20
MOST_SPLIT = 200
MOST_WHY = 200
# What one that waits for staff is put into waits for staff.
URGENCY = (State.CLOSED, State.WAITING, State.OPEN)


@transaction.atomic
def merge(
    *,
    staff: Staff,
    into_id: int | None,
    ticket_ids: Sequence[int | None],
    key: str,
    now: datetime,
    force: bool = False,
    why: str = "",
) -> Ticket:
    """Put tickets into another one, all or none; the same `key` again does nothing more. Raises TicketRefused.

    Tickets of another customer need `force`, and `why`.
    """
    into, others = _held(staff, into_id, ticket_ids)
    if _was_done(into, own_key(staff, key)):
        return as_seen(staff, into)
    said = read_text("why", why, MOST_WHY) if why.strip() else ""
    if force and not said:
        raise TicketRefused("why", "REQUIRED", "Say why tickets of different customers are one matter.")
    for other in [into, *others]:
        _must_be_mergeable(other, into)
    if not force:
        _must_be_one_customers([into, *others])
    for place, other in enumerate(others):
        other.merged_into, other.merged_at = into, now
        other.save(update_fields=["merged_into", "merged_at", *clocking.settle(other, now)])
        about = f"{other.number} {said}".strip()
        once = own_key(staff, key) if place == 0 else ""
        conversations.note(
            conversation=into.conversation, event=Happening.MERGED, by=staff.email, about=about, key=once, now=now
        )
    _wait_as_they_do(into, others, now)
    finding.remember(ticket_ids=[into.pk])
    return as_seen(staff, into)


def _held(staff: Staff, into_id: int | None, ticket_ids: Sequence[int | None]) -> tuple[Ticket, list[Ticket]]:
    wanted = list(dict.fromkeys(ticket_ids))
    if not wanted or into_id in wanted:
        raise TicketRefused("ids", "INVALID", "Name one ticket or more, and another one to put them into.")
    if len(wanted) > MOST_AT_ONCE:
        raise TicketRefused("ids", "TOO_MANY", f"At most {MOST_AT_ONCE} tickets are put together at once.")
    rows = _rows(staff, [into_id, *wanted])
    if into_id is None or into_id not in rows:
        raise TicketRefused("into", "NOT_FOUND", "There is no such ticket.")
    if len(rows) <= len(wanted):
        raise TicketRefused("ids", "NOT_FOUND", "There is no such ticket.")
    return rows[into_id], [rows[pk] for pk in wanted if pk is not None]


def _rows(staff: Staff, ids: Sequence[int | None]) -> dict[int, Ticket]:
    """Lock tickets, in the order in which everybody does."""
    mine = queries.seen_by(staff).select_for_update(of=("self",), no_key=True)
    return {one.pk: one for one in mine.filter(pk__in=[pk for pk in ids if pk is not None]).order_by("pk")}


def _was_done(ticket: Ticket, key: str) -> bool:
    return bool(key) and ticket.conversation.messages.filter(key=key).exists()


def _must_be_mergeable(ticket: Ticket, into: Ticket) -> None:
    field = "into" if ticket is into else "ids"
    if ticket.merged_into_id is not None:
        raise TicketRefused(field, "MERGED", f"#{ticket.number} was put into another ticket before.")
    if ticket is not into and ticket.merged.exists():
        raise TicketRefused(field, "MERGED", f"Others were put into #{ticket.number}. Put this one into it instead.")
    must_not_be_live(ticket, field)


def _must_be_one_customers(tickets: Sequence[Ticket]) -> None:
    first = tickets[0]
    for other in tickets[1:]:
        both = (first.conversation, other.conversation)
        emails = [one.email.strip().casefold() for one in both]
        if not matters.is_same_customer(emails, (first.phone, other.phone), [one.shopper_key for one in both]):
            message = f"#{other.number} is another customer's than #{first.number}."
            raise TicketRefused("ids", "ANOTHER_CUSTOMER", message)


def _wait_as_they_do(into: Ticket, others: Sequence[Ticket], now: datetime) -> None:
    into.state = max((State(one.state) for one in (into, *others)), key=URGENCY.index)
    into.updated_at = now
    into.closed_at = into.closed_at if into.state == State.CLOSED else None
    into.save(update_fields=["state", "updated_at", "closed_at", *clocking.settle(into, now)])


@transaction.atomic
def unmerge(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    """Take a ticket out again of the one it was put into, as it was before. Raises TicketRefused."""
    ticket = _rows(staff, [ticket_id]).get(ticket_id or 0)
    if ticket is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such ticket.")
    if ticket.merged_into is None or _is_split_back(ticket):
        raise TicketRefused("id", "INVALID", "This ticket was put into no other one.")
    into = ticket.merged_into
    if not may_undo(ticket):
        raise TicketRefused("id", "ANSWERED", "Something was said in it since. Split off what does not belong there.")
    ticket.merged_into = ticket.merged_at = None
    ticket.save(update_fields=["merged_into", "merged_at", *clocking.settle(ticket, now)])
    about = str(ticket.number)
    conversations.note(conversation=into.conversation, event=Happening.UNMERGED, by=staff.email, about=about, now=now)
    finding.remember(ticket_ids=[into.pk, ticket.pk])
    return as_seen(staff, ticket)


def may_undo(ticket: Ticket) -> bool:
    """Say whether nobody has said anything, in either, since a ticket was put into another one."""
    if ticket.merged_into_id is None or ticket.merged_at is None or _is_split_back(ticket):
        return False
    return not _said_since([ticket.pk, ticket.merged_into_id], ticket.merged_at)


def _is_split_back(ticket: Ticket) -> bool:
    return ticket.merged_into_id is not None and ticket.merged_into_id == ticket.split_from_id


def _said_since(ticket_ids: Sequence[int], at: datetime) -> bool:
    said = ConversationMessage.across_stores.filter(conversation__ticket__in=ticket_ids, at__gt=at)
    return said.exclude(author=Author.SYSTEM).exists()


@transaction.atomic
def split(*, staff: Staff, ticket_id: int | None, seqs: Sequence[int], subject: str, key: str, now: datetime) -> Ticket:
    """Make another ticket of some messages; the same `key` again is the same one. Raises TicketRefused."""
    about = read_text("subject", subject, rules.MOST_SUBJECT)
    ticket = locked(staff, ticket_id)
    once = own_key(staff, key)
    before = ticket.split_off.filter(conversation__messages__key=once).first() if once else None
    if before is not None:
        return as_seen(staff, before)
    must_not_be_live(ticket, "id")
    chosen = _chosen(ticket, seqs)
    conversation = _begun_as(ticket.conversation, now)
    medium = chosen[0].channel or ticket.medium
    made = add(ticket.store, conversation, about, ticket.order, State.OPEN, now, medium=medium, split_from=ticket)
    conversations.say_again(messages=chosen, conversation=conversation)
    conversations.note(
        conversation=conversation,
        event=Happening.SPLIT_FROM,
        by=staff.email,
        about=str(ticket.number),
        key=once,
        now=now,
    )
    conversations.note(
        conversation=ticket.conversation, event=Happening.SPLIT, by=staff.email, about=str(made.number), now=now
    )
    finding.remember(ticket_ids=[made.pk])
    return as_seen(staff, made)


def _chosen(ticket: Ticket, seqs: Sequence[int]) -> list[ConversationMessage]:
    wanted = set(seqs)
    if not wanted or len(wanted) > MOST_SPLIT:
        raise TicketRefused("messages", "INVALID", f"Choose 1 to {MOST_SPLIT} messages.")
    said = ticket.conversation.messages.exclude(author=Author.SYSTEM).filter(seq__in=wanted)
    chosen = list(said.prefetch_related("photos").order_by("seq"))
    if len(chosen) < len(wanted):
        raise TicketRefused("messages", "NOT_FOUND", "There is no such message that somebody said in it.")
    return chosen


def _begun_as(before: Conversation, now: datetime) -> Conversation:
    return conversations.begin(
        store=before.store,
        channel=before.channel_slug,
        language=before.language,
        email=before.email,
        name=before.name,
        is_confirmed=before.email_confirmed_at is not None,
        whatsapp=before.whatsapp,
        now=now,
    )


@transaction.atomic
def unsplit(*, staff: Staff, ticket_id: int | None, now: datetime) -> Ticket:
    """Take back a ticket that was made of another one's messages, and return that one. Raises TicketRefused."""
    row = _rows(staff, [ticket_id]).get(ticket_id or 0)
    if row is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such ticket.")
    if row.split_from is None or row.merged_into_id is not None:
        raise TicketRefused("id", "INVALID", "This ticket is not one that was split off.")
    if _said_since([row.pk], row.created_at):
        raise TicketRefused("id", "ANSWERED", "Something was said in it since. Put them together instead.")
    whole = row.split_from
    row.merged_into, row.merged_at = whole, now
    row.save(update_fields=["merged_into", "merged_at", *clocking.settle(row, now)])
    about = str(row.number)
    conversations.note(conversation=whole.conversation, event=Happening.UNSPLIT, by=staff.email, about=about, now=now)
    return as_seen(staff, whole)


@transaction.atomic
def link(*, staff: Staff, ticket_id: int | None, other_id: int | None, now: datetime) -> Ticket:
    """Say that two tickets have to do with each other; said again, nothing happens. Raises TicketRefused."""
    ticket, other = _both(staff, ticket_id, other_id)
    first, second = sorted((ticket, other), key=lambda one: one.pk)
    values = {"by_email": staff.email, "at": now}
    _, is_new = TicketLink.across_stores.get_or_create(first=first, second=second, defaults=values)
    if is_new:
        _note_both(staff, ticket, other, Happening.LINKED, now)
    return as_seen(staff, ticket)


@transaction.atomic
def unlink(*, staff: Staff, ticket_id: int | None, other_id: int | None, now: datetime) -> Ticket:
    """Raises TicketRefused."""
    ticket, other = _both(staff, ticket_id, other_id)
    either = Q(first=ticket, second=other) | Q(first=other, second=ticket)
    if TicketLink.across_stores.filter(either).delete()[0]:
        _note_both(staff, ticket, other, Happening.UNLINKED, now)
    return as_seen(staff, ticket)


def _both(staff: Staff, ticket_id: int | None, other_id: int | None) -> tuple[Ticket, Ticket]:
    rows = _rows(staff, [ticket_id, other_id])
    if ticket_id is None or ticket_id not in rows:
        raise TicketRefused("id", "NOT_FOUND", "There is no such ticket.")
    if other_id is None or other_id not in rows:
        raise TicketRefused("to", "NOT_FOUND", "There is no such ticket.")
    if ticket_id == other_id:
        raise TicketRefused("to", "INVALID", "This is the same ticket.")
    return rows[ticket_id], rows[other_id]


def _note_both(staff: Staff, ticket: Ticket, other: Ticket, event: Happening, now: datetime) -> None:
    for one, told in ((ticket, other), (other, ticket)):
        conversations.note(conversation=one.conversation, event=event, by=staff.email, about=str(told.number), now=now)
