"""Rules of routing as staff who manage settings see, write and try them."""

from typing import Any

import graphene
from django.utils import timezone

from ..ids import own_id, row_number
from ..stores.callers import Staff
from . import queries
from . import routing_rules as kept
from .models import RoutingRule, Ticket
from .refusing import TicketRefused
from .routing import Told
from .schema import TicketError, TicketType


class RoutingRuleType(graphene.ObjectType):
    """What becomes of a new ticket of which some things hold: docs/tickets.md."""

    class Meta:
        name = "RoutingRule"

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    is_on = graphene.Boolean(required=True)
    position = graphene.Int(required=True)
    conditions = graphene.JSONString(required=True, description="An object; all of it must hold.")
    effects = graphene.JSONString(required=True, description="An object.")

    @staticmethod
    def resolve_id(rule: RoutingRule, _: object) -> str:
        return own_id("RoutingRule", rule.pk)


class RoutingTold(graphene.ObjectType):
    """One condition, and what was found."""

    name = graphene.String(required=True)
    is_true = graphene.Boolean(required=True)
    told = graphene.String(required=True, description="What the ticket has; empty where it has nothing of it.")


class RoutingTrial(graphene.ObjectType):
    """Whether a rule would hold for a ticket as it is now."""

    ticket = graphene.Field(TicketType, required=True)
    matches = graphene.Boolean(required=True)
    conditions = graphene.List(graphene.NonNull(RoutingTold), required=True)

    @staticmethod
    def resolve_conditions(trial: kept.Trial, _: object) -> tuple[Told, ...]:
        return trial.conditions


class RoutingRuleTried(graphene.ObjectType):
    trials = graphene.List(graphene.NonNull(RoutingTrial), required=True)
    matched = graphene.Int(required=True, description="For how many of them it would hold.")
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class RoutingQueries:
    routing_rules = graphene.List(graphene.NonNull(RoutingRuleType), required=True, description="In their order.")
    routing_rule_try = graphene.Field(
        RoutingRuleTried,
        required=True,
        conditions=graphene.JSONString(required=True),
        ticket=graphene.ID(description=f"None: the last {kept.MOST_TRIED}, the newest first."),
        description="Nothing is changed.",
    )

    @staticmethod
    def resolve_routing_rules(_: object, info: Any) -> Any:
        return kept.rules(_manager(info))

    @staticmethod
    def resolve_routing_rule_try(_: object, info: Any, conditions: Any, ticket: str | None = None) -> dict[str, Any]:
        staff, now = _manager(info), timezone.now()
        try:
            chosen = _chosen(staff, ticket)
            trials = kept.try_on(staff=staff, conditions=conditions, tickets=chosen, now=now)
        except TicketRefused as refused:
            return {"trials": [], "matched": 0, "errors": [_fault(refused)]}
        return {"trials": trials, "matched": sum(one.matches for one in trials), "errors": []}


def _chosen(staff: Staff, ticket: str | None) -> list[Ticket]:
    if ticket is None:
        rows = list(queries.seen_by(staff).prefetch_related("lines").order_by("-pk")[: kept.MOST_TRIED])
    else:
        found = queries.ticket(staff, row_number("Ticket", ticket))
        if found is None:
            raise TicketRefused("ticket", "NOT_FOUND", "There is no such ticket.")
        rows = [found]
    for one in rows:
        one.__dict__["_page"] = rows
    return rows


def _manager(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_SETTINGS")
    return staff


class RoutingRuleInput(graphene.InputObjectType):
    id = graphene.ID(description="None: a new one.")
    name = graphene.String(required=True)
    is_on = graphene.Boolean(default_value=True)
    position = graphene.Int(description="Left out: as it is, and of a new one, after all others.")
    conditions = graphene.JSONString(required=True)
    effects = graphene.JSONString(required=True)


class RoutingRulePayload(graphene.ObjectType):
    class Meta:
        abstract = True

    rule = graphene.Field(RoutingRuleType)
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class RoutingRuleUpdate(RoutingRulePayload, graphene.Mutation):
    class Arguments:
        input = RoutingRuleInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: RoutingRuleInput) -> dict[str, Any]:
        staff = _manager(info)
        given = kept.Given(
            name=input.name,
            conditions=input.conditions,
            effects=input.effects,
            is_on=bool(input.is_on),
            position=input.get("position"),
        )
        # No row has 0: what is no id of ours is as one that is missing.
        number = (row_number("RoutingRule", input.id) or 0) if input.get("id") else None
        return _tried(lambda: kept.write(staff=staff, rule_id=number, given=given))


class RoutingRuleDelete(RoutingRulePayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _manager(info)
        return _tried(lambda: kept.delete(staff=staff, rule_id=row_number("RoutingRule", id)))


def _tried(act: Any) -> dict[str, Any]:
    try:
        return {"rule": act(), "errors": []}
    except TicketRefused as refused:
        return {"rule": None, "errors": [_fault(refused)]}


def _fault(refused: TicketRefused) -> dict[str, str]:
    return {"field": refused.field, "message": str(refused), "code": refused.code}


class RoutingMutations:
    routing_rule_update = RoutingRuleUpdate.Field()
    routing_rule_delete = RoutingRuleDelete.Field()
