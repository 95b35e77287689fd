"""Acts on orders: asked for, seen, and decided about by staff."""

from typing import Any

import graphene

from ..connections import page_of
from ..ids import row_number
from . import actions, queries
from .act_schema import LANGUAGE, ActPayload, OrderActConnection, OrderActType, caller, tried
from .authority_schema import AuthorityMutations, AuthorityQueries
from .models import OrderAct
from .wish_schema import ActPreview, OrderActInput, preview, wish_of


class ActQueries(AuthorityQueries):
    order_acts = graphene.Field(
        OrderActConnection,
        required=True,
        order=graphene.ID(description="Saleor's."),
        ticket=graphene.ID(),
        first=graphene.Int(),
        after=graphene.String(),
        description="What staff did for buyers, the newest first.",
    )
    acts_waiting = graphene.Field(
        OrderActConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        description="What waits for a lead's word, the longest first; not what the caller asked for.",
    )
    order_act = graphene.Field(OrderActType, id=graphene.ID(required=True))
    order_act_preview = graphene.Field(
        ActPreview, required=True, input=OrderActInput(required=True), **LANGUAGE, description="Nothing is done."
    )

    @staticmethod
    def resolve_order_acts(
        _: object,
        info: Any,
        order: str | None = None,
        ticket: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Any:
        rows = queries.acts(caller(info))
        if order is not None:
            rows = rows.filter(order__saleor_id=order)
        if ticket is not None:
            rows = rows.filter(ticket=row_number("Ticket", ticket) or 0)
        return page_of(OrderActConnection, rows, first=first, after=after)

    @staticmethod
    def resolve_acts_waiting(_: object, info: Any, first: int | None = None, after: str | None = None) -> Any:
        return page_of(OrderActConnection, queries.waiting(caller(info)), first=first, after=after)

    @staticmethod
    def resolve_order_act(_: object, info: Any, id: str) -> OrderAct | None:
        return queries.act(caller(info), row_number("OrderAct", id))

    @staticmethod
    def resolve_order_act_preview(_: object, info: Any, input: OrderActInput, language: str) -> dict[str, Any]:
        staff = caller(info)
        return preview(staff, wish_of(staff, input), language)


class OrderActCreate(ActPayload, graphene.Mutation):
    """Do something for an order's buyer: at once where the caller may, else once a lead approved it."""

    class Arguments:
        input = OrderActInput(required=True)
        language = LANGUAGE["language"]

    @staticmethod
    def mutate(_: object, info: Any, input: OrderActInput, language: str) -> dict[str, Any]:
        staff = caller(info)
        return tried(language, lambda now: actions.ask(staff=staff, wish=wish_of(staff, input), now=now))


class DecidingArguments:
    id = graphene.ID(required=True)
    note = graphene.String(default_value="")
    language = LANGUAGE["language"]


class OrderActApprove(ActPayload, graphene.Mutation):
    """Let an act be done that its asker may not do alone."""

    Arguments = DecidingArguments

    @staticmethod
    def mutate(_: object, info: Any, id: str, note: str, language: str) -> dict[str, Any]:
        staff, number = caller(info), row_number("OrderAct", id)
        return tried(language, lambda now: actions.approve(staff=staff, act_id=number, note=note or "", now=now))


class OrderActReject(ActPayload, graphene.Mutation):
    Arguments = DecidingArguments

    @staticmethod
    def mutate(_: object, info: Any, id: str, note: str, language: str) -> dict[str, Any]:
        staff, number = caller(info), row_number("OrderAct", id)
        return tried(language, lambda now: actions.reject(staff=staff, act_id=number, note=note or "", now=now))


class OrderActRetry(ActPayload, graphene.Mutation):
    """Go on with an act that failed, from where it stopped."""

    class Arguments:
        id = graphene.ID(required=True)
        language = LANGUAGE["language"]

    @staticmethod
    def mutate(_: object, info: Any, id: str, language: str) -> dict[str, Any]:
        staff, number = caller(info), row_number("OrderAct", id)
        return tried(language, lambda now: actions.retry(staff=staff, act_id=number, now=now))


class ActMutations(AuthorityMutations):
    order_act_create = OrderActCreate.Field()
    order_act_approve = OrderActApprove.Field()
    order_act_reject = OrderActReject.Field()
    order_act_retry = OrderActRetry.Field()
