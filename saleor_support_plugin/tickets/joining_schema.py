"""What a ticket is about, and which tickets are one matter, as staff change it."""

from typing import Any

import graphene
from django.utils import timezone

from ..ids import row_number
from . import joining, updating
from .matter_schema import TicketPriority
from .schema import TicketPayload, key_of, payload, staff_of


class TicketLineInput(graphene.InputObjectType):
    order_line_id = graphene.ID(required=True, description="Saleor's, of the ticket's order.")
    quantity = graphene.Int(required=True)


class TicketUpdateInput(graphene.InputObjectType):
    """What is left out stays as it is; null or nothing takes it away."""

    subject = graphene.String()
    reason = graphene.String(description="A reason's slug. Brings its department, its priority and its times along.")
    priority = graphene.Argument(TicketPriority)
    department = graphene.String()
    assigned_email = graphene.String(description="Of the member of staff whose it is.")
    order_id = graphene.ID(description="Saleor's. Another order takes the lines away.")
    product_id = graphene.ID(description="Saleor's.")
    lines = graphene.List(graphene.NonNull(TicketLineInput), description="All of them.")


class TicketUpdate(TicketPayload, graphene.Mutation):
    """Change what a ticket is about; each change is told in its thread."""

    class Arguments:
        id = graphene.ID(required=True)
        input = TicketUpdateInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, input: TicketUpdateInput) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        given = {name: input[name] for name in input}
        return payload(staff, lambda: updating.update(staff=staff, ticket_id=number, given=given, now=now))


class TicketMerge(TicketPayload, graphene.Mutation):
    """Put tickets into another one, which is answered: `ticket`. Every page of theirs stays its own shopper's."""

    class Arguments:
        into = graphene.ID(required=True)
        ids = graphene.List(graphene.NonNull(graphene.ID), required=True)
        key = graphene.String(required=True, description="The sender's own name for this: sent twice, it is done once.")
        force = graphene.Boolean(default_value=False, description="Also tickets of another customer; needs `why`.")
        why = graphene.String(default_value="")

    @staticmethod
    def mutate(
        _: object, info: Any, into: str, ids: list[str], key: str, force: bool = False, why: str = ""
    ) -> dict[str, Any]:
        staff, wanted = staff_of(info), [row_number("Ticket", one) for one in ids]
        return payload(
            staff,
            lambda: joining.merge(
                staff=staff,
                into_id=row_number("Ticket", into),
                ticket_ids=wanted,
                key=key_of(key),
                force=bool(force),
                why=why or "",
                now=timezone.now(),
            ),
        )


class TicketMergeUndo(TicketPayload, graphene.Mutation):
    """Take a ticket out again of the one it was put into, as long as nobody said anything in either since."""

    class Arguments:
        id = graphene.ID(required=True, description="Of the ticket that was put into another one.")

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        return payload(staff, lambda: joining.unmerge(staff=staff, ticket_id=number, now=now))


class TicketSplit(TicketPayload, graphene.Mutation):
    """Make another ticket of some of a ticket's own messages: `ticket`. They also stay where they were said."""

    class Arguments:
        id = graphene.ID(required=True)
        messages = graphene.List(graphene.NonNull(graphene.Int), required=True, description="Their `seq`.")
        subject = graphene.String(required=True)
        key = graphene.String(required=True, description="The sender's own name for this: sent twice, it is done once.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, messages: list[int], subject: str, key: str) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        given: dict[str, Any] = {"seqs": messages, "subject": subject, "key": key_of(key)}
        return payload(staff, lambda: joining.split(staff=staff, ticket_id=number, now=now, **given))


class TicketSplitUndo(TicketPayload, graphene.Mutation):
    """Take back a ticket that was split off, as long as nobody said anything in it; `ticket` is the whole one."""

    class Arguments:
        id = graphene.ID(required=True, description="Of the ticket that was split off.")

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff, number, now = staff_of(info), row_number("Ticket", id), timezone.now()
        return payload(staff, lambda: joining.unsplit(staff=staff, ticket_id=number, now=now))


class TicketLink(TicketPayload, graphene.Mutation):
    """Say that two tickets have to do with each other."""

    class Arguments:
        id = graphene.ID(required=True)
        to = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, to: str) -> dict[str, Any]:
        staff, number, other = staff_of(info), row_number("Ticket", id), row_number("Ticket", to)
        now = timezone.now()
        return payload(staff, lambda: joining.link(staff=staff, ticket_id=number, other_id=other, now=now))


class TicketUnlink(TicketPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)
        to = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, to: str) -> dict[str, Any]:
        staff, number, other = staff_of(info), row_number("Ticket", id), row_number("Ticket", to)
        now = timezone.now()
        return payload(staff, lambda: joining.unlink(staff=staff, ticket_id=number, other_id=other, now=now))


class TicketJoiningMutations:
    ticket_update = TicketUpdate.Field()
    ticket_merge = TicketMerge.Field()
    ticket_merge_undo = TicketMergeUndo.Field()
    ticket_split = TicketSplit.Field()
    ticket_split_undo = TicketSplitUndo.Field()
    ticket_link = TicketLink.Field()
    ticket_unlink = TicketUnlink.Field()
