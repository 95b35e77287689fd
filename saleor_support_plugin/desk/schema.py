"""Timelines of orders and people, and what a customer's card says."""

from typing import Any

import graphene

from ..connections import Counted, page_of
from ..ids import own_id
from ..money import Money as Amount
from ..shop.models import Order
from ..shop.owned import Owned, owned
from ..shop.schema import Money, OrderType, OwnedItem
from ..stores.callers import Staff
from ..surveys.models import Survey
from ..tickets.models import Ticket
from ..tickets.schema import TicketType
from . import customers, reading, scopes
from .customers import MOST_SHOWN, Customer
from .timeline import Moment, Source, Timeline

SOURCES = {
    Source.ORDER: "Placed; `code` is its state now, `text` its total.",
    Source.SALEOR_EVENT: "The order's history in Saleor; `code` is of its OrderEventsEnum.",
    Source.MESSAGE: "Somebody spoke; `code` is of MessageAuthor, in small letters.",
    Source.EVENT: "Something happened in a ticket; `code` is of MessageEvent, in small letters.",
    Source.PROMISE: "A day was promised: `text` is the first and the last of them; `code` why none was.",
    Source.PARCEL: "A parcel was seen: `code` is where, `who` from whom it is known.",
    Source.ACT: "An act on the order: `code` is its kind and its state, `text` the money.",
    Source.REVIEW_REQUEST: "A review was asked for.",
    Source.REVIEW: "A review came: `code` is its stars.",
    Source.SURVEY: "A survey was answered: `code` is the score and the best one.",
    Source.MAIL: "A message went out: `code` is its kind, `who` the medium.",
    Source.CART: "A cart was left: `code` is what became of it, `who` the cause.",
    Source.CART_ACT: "Staff did something in the cart.",
    Source.CONSENT: "They said whether they may be written to: `text` is medium and purpose, `who` where it was said.",
    Source.QUESTION: "They asked something about a product.",
}
MomentSource = graphene.Enum.from_enum(
    Source, name="MomentSource", description=lambda value: SOURCES[value] if value else "Where something is known from."
)


class MomentType(graphene.ObjectType):
    """One thing that happened to an order or with a person."""

    class Meta:
        name = "Moment"

    id = graphene.ID(required=True)
    source = graphene.Field(MomentSource, required=True)
    at = graphene.DateTime(required=True)
    code = graphene.String(required=True)
    who = graphene.String(required=True)
    text = graphene.String(required=True, description="At most 300 characters.")
    order_id = graphene.ID(description="Saleor's.")
    order_number = graphene.String()
    ticket_id = graphene.ID()

    @staticmethod
    def resolve_id(moment: Moment, _: object) -> str:
        return own_id(moment.source, moment.row)

    @staticmethod
    def resolve_ticket_id(moment: Moment, _: object) -> str | None:
        return None if moment.ticket is None else own_id("Ticket", moment.ticket)


class MomentConnection(Counted):
    class Meta:
        node = MomentType


class DeskScore(graphene.ObjectType):
    """How they liked it when they were asked last."""

    score = graphene.Int(required=True)
    scale = graphene.Int(required=True, description="The best that could be said.")


class DeskCustomer(graphene.ObjectType):
    """Somebody by their account and their mailbox, and by what was proven to be theirs besides."""

    name = graphene.String(required=True)
    email = graphene.String(required=True)
    customer_id = graphene.ID(description="Saleor's; null of a guest.")
    orders_count = graphene.Int(required=True)
    spent = graphene.List(
        graphene.NonNull(Money), required=True, description="What they paid and did not get back, by currency."
    )
    open_tickets = graphene.Int(required=True, description="How many of their tickets are not closed.")
    last_score = graphene.Field(DeskScore)
    last_stars = graphene.Int(description="Of their newest review.")
    orders = graphene.List(graphene.NonNull(OrderType), required=True, description="The newest five.")
    owned = graphene.List(graphene.NonNull(OwnedItem), required=True, description="The newest eight.")
    tickets = graphene.List(graphene.NonNull(TicketType), required=True, description="The newest five.")
    timeline = graphene.Field(
        MomentConnection, required=True, first=graphene.Int(), after=graphene.String(), description="The newest first."
    )

    @staticmethod
    def resolve_customer_id(customer: Customer, _: object) -> str | None:
        return customer.customer_id or next(iter(sorted(customer.names.customers)), None)

    @staticmethod
    def resolve_spent(customer: Customer, _: object) -> list[Amount]:
        return customer.spent()

    @staticmethod
    def resolve_last_score(customer: Customer, _: object) -> Survey | None:
        return customer.last_survey

    @staticmethod
    def resolve_last_stars(customer: Customer, _: object) -> int | None:
        return customer.last_review.stars if customer.last_review else None

    @staticmethod
    def resolve_orders(customer: Customer, _: object) -> list[Order]:
        return list(customer.orders()[:MOST_SHOWN])

    @staticmethod
    def resolve_owned(customer: Customer, _: object) -> list[Owned]:
        return owned(customer.orders())

    @staticmethod
    def resolve_tickets(customer: Customer, _: object) -> list[Ticket]:
        return list(customer.tickets()[:MOST_SHOWN])

    @staticmethod
    def resolve_timeline(customer: Customer, _: object, first: int | None = None, after: str | None = None) -> Any:
        return page_of(MomentConnection, customer.timeline(), first=first, after=after)


def _order_timeline(order: Order, info: Any, first: int | None = None, after: str | None = None) -> Any:
    staff = _staff_of(info)
    reading.learn_events(staff.store, order)
    return page_of(MomentConnection, Timeline(scopes.of_order(staff, order)), first=first, after=after)


def _buyer(order: Order, info: Any) -> Customer | None:
    return customers.buyer(_staff_of(info), order)


# Orders lie below all this and cannot name it; api/staff.py gives them the fields.
ORDER_TIMELINE = graphene.Field(
    MomentConnection,
    required=True,
    first=graphene.Int(),
    after=graphene.String(),
    resolver=_order_timeline,
    description="What happened to it, in Saleor and here; the newest first.",
)
ORDER_BUYER = graphene.Field(
    DeskCustomer, resolver=_buyer, description="Who bought it; null where neither an account nor a mailbox is known."
)


class DeskQueries:
    customer = graphene.Field(
        DeskCustomer,
        id=graphene.ID(description="Saleor's id of their account."),
        email=graphene.String(),
        description="Somebody whom the store has an order or a ticket of.",
    )

    @staticmethod
    def resolve_customer(_: object, info: Any, id: str | None = None, email: str | None = None) -> Customer | None:
        return customers.customer(_staff_of(info), customer_id=_plain(id), email=_plain(email))


def _plain(given: str | None) -> str:
    # PostgreSQL has no such letter, so nobody is called so.
    return (given or "").replace("\0", "")[:254]


def _staff_of(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    return staff
