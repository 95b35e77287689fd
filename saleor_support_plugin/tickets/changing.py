"""The only writes that change many tickets at once: tags, state, whose they are, and until when they sleep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Happening
from ..stores.callers import Staff
from . import colleagues, queries, rules
from .actions import must_not_be_live, turn
from .models import State, Ticket
from .refusing import TicketRefused

MOST_AT_ONCE = 100
MOST_SNOOZED = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of them; `assign_to` is whose they are from now on, empty for nobody's."""

    add_tags: Sequence[str] = ()
    remove_tags: Sequence[str] = ()
    state: State | None = None
    assign_to: str | None = None
    snooze_until: datetime | None = None
    wake: bool = False


@transaction.atomic
def change(*, staff: Staff, ticket_ids: Sequence[int | None], wanted: Change, now: datetime) -> list[Ticket]:
    """Do all of it to all of them, or raise TicketRefused and do nothing."""
    ids = list(dict.fromkeys(ticket_ids))
    if len(ids) > MOST_AT_ONCE:
        raise TicketRefused("ids", "TOO_MANY", f"At most {MOST_AT_ONCE} tickets are changed at once.")
    rows = queries.seen_by(staff).select_for_update(of=("self",), no_key=True)
    tickets = {one.pk: one for one in rows.filter(pk__in=[pk for pk in ids if pk is not None]).order_by("pk")}
    if len(tickets) < len(ids):
        raise TicketRefused("ids", "NOT_FOUND", "There is no such ticket.")
    if any(one.merged_into_id is not None for one in tickets.values()):
        raise TicketRefused("ids", "MERGED", "One of these was put into another ticket. Work goes on there.")
    if wanted.assign_to:
        wanted = replace(wanted, assign_to=_assignee(staff, wanted.assign_to))
    given = [one for one in tickets.values() if wanted.assign_to not in (None, one.assigned_email)]
    for ticket in tickets.values():
        _change(staff, ticket, wanted, now)
    colleagues.tell(tickets=given, by=staff.email)
    seen = {one.pk: one for one in queries.seen_by(staff).filter(pk__in=list(tickets))}
    return [seen[pk] for pk in ids if pk is not None]


def _change(staff: Staff, ticket: Ticket, wanted: Change, now: datetime) -> None:
    values: dict[str, Any] = {}
    if wanted.add_tags or wanted.remove_tags:
        values["tags"] = rules.tagged(ticket.tags, wanted.add_tags, wanted.remove_tags)
    if wanted.snooze_until is not None:
        must_not_be_live(ticket, "snoozeUntil")
        values["snoozed_until"] = _in_time(wanted.snooze_until, now)
    if wanted.wake:
        values["snoozed_until"] = None
    if wanted.assign_to is not None:
        values |= _assigned(staff, ticket, wanted.assign_to, now)
    if wanted.state is not None:
        turn(staff, ticket, wanted.state, now)
    for name, value in values.items():
        setattr(ticket, name, value)
    if values:
        ticket.save(update_fields=[*values])


def _assignee(staff: Staff, email: str) -> str:
    """Return whose they shall be: the caller, or somebody whom the store knows. Raises TicketRefused."""
    if email == staff.email:
        colleagues.remember(store=staff.store, email=email)
        return email
    return colleagues.known(store=staff.store, email=email, field="assignTo")


def _assigned(staff: Staff, ticket: Ticket, email: str, now: datetime) -> dict[str, str]:
    if ticket.assigned_email == email:
        return {}
    must_not_be_live(ticket, "assignTo")
    conversations.note(conversation=ticket.conversation, event=Happening.ASSIGNED, by=staff.email, about=email, now=now)
    return {"assigned_email": email}


def _in_time(until: datetime, now: datetime) -> datetime:
    if not now < until <= now + MOST_SNOOZED:
        raise TicketRefused("snoozeUntil", "INVALID", "This is a time to come, within a year.")
    return until
