"""Who is in copy of what a ticket's shopper is mailed."""

from typing import Any

import graphene
from django.utils import timezone

from ..ids import row_number
from . import copying
from .schema import TicketPayload, payload, staff_of


class TicketCopiesSet(TicketPayload, graphene.Mutation):
    """Say who is in copy of each answer by mail from now on: at most five people, none where the list is empty."""

    class Arguments:
        id = graphene.ID(required=True)
        emails = graphene.List(graphene.NonNull(graphene.String), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, emails: list[str]) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        return payload(staff, lambda: copying.set_copies(staff=staff, ticket_id=number, emails=emails, now=now))


class TicketCopyingMutations:
    ticket_copies_set = TicketCopiesSet.Field()
