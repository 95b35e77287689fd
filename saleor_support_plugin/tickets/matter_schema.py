"""What a ticket is about, as staff see it: its reason, how urgent it is, its clock and its lines."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import graphene

from ..connections import looked_up
from ..ids import own_id
from ..shop.models import OrderLine
from ..stores.models import Store
from ..stores.queries import settings_of_channels
from ..stores.reasons import TicketReason
from . import clocks, joining
from .clocking import clocks_of
from .clocks import ClockState
from .models import Boost, Clock, Priority, State, Ticket, TicketLine

TicketPriority = graphene.Enum.from_enum(
    Priority, name="TicketPriority", description=lambda value: value.label if value else "How urgent a ticket is."
)
TicketBoost = graphene.Enum.from_enum(
    Boost, name="TicketBoost", description=lambda value: value.label if value else "Why a ticket began more urgent."
)
TicketClockKind = graphene.Enum.from_enum(
    Clock, name="TicketClockKind", description=lambda value: value.label if value else "What there is time for."
)
STATES = {
    ClockState.RUNNING: "There is time.",
    ClockState.AMBER: "Three quarters of the time are over.",
    ClockState.BREACHED: "The time is over.",
    ClockState.STOPPED: "It waits for the shopper; the clock does not run.",
    ClockState.NONE: "There is no clock.",
}
TicketClockState = graphene.Enum.from_enum(
    ClockState,
    name="TicketClockState",
    description=lambda value: STATES[value] if value else "How a ticket's clock stands.",
)


class TicketClock(graphene.ObjectType):
    """How much time is left, counted in business hours; it stands while the ticket waits for the shopper."""

    kind = graphene.Field(TicketClockKind, required=True)
    state = graphene.Field(TicketClockState, required=True)
    due_at = graphene.DateTime(description="When it is over; null while it stands.")
    amber_at = graphene.DateTime(description="When it turns amber, or did; null while it stands.")
    left_minutes = graphene.Int(description="Of business hours; only while it stands.")


class TicketReasonTitle(graphene.ObjectType):
    en = graphene.String(required=True)
    tr = graphene.String(required=True)


class TicketReasonType(graphene.ObjectType):
    """Why people write, as the merchant tells one matter from another (setting `ticket_reasons`)."""

    class Meta:
        name = "TicketReason"

    slug = graphene.String(required=True)
    name = graphene.Field(TicketReasonTitle, required=True)
    department = graphene.String(description="Whose its tickets are; null where nobody said.")
    priority = graphene.Field(TicketPriority, required=True)
    first_reply_minutes = graphene.Int(description="Of business hours; null as for a ticket without a reason.")
    resolve_minutes = graphene.Int(description="Of business hours; null as for a ticket without a reason.")

    @staticmethod
    def resolve_slug(reason: TicketReason, _: object) -> str:
        return reason.name

    @staticmethod
    def resolve_name(reason: TicketReason, _: object) -> dict[str, str]:
        return {"en": reason.said("en"), "tr": reason.said("tr")}

    @staticmethod
    def resolve_department(reason: TicketReason, _: object) -> str | None:
        return reason.department or None

    @staticmethod
    def resolve_first_reply_minutes(reason: TicketReason, _: object) -> int | None:
        return reason.first_reply_minutes or None

    @staticmethod
    def resolve_resolve_minutes(reason: TicketReason, _: object) -> int | None:
        return reason.resolve_minutes or None


class TicketLineType(graphene.ObjectType):
    class Meta:
        name = "TicketLine"

    order_line_id = graphene.ID(required=True, description="Saleor's.")
    product_id = graphene.ID(description="Saleor's; null where it is not known any more.")
    product_name = graphene.String(required=True, description="Empty where the order has no such line any more.")
    variant_name = graphene.String(required=True)
    quantity = graphene.Int(required=True)

    @staticmethod
    def resolve_product_id(line: TicketLine, _: object) -> str | None:
        return line.product_id or None

    @staticmethod
    def resolve_product_name(line: TicketLine, _: object) -> str:
        sold = _sold(line)
        return sold.product_name if sold else ""

    @staticmethod
    def resolve_variant_name(line: TicketLine, _: object) -> str:
        sold = _sold(line)
        return sold.variant_name if sold else ""


class MergedTicket(graphene.ObjectType):
    """A ticket that was put into another one."""

    id = graphene.ID(required=True, description="The ticket's that was put into the other one.")
    number = graphene.Int(required=True)
    subject = graphene.String(required=True)
    customer_email = graphene.String(required=True)
    at = graphene.DateTime(required=True)
    is_split = graphene.Boolean(required=True, description="It was made of messages of this one, and taken back.")
    may_undo = graphene.Boolean(required=True, description="Nothing was said in either since.")

    @staticmethod
    def resolve_id(ticket: Ticket, _: object) -> str:
        return own_id("Ticket", ticket.pk)

    @staticmethod
    def resolve_customer_email(ticket: Ticket, _: object) -> str:
        return ticket.conversation.email

    @staticmethod
    def resolve_at(ticket: Ticket, _: object) -> datetime | None:
        return ticket.merged_at

    @staticmethod
    def resolve_is_split(ticket: Ticket, _: object) -> bool:
        return ticket.split_from_id is not None and ticket.split_from_id == ticket.merged_into_id

    @staticmethod
    def resolve_may_undo(ticket: Ticket, _: object) -> bool:
        return joining.may_undo(ticket)


def reason_of(ticket: Ticket, store: Store) -> TicketReason | None:
    """Return its reason, with the settings of every channel asked for once; of one that is no more, its name."""
    if not ticket.reason:
        return None
    of = looked_up(ticket, "_reasons", lambda page: _reasons(page, store))[ticket.conversation.channel_slug]
    found: TicketReason | None = of.get(ticket.reason)
    return found or TicketReason(ticket.reason, {"en": ticket.reason})


def _reasons(page: Any, store: Store) -> Mapping[str, dict[str, TicketReason]]:
    settings = settings_of_channels(store)
    channels = {one.conversation.channel_slug for one in page}
    return {slug: {one.name: one for one in settings(slug).ticket_reasons} for slug in channels}


def clock_of(ticket: Ticket, now: datetime) -> dict[str, Any] | None:
    if ticket.state == State.CLOSED:
        return None
    standing = {kind: one for kind, one in clocks_of(ticket).items() if one.left is not None}
    state = clocks.state(due_at=ticket.due_at, amber_at=ticket.amber_at, is_stopped=bool(standing), now=now)
    if state is ClockState.NONE:
        return None
    if state is not ClockState.STOPPED:
        return {"kind": ticket.clock_kind, "state": state, "due_at": ticket.due_at, "amber_at": ticket.amber_at}
    left, kind = min((one.left, kind) for kind, one in standing.items() if one.left is not None)
    return {"kind": kind, "state": state, "left_minutes": int(left.total_seconds() // 60)}


def _sold(line: TicketLine) -> OrderLine | None:
    found = looked_up(line, "_sold", _sold_lines)
    sold: OrderLine | None = found.get(line.pk)
    return sold


def _sold_lines(page: Any) -> Mapping[int, OrderLine]:
    """Return what was bought by the lines of a page, by theirs: an order's line has its id in its order alone."""
    rows = OrderLine.across_stores.filter(
        order__tickets__in={one.ticket_id for one in page}, saleor_id__in={one.order_line_id for one in page}
    )
    sold = {(one.order_id, one.saleor_id): one for one in rows.distinct()}
    found = {one.pk: sold.get((one.ticket.order_id, one.order_line_id)) for one in page}
    return {pk: one for pk, one in found.items() if one is not None}
