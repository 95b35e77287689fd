"""Tickets as staff see and work on them."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, page_of, related
from ..conversations.models import ConversationMessage
from ..conversations.schema import Message, MessageConnection
from ..ids import own_id, row_number
from ..shop.models import Order
from ..shop.schema import OrderType
from ..stores.callers import Staff
from . import actions, queries
from .models import State, Ticket

TicketState = graphene.Enum.from_enum(
    State, name="TicketState", description=lambda value: value.label if value else "Whom a ticket waits for."
)


class TicketErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    NO_EMAIL = "NO_EMAIL"


class TicketError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(TicketErrorCode, required=True)


class TicketType(graphene.ObjectType):
    class Meta:
        name = "Ticket"

    id = graphene.ID(required=True)
    number = graphene.Int(required=True, description="What the shopper was told; counted for each store from 1.")
    state = graphene.Field(TicketState, required=True)
    subject = graphene.String(required=True)
    channel = graphene.String(required=True)
    language = graphene.String(required=True, description="Two letters: the shopper is answered in it.")
    customer_email = graphene.String(required=True)
    customer_name = graphene.String(required=True)
    email_confirmed_at = graphene.DateTime(
        description=(
            "When somebody first wrote behind a mailed link, Saleor vouched for the address, or staff wrote first. "
            "Null: anybody may have typed it."
        )
    )
    order_id = graphene.ID(description="Saleor's id; null where the ticket is about no order.")
    order_number = graphene.String()
    order = graphene.Field(OrderType)
    assigned_email = graphene.String(description="The member of staff who answered first.")
    created_at = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True, description="When somebody last said or did something.")
    closed_at = graphene.DateTime()
    last_message = graphene.Field(Message, description="What somebody said last; never an event.")
    messages = graphene.Field(
        MessageConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        description="The oldest first.",
    )

    @staticmethod
    def resolve_id(ticket: Ticket, _: object) -> str:
        return own_id("Ticket", ticket.pk)

    @staticmethod
    def resolve_channel(ticket: Ticket, _: object) -> str:
        return ticket.conversation.channel_slug

    @staticmethod
    def resolve_language(ticket: Ticket, _: object) -> str:
        return ticket.conversation.language

    @staticmethod
    def resolve_customer_email(ticket: Ticket, _: object) -> str:
        return ticket.conversation.email

    @staticmethod
    def resolve_customer_name(ticket: Ticket, _: object) -> str:
        return ticket.conversation.name

    @staticmethod
    def resolve_email_confirmed_at(ticket: Ticket, _: object) -> datetime | None:
        return ticket.conversation.email_confirmed_at

    @staticmethod
    def resolve_order_id(ticket: Ticket, _: object) -> str | None:
        return ticket.order.saleor_id if ticket.order else None

    @staticmethod
    def resolve_order_number(ticket: Ticket, _: object) -> str | None:
        return ticket.order.number if ticket.order else None

    @staticmethod
    def resolve_order(ticket: Ticket, _: object) -> Order | None:
        order: Order | None = followed(ticket, "order")
        return order

    @staticmethod
    def resolve_assigned_email(ticket: Ticket, _: object) -> str | None:
        return ticket.assigned_email or None

    @staticmethod
    def resolve_last_message(ticket: Ticket, _: object) -> ConversationMessage | None:
        return ticket.conversation.last_message

    @staticmethod
    def resolve_messages(ticket: Ticket, _: object, first: int | None = None, after: str | None = None) -> Any:
        return page_of(MessageConnection, related(ticket, "conversation", "messages"), first=first, after=after)


class TicketConnection(Counted):
    class Meta:
        node = TicketType


def tickets_of(order: Order, info: Any) -> list[Ticket]:
    """Return an order's tickets, the newest first; read for every order of a page at once."""
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    return queries.newest_first(related(order, "tickets", among=queries.seen_by(staff)))


ORDER_TICKETS = graphene.Field(
    graphene.List(graphene.NonNull(TicketType)), required=True, resolver=tickets_of, description="The newest first."
)


class TicketQueries:
    tickets = graphene.Field(
        TicketConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        state=graphene.Argument(TicketState),
        search=graphene.String(description="In subject, name, e-mail; or a ticket's or an order's number."),
        description="What was touched last comes first.",
    )
    ticket = graphene.Field(TicketType, id=graphene.ID(required=True))

    @staticmethod
    def resolve_tickets(
        _: object,
        info: Any,
        first: int | None = None,
        after: str | None = None,
        state: State | None = None,
        search: str | None = None,
    ) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return page_of(
            TicketConnection, queries.tickets(staff, state=state, search=search or ""), first=first, after=after
        )

    @staticmethod
    def resolve_ticket(_: object, info: Any, id: str) -> Ticket | None:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return queries.ticket(staff, row_number("Ticket", id))


class TicketPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    ticket = graphene.Field(TicketType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class TicketReplyInput(graphene.InputObjectType):
    id = graphene.ID(required=True)
    text = graphene.String(required=True, description="Plain text of at most 5,000 characters.")
    key = graphene.String(description="The sender's own name for this message: sent twice, it is kept once.")


class TicketCreateInput(graphene.InputObjectType):
    order_id = graphene.ID(required=True)
    subject = graphene.String(required=True)
    text = graphene.String(required=True, description="Plain text of at most 5,000 characters, mailed to the customer.")
    key = graphene.String(description="The sender's own name for this ticket: sent twice, it is opened once.")


class TicketReply(TicketPayload, graphene.Mutation):
    """Answer the shopper, by mail and on the ticket's page; the ticket then waits for them."""

    class Arguments:
        input = TicketReplyInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: TicketReplyInput) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff,
            lambda: actions.reply(
                staff=staff,
                ticket_id=row_number("Ticket", input.id),
                text=input.text,
                key=_key(input.key),
                now=timezone.now(),
            ),
        )


class TicketCreate(TicketPayload, graphene.Mutation):
    """Write to an order's customer first."""

    class Arguments:
        input = TicketCreateInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: TicketCreateInput) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff,
            lambda: actions.write_first(
                staff=staff,
                order_id=input.order_id,
                subject=input.subject,
                text=input.text,
                key=_key(input.key),
                now=timezone.now(),
            ),
        )


class TicketClose(TicketPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff, lambda: actions.close(staff=staff, ticket_id=row_number("Ticket", id), now=timezone.now())
        )


class TicketReopen(TicketPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff, lambda: actions.reopen(staff=staff, ticket_id=row_number("Ticket", id), now=timezone.now())
        )


def _key(given: str | None) -> str:
    return (given or "").replace("\0", "")


def _payload(staff: Staff, act: Any) -> dict[str, Any]:
    staff.must_have("MANAGE_ORDERS")
    try:
        return {"ticket": act(), "errors": []}
    except actions.TicketRefused as refused:
        return {"ticket": None, "errors": [{"field": refused.field, "message": str(refused), "code": refused.code}]}


class TicketMutations:
    ticket_create = TicketCreate.Field()
    ticket_reply = TicketReply.Field()
    ticket_close = TicketClose.Field()
    ticket_reopen = TicketReopen.Field()
