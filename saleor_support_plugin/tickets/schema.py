"""Tickets as staff see and work on them."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, held, page_of, related
from ..conversations.models import Author, ConversationMessage, ConversationRating
from ..conversations.photos import permit
from ..conversations.schema import Message, MessageConnection, Rating
from ..ids import own_id, row_number
from ..shop.models import Order
from ..shop.schema import OrderType
from ..stores.callers import Staff
from ..stores.reasons import TicketReason
from . import actions, queries, replying, thread
from .matter_schema import (
    MergedTicket,
    TicketBoost,
    TicketClock,
    TicketLineType,
    TicketPriority,
    TicketReasonType,
    clock_of,
    reason_of,
)
from .models import Kind, State, Ticket, TicketLine
from .refusing import TicketRefused
from .reply_ways import Kind as WayKind
from .reply_ways import ReplyWay, reply_way

TicketState = graphene.Enum.from_enum(
    State, name="TicketState", description=lambda value: value.label if value else "Whom a ticket waits for."
)


TicketKind = graphene.Enum.from_enum(
    Kind, name="TicketKind", description=lambda value: value.label if value else "How a ticket began."
)


TicketReplyWayKind = graphene.Enum.from_enum(
    WayKind, name="TicketReplyWayKind", description=lambda value: value.label if value else "How an answer leaves."
)


class TicketReplyWay(graphene.ObjectType):
    kind = graphene.Field(TicketReplyWayKind, required=True)
    until = graphene.DateTime(description="When that ends; null where it does not.")


class TicketErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    INVALID = "INVALID"
    TAKEN = "TAKEN"
    NO_EMAIL = "NO_EMAIL"
    LIVE = "LIVE"
    MERGED = "MERGED"
    ANOTHER_CUSTOMER = "ANOTHER_CUSTOMER"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"
    WINDOW_CLOSED = "WINDOW_CLOSED"
    UNREACHABLE = "UNREACHABLE"


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
    kind = graphene.Field(TicketKind, required=True)
    phone = graphene.String(description="Whom to call, with the country; null where nobody is to be called.")
    whatsapp = graphene.String(description="The number with which they began it by WhatsApp; null of every other.")
    call_at = graphene.DateTime(description="When the half hour begins within which they were promised the call.")
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
    department = graphene.String(description="Whose it is before anybody took it, as the merchant calls them.")
    reason = graphene.Field(TicketReasonType, description="Why they wrote; null where nobody said so yet.")
    priority = graphene.Field(TicketPriority, required=True)
    boosts = graphene.List(
        graphene.NonNull(TicketBoost), required=True, description="Why it began one step more urgent than its reason."
    )
    clock = graphene.Field(TicketClock, description="The one that is over first; null of what has none, or is closed.")
    due_at = graphene.DateTime(description="The clock's `dueAt`.")
    first_replied_at = graphene.DateTime(description="When somebody answered for the first time.")
    lines = graphene.List(
        graphene.NonNull(TicketLineType), required=True, description="The lines of its order that it is about."
    )
    product_id = graphene.ID(description="Saleor's id of the product that it is about, where it is about no line.")
    linked = graphene.List(graphene.NonNull(lambda: TicketType), required=True, description="The newest first.")
    merged_into = graphene.Field(
        lambda: TicketType, description="The ticket that this one was put into: work is there."
    )
    merges = graphene.List(
        graphene.NonNull(MergedTicket), required=True, description="The tickets that were put into this one."
    )
    split_from = graphene.Field(lambda: TicketType, description="The ticket of whose messages this one was made.")
    assigned_email = graphene.String(
        description="Whose it is: who answered first or took it; of a chat, at whose seat."
    )
    copies = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="E-mail addresses of who is in copy of each answer by mail.",
    )
    tags = graphene.List(graphene.NonNull(graphene.String), required=True)
    snoozed_until = graphene.DateTime(description="Until then it is in no list; null where it does not sleep.")
    conversation_id = graphene.ID(required=True, description="As on the socket.")
    reply_way = graphene.Field(
        TicketReplyWay, required=True, description="By which way an answer that is given now goes."
    )
    photo_permit = graphene.String(
        required=True, description="With which staff send pictures for it to `POST /f`, for a day: docs/files.md."
    )
    rating = graphene.Field(Rating, description="How the shopper liked it; null where they did not say.")
    created_at = graphene.DateTime(required=True)
    updated_at = graphene.DateTime(required=True, description="When somebody last said or did something.")
    closed_at = graphene.DateTime()
    last_message = graphene.Field(Message, description="What somebody said last; never an event.")
    messages = graphene.Field(
        MessageConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        description="The oldest first, those of tickets that were put into it among them.",
    )

    @staticmethod
    def resolve_id(ticket: Ticket, _: object) -> str:
        return own_id("Ticket", ticket.pk)

    @staticmethod
    def resolve_conversation_id(ticket: Ticket, _: object) -> str:
        return own_id("Conversation", ticket.conversation_id)

    @staticmethod
    def resolve_reply_way(ticket: Ticket, _: object) -> ReplyWay:
        return reply_way(ticket.conversation, timezone.now())

    @staticmethod
    def resolve_photo_permit(ticket: Ticket, _: object) -> str:
        return permit(store_id=ticket.store_id, conversation_id=ticket.conversation_id, side=Author.STAFF.value)

    @staticmethod
    def resolve_rating(ticket: Ticket, _: object) -> ConversationRating | None:
        rating: ConversationRating | None = held(followed(ticket, "conversation"), "rating")
        return rating

    @staticmethod
    def resolve_phone(ticket: Ticket, _: object) -> str | None:
        return ticket.phone or None

    @staticmethod
    def resolve_whatsapp(ticket: Ticket, _: object) -> str | None:
        return ticket.conversation.whatsapp or None

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
    def resolve_reason(ticket: Ticket, info: Any) -> TicketReason | None:
        return reason_of(ticket, info.context.staff.store)

    @staticmethod
    def resolve_clock(ticket: Ticket, _: object) -> dict[str, Any] | None:
        return clock_of(ticket, timezone.now())

    @staticmethod
    def resolve_lines(ticket: Ticket, _: object) -> list[TicketLine]:
        return related(ticket, "lines")

    @staticmethod
    def resolve_copies(ticket: Ticket, _: object) -> list[str]:
        return [one.email for one in related(ticket, "copies")]

    @staticmethod
    def resolve_product_id(ticket: Ticket, _: object) -> str | None:
        return ticket.product_id or None

    @staticmethod
    def resolve_linked(ticket: Ticket, info: Any) -> list[Ticket]:
        return queries.linked(info.context.staff, ticket)

    @staticmethod
    def resolve_merged_into(ticket: Ticket, info: Any) -> Ticket | None:
        return queries.ticket(info.context.staff, ticket.merged_into_id)

    @staticmethod
    def resolve_merges(ticket: Ticket, _: object) -> list[Ticket]:
        return sorted(related(ticket, "merged"), key=lambda one: one.pk)

    @staticmethod
    def resolve_split_from(ticket: Ticket, info: Any) -> Ticket | None:
        return queries.ticket(info.context.staff, ticket.split_from_id)

    @staticmethod
    def resolve_department(ticket: Ticket, _: object) -> str | None:
        return ticket.department or None

    @staticmethod
    def resolve_assigned_email(ticket: Ticket, _: object) -> str | None:
        return ticket.assigned_email or None

    @staticmethod
    def resolve_last_message(ticket: Ticket, _: object) -> ConversationMessage | None:
        return ticket.conversation.last_message

    @staticmethod
    def resolve_messages(ticket: Ticket, _: object, first: int | None = None, after: str | None = None) -> Any:
        return page_of(MessageConnection, thread.messages(ticket), first=first, after=after)


class TicketConnection(Counted):
    class Meta:
        node = TicketType


def tickets_of(order: Order, info: Any) -> list[Ticket]:
    """Return an order's tickets, the newest first; read for every order of a page at once."""
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    return queries.newest_first(related(order, "tickets", among=queries.listed(staff)))


