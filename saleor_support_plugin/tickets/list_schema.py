"""Lists of tickets: which, in which order, and how many."""

from typing import Any

import graphene
from django.utils import timezone

from ..connections import page_of
from ..ids import row_number
from . import queries
from .matter_schema import TicketClockState, TicketPriority, TicketReasonType
from .models import Ticket
from .schema import TicketConnection, TicketKind, TicketState, TicketType, staff_of

TicketAssigned = graphene.Enum.from_enum(
    queries.Assigned, name="TicketAssigned", description=lambda value: None if value else "Whose tickets a list shows."
)
ORDERS = {
    queries.Sort.UPDATED: "What was touched last comes first.",
    queries.Sort.DUE: "Whose clock is over first; those without one that runs at the end.",
    queries.Sort.CREATED: "Who has waited longest since they wrote first.",
}
TicketSort = graphene.Enum.from_enum(
    queries.Sort, name="TicketSort", description=lambda value: ORDERS[value] if value else "What comes first."
)


class TicketFilter(graphene.InputObjectType):
    state = graphene.Argument(TicketState)
    is_closed = graphene.Boolean(description="False: those that are not closed.")
    unanswered = graphene.Boolean(description="True: not closed, and nobody has answered yet. False: the others.")
    assigned = graphene.Argument(TicketAssigned)
    channel = graphene.String()
    tag = graphene.String()
    kind = graphene.Argument(TicketKind)
    snoozed = graphene.Boolean(
        description="True: only those that sleep. Left out, a search finds them, a list does not."
    )
    reason = graphene.String(description="A reason's slug; empty: those without one.")
    priority = graphene.Argument(TicketPriority)
    clock = graphene.Argument(TicketClockState)
    department = graphene.String(description="Empty: those of none.")
    assigned_email = graphene.String(description="Of this member of staff.")
    language = graphene.String()
    order = graphene.ID(description="Saleor's.")
    customer = graphene.String(description="An e-mail address.")
    product = graphene.ID(description="Saleor's; the ticket, or one of its lines, is about it.")


class TicketCounts(graphene.ObjectType):
    """How many tickets that are not closed there are; `mine`, `nobodys` and `all` without those that sleep."""

    mine = graphene.Int(required=True)
    nobodys = graphene.Int(required=True)
    all = graphene.Int(required=True)
    snoozed = graphene.Int(required=True)
    breached = graphene.Int(required=True, description="Whose time is over, of those that do not sleep.")
    amber = graphene.Int(required=True, description="Whose time is nearly over, of those that do not sleep.")


class TicketQueries:
    tickets = graphene.Field(
        TicketConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        filter=TicketFilter(default_value=None),
        search=graphene.String(
            description="Beginnings of words of the subject, the name, the e-mail, the numbers and what was said."
        ),
        sort=graphene.Argument(TicketSort, default_value=queries.Sort.UPDATED),
        description="Those that were put into another ticket are in no list.",
    )
    ticket = graphene.Field(TicketType, id=graphene.ID(required=True))
    ticket_counts = graphene.Field(TicketCounts, required=True)
    ticket_tags = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Those in use lately, to choose from."
    )

    ticket_reasons = graphene.List(
        graphene.NonNull(TicketReasonType),
        required=True,
        channel=graphene.String(description="None: of every channel that the caller sees, each slug once."),
        description="What the merchant tells one matter from another by.",
    )
    ticket_departments = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Of every channel that the caller sees."
    )

    @staticmethod
    def resolve_tickets(
        _: object,
        info: Any,
        first: int | None = None,
        after: str | None = None,
        filter: TicketFilter | None = None,
        search: str | None = None,
        sort: queries.Sort = queries.Sort.UPDATED,
    ) -> Any:
        asked = wanted(filter) if filter else queries.EVERYTHING
        rows = queries.tickets(staff_of(info), now=timezone.now(), wanted=asked, search=search or "", sort=sort)
        return page_of(TicketConnection, rows, first=first, after=after)

    @staticmethod
    def resolve_ticket(_: object, info: Any, id: str) -> Ticket | None:
        return queries.ticket(staff_of(info), row_number("Ticket", id))

    @staticmethod
    def resolve_ticket_counts(_: object, info: Any) -> dict[str, int]:
        return queries.counts(staff_of(info), now=timezone.now())

    @staticmethod
    def resolve_ticket_tags(_: object, info: Any) -> list[str]:
        return queries.tags_used(staff_of(info))

    @staticmethod
    def resolve_ticket_reasons(_: object, info: Any, channel: str | None = None) -> Any:
        return queries.reasons(staff_of(info), channel)

    @staticmethod
    def resolve_ticket_departments(_: object, info: Any) -> list[str]:
        return queries.departments(staff_of(info))


def wanted(given: Any) -> queries.Wanted:
    return queries.Wanted(
        state=given.get("state"),
        is_closed=given.get("is_closed"),
        assigned=given.get("assigned") or queries.Assigned.ANYBODY,
        channel=given.get("channel"),
        tag=given.get("tag"),
        kind=given.get("kind"),
        is_snoozed=given.get("snoozed"),
        reason=given.get("reason"),
        priority=given.get("priority"),
        clock=given.get("clock"),
        department=given.get("department"),
        assigned_email=given.get("assigned_email"),
        language=given.get("language"),
        order=given.get("order"),
        customer=given.get("customer"),
        product=given.get("product"),
        is_unanswered=given.get("unanswered"),
    )
