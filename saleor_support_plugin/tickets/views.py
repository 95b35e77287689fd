"""Lists of tickets that are looked at often: reads, and the only writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from ..conversations.rules import TextWrong, line
from ..stores.callers import Staff
from ..stores.models import Store
from . import queries
from .models import View
from .queries import Wanted
from .refusing import TicketRefused
from .rules import MOST_VIEW_NAME

MOST = 100


@dataclass(frozen=True, slots=True)
class Given:
    """A list as staff write it; `filter` is as TicketFilter has it, and has been read before."""

    name: str
    filter: Mapping[str, Any]
    is_team: bool = False
    position: int | None = None


def views(staff: Staff) -> QuerySet[View]:
    """Return everybody's, and the caller's own."""
    return staff.store.ticket_views.filter(user_id__in=["", staff.user_id])


def counts(staff: Staff, wanted: Mapping[int, Wanted], *, now: datetime) -> dict[int, int]:
    """Return how many tickets each list has, by the view's id, in one statement."""
    many = {f"view_{pk}": Count("pk", filter=_asked(staff, one, now)) for pk, one in wanted.items()}
    found = queries.listed(staff).aggregate(**many) if many else {}
    return {pk: found[f"view_{pk}"] for pk in wanted}


def _asked(staff: Staff, wanted: Wanted, now: datetime) -> Q:
    # A filter that asks for nothing is no condition that SQL could count by.
    return queries.is_wanted(staff, wanted, now=now) & Q(pk__isnull=False)


@transaction.atomic
def write(*, staff: Staff, view_id: int | None, given: Given) -> View:
    """Keep a list, a new one where none is named; anybody may write the team's. Raises TicketRefused."""
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    mine = views(staff)
    view = View(store=staff.store, position=mine.count()) if view_id is None else mine.filter(pk=view_id).first()
    if view is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such view.")
    if view_id is None and mine.count() >= MOST:
        raise TicketRefused("id", "TOO_MANY", f"At most {MOST} views fit.")
    view.user_id = "" if given.is_team else staff.user_id
    view.name = _name(given.name)
    if mine.filter(user_id=view.user_id, name=view.name).exclude(pk=view_id or 0).exists():
        raise TicketRefused("name", "TAKEN", "Another view has this name.")
    if given.position is not None:
        if not 0 <= given.position < MOST:
            raise TicketRefused("position", "INVALID", f"This is a number from 0 to {MOST - 1}.")
        view.position = given.position
    view.filter = dict(given.filter)
    view.save()
    return view


def delete(*, staff: Staff, view_id: int | None) -> None:
    """Raises TicketRefused."""
    if view_id is None or not views(staff).filter(pk=view_id).delete()[0]:
        raise TicketRefused("id", "NOT_FOUND", "There is no such view.")


def _name(given: str) -> str:
    try:
        return line(given, most=MOST_VIEW_NAME)
    except TextWrong as wrong:
        raise TicketRefused("name", wrong.code, str(wrong)) from wrong
