"""The clocks of ticket rows: run and stopped by what the ticket waits for, and told of once each."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from ..conversations import actions as conversations
from ..conversations.models import Happening
from ..conversations.reached import holidays
from ..conversations.reaching import FORM, hours_of
from ..hours.business import Hours
from ..stores.queries import configuration
from . import announcing, clocks
from .clocks import FIRST_REPLY, RESOLVE, Clock
from .models import State, Ticket

FIELDS: Mapping[str, str] = {FIRST_REPLY: "first_reply", RESOLVE: "resolve"}
HELD = ("target", "due_at", "left")
MOST_AT_ONCE = 200
# The columns that settle() may change.
SETTLED = (
    *(f"{name}_{part}" for name in FIELDS.values() for part in HELD),
    "clock_kind",
    "due_at",
    "amber_at",
    "mark_at",
)


def hours_for(ticket: Ticket, now: datetime) -> Hours:
    """Return when somebody is there to answer it: the shop's hours, whatever way it came by."""
    channel = ticket.conversation.channel_slug
    return hours_of(configuration(ticket.store, channel), FORM, holidays(ticket.store, channel, now))


def clocks_of(ticket: Ticket) -> dict[str, Clock]:
    """Return the clocks that a ticket has and that have not done their work."""
    found = {kind: [getattr(ticket, f"{name}_{part}") for part in HELD] for kind, name in FIELDS.items()}
    return {kind: Clock(*values) for kind, values in found.items() if any(part is not None for part in values[1:])}


def settle(ticket: Ticket, now: datetime, *, is_live: bool | None = None) -> tuple[str, ...]:
    """Let a ticket's clocks run or stand as it is now, and return the columns that may differ; the caller saves them.

    They run while it waits for staff; in a live chat the queue has its own. What was answered has no first reply.
    """
    live = ticket.conversation.is_live if is_live is None else is_live
    runs = ticket.state == State.OPEN and not live and ticket.merged_into_id is None
    found = clocks_of(ticket)
    if ticket.first_replied_at is not None:
        found.pop(FIRST_REPLY, None)
    hours = hours_for(ticket, now) if found and (runs or any(one.is_running for one in found.values())) else None
    if hours is not None:
        found = {kind: (clocks.run if runs else clocks.stop)(one, hours, now) for kind, one in found.items()}
    keep(ticket, found, hours, now)
    return SETTLED


def keep(ticket: Ticket, found: Mapping[str, Clock], hours: Hours | None, now: datetime) -> None:
    """Write clocks into a ticket's columns, and what lists show of them; without hours all of them stand."""
    for kind, name in FIELDS.items():
        clock = found.get(kind)
        is_done = clock is None and kind == FIRST_REPLY and ticket.first_replied_at is not None
        for part in HELD[1:] if is_done else HELD:
            setattr(ticket, f"{name}_{part}", getattr(clock, part) if clock else None)
    ambers = _ambers(found, hours, now)
    kind, shown = clocks.shown(found) or ("", None)
    if shown is None or shown.due_at != ticket.due_at:  # when it turned amber stays what it was
        ticket.amber_at = ambers.get(kind)
    ticket.clock_kind, ticket.due_at = kind, shown.due_at if shown else None
    ticket.mark_at = min((at for _, mark, at in _marks(found, ambers) if mark not in ticket.marks), default=None)


def _ambers(found: Mapping[str, Clock], hours: Hours | None, now: datetime) -> dict[str, datetime]:
    at = {kind: clocks.amber_at(one, hours, now) for kind, one in found.items()} if hours else {}
    return {kind: amber for kind, amber in at.items() if amber is not None}


def _marks(found: Mapping[str, Clock], ambers: Mapping[str, datetime]) -> list[tuple[str, str, datetime]]:
    """Return what there is to say of each clock, as it is kept in `marks`, and from when on."""
    over = {kind: one.due_at for kind, one in found.items() if one.due_at is not None}
    return [(kind, f"{kind} AMBER", at) for kind, at in ambers.items()] + [
        (kind, f"{kind} BREACHED", at) for kind, at in over.items()
    ]


def mark_due(*, now: datetime, most: int = MOST_AT_ONCE) -> int:
    """Tell in the thread, and so staff, of clocks that turned amber or are over, each once; return of how many."""
    due = Ticket.across_stores.filter(mark_at__lte=now, store__removed_at=None).order_by("mark_at")
    return sum(_mark_one(due.filter(pk=pk), now) for pk in list(due.values_list("pk", flat=True)[:most]))


@transaction.atomic
def _mark_one(rows: QuerySet[Ticket], now: datetime) -> bool:
    held = rows.select_related("conversation", "store").select_for_update(of=("self",), no_key=True, skip_locked=True)
    ticket = held.first()
    if ticket is None:
        return False
    found, hours = clocks_of(ticket), hours_for(ticket, now)
    passed = [one for one in _marks(found, _ambers(found, hours, now)) if one[2] <= now and one[1] not in ticket.marks]
    for kind in found:
        _tell(ticket, kind, [mark for of, mark, _ in passed if of == kind], now)
    keep(ticket, found, hours, now)
    ticket.save(update_fields=["marks", *SETTLED])
    return True


def _tell(ticket: Ticket, kind: str, marks: list[str], now: datetime) -> None:
    """Note the last of what has passed: where both have since anybody looked, that it is over says it all."""
    ticket.marks = [*ticket.marks, *marks]
    if marks:
        event = Happening.CLOCK_BREACHED if marks[-1].endswith("BREACHED") else Happening.CLOCK_AMBER
        conversations.note(conversation=ticket.conversation, event=event, about=kind, now=now)
        if event == Happening.CLOCK_BREACHED:
            announcing.breached(ticket=ticket, kind=kind, now=now)


def give(ticket: Ticket, wanted: Mapping[str, timedelta | None], now: datetime) -> None:
    """Give a ticket's clocks other times from their beginnings on; a clock that it had none of begins now."""
    found, hours = clocks_of(ticket), hours_for(ticket, now)
    for kind, target in wanted.items():
        if target is None:
            found.pop(kind, None)
        elif kind in found:
            found[kind] = clocks.regiven(found[kind], target, hours, now)
        else:
            found[kind] = clocks.given(target)
    keep(ticket, found, hours, now)


def promise(ticket: Ticket, due_at: datetime, now: datetime) -> None:
    """Have the first reply be due at an instant that somebody named."""
    hours = hours_for(ticket, now)
    keep(ticket, clocks_of(ticket) | {FIRST_REPLY: clocks.until(due_at, hours, now)}, hours, now)
