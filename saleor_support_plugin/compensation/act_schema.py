"""An act on an order, as staff see it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, looked_up, related
from ..ids import own_id
from ..money import Money as Amount
from ..shop.models import Order
from ..shop.schema import Money, OrderType
from ..stores.callers import Staff
from ..tickets.models import Ticket
from ..tickets.schema import TicketType
from . import actions, queries, seeing, words
from .models import OrderAct, OrderActStep
from .rules import Bound, Kind, NotDone, Problem, State

SEEING = "MANAGE_ORDERS"
ActKind = graphene.Enum.from_enum(Kind, name="ActKind")
ActState = graphene.Enum.from_enum(State, name="ActState")
ActProblemCode = graphene.Enum.from_enum(Problem, name="ActProblemCode")
ActBound = graphene.Enum.from_enum(Bound, name="ActBound")
LANGUAGE = {"language": graphene.String(default_value="en", description="Of the texts: en or tr.")}


class ActProblem(graphene.ObjectType):
    code = graphene.Field(ActProblemCode, required=True)
    text = graphene.String(required=True)
    field = graphene.String(description="The input field it is about.")


class ActStepType(graphene.ObjectType):
    class Meta:
        name = "OrderActStep"

    state = graphene.Field(ActState, required=True)
    by_email = graphene.String(required=True, description="Empty where nobody did it.")
    note = graphene.String(required=True)
    at = graphene.DateTime(required=True)


class OrderActType(graphene.ObjectType):
    class Meta:
        name = "OrderAct"

    id = graphene.ID(required=True)
    number = graphene.Int(required=True)
    kind = graphene.Field(ActKind, required=True)
    state = graphene.Field(ActState, required=True)
    money = graphene.Field(Money, description="What it gives the buyer; null of what costs nothing.")
    reason = graphene.String(required=True, description="A name of the configuration's reasons, or empty.")
    note = graphene.String(required=True)
    by_email = graphene.String(required=True)
    groups = graphene.List(graphene.NonNull(graphene.String), required=True)
    passed = graphene.List(
        graphene.NonNull(ActBound), required=True, description="Which of its asker's bounds it is above."
    )
    problem = graphene.Field(ActProblem, **LANGUAGE, description="Why it failed.")
    code = graphene.String(description="Of a voucher that was made.")
    draft = graphene.ID(description="Saleor's id of a replacement's draft order.")
    asked_at = graphene.DateTime(required=True)
    sent_at = graphene.DateTime()
    done_at = graphene.DateTime()
    decided_by_email = graphene.String(required=True)
    decided_at = graphene.DateTime()
    decision_note = graphene.String(required=True)
    order = graphene.Field(OrderType, required=True)
    ticket = graphene.Field(TicketType)
    steps = graphene.List(graphene.NonNull(ActStepType), required=True, description="In the order they were taken.")
    can_decide = graphene.Boolean(required=True, description="Whether the caller may approve and reject it.")
    can_retry = graphene.Boolean(required=True)

    @staticmethod
    def resolve_id(act: OrderAct, _: object) -> str:
        return own_id("OrderAct", act.pk)

    @staticmethod
    def resolve_money(act: OrderAct, _: object) -> Amount | None:
        return None if act.amount is None else Amount(act.amount, act.currency)

    @staticmethod
    def resolve_problem(act: OrderAct, _: object, language: str) -> dict[str, Any] | None:
        return told(Problem(act.problem), language, act.problem_words) if act.problem else None

    @staticmethod
    def resolve_code(act: OrderAct, _: object) -> str | None:
        return act.marker if act.kind == Kind.VOUCHER and act.state == State.DONE else None

    @staticmethod
    def resolve_draft(act: OrderAct, _: object) -> str | None:
        found: str | None = act.saleor.get("draft")
        return found

    @staticmethod
    def resolve_order(act: OrderAct, _: object) -> Order:
        order: Order = followed(act, "order")
        return order

    @staticmethod
    def resolve_ticket(act: OrderAct, _: object) -> Ticket | None:
        ticket: Ticket | None = followed(act, "ticket")
        return ticket

    @staticmethod
    def resolve_steps(act: OrderAct, _: object) -> list[OrderActStep]:
        return related(act, "steps")

    @staticmethod
    def resolve_can_decide(act: OrderAct, info: Any) -> bool:
        staff: Staff = info.context.staff

        def decided(page: Sequence[OrderAct]) -> Mapping[int, bool]:
            giver = queries.Giver(staff, [one.order for one in page], timezone.now())
            return {one.pk: actions.may_decide(staff, one, giver) for one in page}

        return bool(looked_up(act, "_can_decide", decided)[act.pk])

    @staticmethod
    def resolve_can_retry(act: OrderAct, info: Any) -> bool:
        return act.state == State.FAILED and not seeing.missing(info.context.staff, Kind(act.kind))


class OrderActConnection(Counted):
    class Meta:
        node = OrderActType


def told(problem: Problem, language: str, said: str = "", field: str = "") -> dict[str, Any]:
    return {"code": problem, "text": words.problem(problem, language, said), "field": field or None}


def caller(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have(SEEING)
    return staff


class ActPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    act = graphene.Field(OrderActType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ActProblem), required=True)


def tried(language: str, do: Callable[[datetime], OrderAct]) -> dict[str, Any]:
    try:
        return {"act": do(timezone.now()), "errors": []}
    except NotDone as not_done:
        return {"act": None, "errors": [told(not_done.problem, language, not_done.words, not_done.field)]}
