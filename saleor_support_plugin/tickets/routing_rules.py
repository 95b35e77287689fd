"""Rules of routing as a store keeps them: reads, and the only writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ..conversations.rules import TextWrong, line
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.objects import ObjectWrong
from ..stores.values import Wrong
from . import routing, routing_json
from .models import RoutingRule, Ticket
from .order_facts import facts_of
from .refusing import TicketRefused
from .rules import MOST_RULE_NAME

MOST = 100
MOST_TRIED = 100


@dataclass(frozen=True, slots=True)
class Given:
    """A rule as staff write it; conditions and effects as routing_json reads them."""

    name: str
    conditions: Any
    effects: Any
    is_on: bool = True
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    ticket: Ticket
    matches: bool
    conditions: tuple[routing.Told, ...]


def rules(staff: Staff) -> QuerySet[RoutingRule]:
    return staff.store.routing_rules.all()


def in_force(store: Store) -> list[routing.Rule]:
    """Return a store's rules that are on, in their order; what an older version kept and nobody reads is left out."""
    return [rule for row in store.routing_rules.filter(is_on=True) if (rule := _read(row)) is not None]


def _read(row: RoutingRule) -> routing.Rule | None:
    try:
        return routing.Rule(row.name, routing_json.conditions(row.conditions), routing_json.effects(row.effects))
    except (ObjectWrong, Wrong):
        return None


@transaction.atomic
def write(*, staff: Staff, rule_id: int | None, given: Given) -> RoutingRule:
    """Keep a rule, a new one where none is named, as the last of them where nobody says where. Raises TicketRefused."""
    Store.across_stores.select_for_update(no_key=True).get(pk=staff.store.pk)
    mine = staff.store.routing_rules.all()
    row = RoutingRule(store=staff.store, position=mine.count()) if rule_id is None else mine.filter(pk=rule_id).first()
    if row is None:
        raise TicketRefused("id", "NOT_FOUND", "There is no such rule.")
    if rule_id is None and mine.count() >= MOST:
        raise TicketRefused("id", "TOO_MANY", f"At most {MOST} rules fit a store.")
    row.name = _name(given.name)
    if mine.filter(name=row.name).exclude(pk=rule_id or 0).exists():
        raise TicketRefused("name", "TAKEN", "Another rule has this name.")
    parsed("conditions", given.conditions)
    parsed("effects", given.effects)
    row.conditions, row.effects, row.is_on = given.conditions, given.effects, given.is_on
    if given.position is not None:
        if not 0 <= given.position < MOST:
            raise TicketRefused("position", "INVALID", f"This is a number from 0 to {MOST - 1}.")
        row.position = given.position
    row.save()
    return row


def delete(*, staff: Staff, rule_id: int | None) -> None:
    """Raises TicketRefused."""
    if rule_id is None or not staff.store.routing_rules.filter(pk=rule_id).delete()[0]:
        raise TicketRefused("id", "NOT_FOUND", "There is no such rule.")


def try_on(*, staff: Staff, conditions: Any, tickets: Sequence[Ticket], now: datetime) -> list[Trial]:
    """Say of tickets, as they are now, whether a rule of these conditions would hold, and why. Raises TicketRefused."""
    wanted = parsed("conditions", conditions)
    facts = facts_of(staff.store, tickets, now)
    told = [(one, routing.explain(wanted, facts[one.pk])) for one in tickets]
    return [Trial(one, all(part.is_true for part in parts), parts) for one, parts in told]


def parsed(field: str, data: Any) -> Any:
    """Read what a rule says. Raises TicketRefused with what is wrong first, named by its place."""
    read = routing_json.conditions if field == "conditions" else routing_json.effects
    try:
        return read(data)
    except ObjectWrong as wrong:
        first = wrong.faults[0]
        code = "REQUIRED" if first.code == "REQUIRED" else "INVALID"
        raise TicketRefused(f"{field}.{first.field}".rstrip("."), code, first.message) from wrong
    except Wrong as wrong:
        raise TicketRefused(field, "INVALID", str(wrong)) from wrong


def _name(given: str) -> str:
    try:
        return line(given, most=MOST_RULE_NAME)
    except TextWrong as wrong:
        raise TicketRefused("name", wrong.code, str(wrong)) from wrong
