"""Notes, and many tickets changed at once."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from ..conversations.rules import TextWrong
from ..ids import row_number
from ..stores.callers import Staff
from . import changing, replying
from .models import State
from .refusing import TicketRefused
from .schema import TicketError, TicketPayload, TicketState, TicketType, key_of, payload, staff_of


class TicketsUpdateInput(graphene.InputObjectType):
    add_tags = graphene.List(graphene.NonNull(graphene.String), default_value=())
    remove_tags = graphene.List(graphene.NonNull(graphene.String), default_value=())
    state = graphene.Argument(TicketState)
    assign_to_me = graphene.Boolean(default_value=False)
    assign_to = graphene.String(description="The e-mail address of one of `ticketColleagues`, who is told of it.")
    unassign = graphene.Boolean(default_value=False)
    snooze_until = graphene.DateTime(description="Until then they are in no list, or until their shopper writes.")
    wake = graphene.Boolean(default_value=False, description="They come back at once.")


class TicketsUpdate(graphene.Mutation):
    """Change up to 100 tickets, all or, with an error, none."""

    class Arguments:
        ids = graphene.List(graphene.NonNull(graphene.ID), required=True)
        input = TicketsUpdateInput(required=True)

    tickets = graphene.List(graphene.NonNull(TicketType), required=True, description="As they are now.")
    count = graphene.Int(required=True)
    errors = graphene.List(graphene.NonNull(TicketError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, ids: list[str], input: TicketsUpdateInput) -> dict[str, Any]:
        staff, numbers = staff_of(info), [row_number("Ticket", one) for one in ids]
        try:
            wanted = _change(input, staff)
            tickets = changing.change(staff=staff, ticket_ids=numbers, wanted=wanted, now=timezone.now())
        except TicketRefused as refused:
            return _refused(refused.field, refused.code, str(refused))
        except TextWrong as wrong:
            return _refused("addTags", wrong.code, str(wrong))
        return {"tickets": tickets, "count": len(tickets), "errors": []}


def _change(given: TicketsUpdateInput, staff: Staff) -> changing.Change:
    until: datetime | None = given.get("snooze_until")
    assign_to = given.get("assign_to") or (staff.email if given.assign_to_me else "" if given.unassign else None)
    return changing.Change(
        add_tags=tuple(given.add_tags or ()),
        remove_tags=tuple(given.remove_tags or ()),
        state=State(given.state) if given.get("state") else None,
        assign_to=assign_to,
        snooze_until=until and (until if until.tzinfo else timezone.make_aware(until)),
        wake=bool(given.wake),
    )


def _refused(field: str, code: str, message: str) -> dict[str, Any]:
    return {"tickets": [], "count": 0, "errors": [{"field": field, "code": code, "message": message}]}


class TicketNote(TicketPayload, graphene.Mutation):
    """Add a note that staff alone see."""

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(required=True, description="Plain text of at most 5,000 characters.")
        key = graphene.String(description="The sender's own name for this note: sent twice, it is kept once.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, text: str, key: str | None = None) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        return payload(staff, lambda: replying.note(staff=staff, ticket_id=number, text=text, key=key_of(key), now=now))


class TicketChangingMutations:
    tickets_update = TicketsUpdate.Field()
    ticket_note = TicketNote.Field()