ORDER_TICKETS = graphene.Field(
    graphene.List(graphene.NonNull(TicketType)), required=True, resolver=tickets_of, description="The newest first."
)


def staff_of(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    return staff


class TicketPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    ticket = graphene.Field(TicketType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class TicketPhotoInput(graphene.InputObjectType):
    file = graphene.String(required=True, description="As `POST /f` named it, sent with the ticket's `photoPermit`.")
    alt = graphene.String(description="What is in it, for who does not see it: at most 200 characters.")


class TicketReplyInput(graphene.InputObjectType):
    id = graphene.ID(required=True)
    text = graphene.String(required=True, description="Plain text of at most 5,000 characters.")
    key = graphene.String(description="The sender's own name for this message: sent twice, it is kept once.")
    photos = graphene.List(
        graphene.NonNull(TicketPhotoInput), description="At most 5 pictures; with some there need not be words."
    )


class TicketCreateInput(graphene.InputObjectType):
    order_id = graphene.ID(required=True)
    subject = graphene.String(required=True)
    text = graphene.String(required=True, description="Plain text of at most 5,000 characters, mailed to the customer.")
    key = graphene.String(description="The sender's own name for this ticket: sent twice, it is opened once.")


class TicketReply(TicketPayload, graphene.Mutation):
    """Answer the shopper, by the ticket's `replyWay` and on its page; the ticket then waits for them."""

    class Arguments:
        input = TicketReplyInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: TicketReplyInput) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return payload(
            staff,
            lambda: replying.reply(
                staff=staff,
                ticket_id=row_number("Ticket", input.id),
                text=input.text,
                key=key_of(input.key),
                photos={key_of(one.file): one.alt or "" for one in input.photos or ()},
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
        return payload(
            staff,
            lambda: replying.write_first(
                staff=staff,
                order_id=input.order_id,
                subject=input.subject,
                text=input.text,
                key=key_of(input.key),
                now=timezone.now(),
            ),
        )


class TicketClose(TicketPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return payload(
            staff, lambda: actions.close(staff=staff, ticket_id=row_number("Ticket", id), now=timezone.now())
        )


class TicketReopen(TicketPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return payload(
            staff, lambda: actions.reopen(staff=staff, ticket_id=row_number("Ticket", id), now=timezone.now())
        )


def key_of(given: str | None) -> str:
    return (given or "").replace("\0", "")


def payload(staff: Staff, act: Any) -> dict[str, Any]:
    staff.must_have("MANAGE_ORDERS")
    try:
        return {"ticket": act(), "errors": []}
    except TicketRefused as refused:
        return {"ticket": None, "errors": [{"field": refused.field, "message": str(refused), "code": refused.code}]}


class TicketMutations:
    ticket_create = TicketCreate.Field()
    ticket_reply = TicketReply.Field()
    ticket_close = TicketClose.Field()
    ticket_reopen = TicketReopen.Field()
