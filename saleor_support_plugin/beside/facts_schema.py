"""What stands beside a conversation, as staff see it."""

from dataclasses import fields
from datetime import datetime
from functools import cached_property
from typing import Any

import graphene

from ..carts.links import cart_page
from ..conversations.models import Conversation
from ..money import Money as Amount
from ..reviews.models import Review
from ..reviews.review_schema import ReviewType
from ..saleor.live_carts import CartLine, LiveCart
from ..shop.models import Order, Variant
from ..shop.owned import Owned, owned
from ..shop.schema import Money, OrderType, OwnedItem
from ..stores.callers import Staff
from ..stores.queries import configuration
from ..tickets.models import Ticket
from ..tickets.schema import TicketType
from . import carts, queries
from .bought import Bought, bought
from .models import CartAct, Deed, Result
from .rules import NotDone, Trouble

CHANGING = "MANAGE_CHECKOUTS"
READING = "MANAGE_ORDERS"

BesideTrouble = graphene.Enum.from_enum(
    Trouble, name="BesideTrouble", description=lambda value: None if value else "Why not: docs/beside.md."
)
CartDeed = graphene.Enum.from_enum(
    Deed, name="CartDeed", description=lambda value: value.label if value else "What staff did in a cart."
)
CartActResult = graphene.Enum.from_enum(
    Result, name="CartActResult", description=lambda value: value.label if value else "What became of it."
)


class BesideCustomer(graphene.ObjectType):
    """Who writes, by their account and their mailbox."""

    name = graphene.String(required=True)
    email = graphene.String(required=True, description="Empty where nobody gave one.")
    is_proven = graphene.Boolean(required=True, description="Nobody else can have typed the address.")
    orders_count = graphene.Int(required=True)
    spent = graphene.List(
        graphene.NonNull(Money), required=True, description="What they paid and did not get back, by currency."
    )
    orders = graphene.List(graphene.NonNull(OrderType), required=True, description="The newest five.")
    owned = graphene.List(graphene.NonNull(OwnedItem), required=True, description="The newest eight.")
    tickets = graphene.List(graphene.NonNull(TicketType), required=True, description="The newest five but this one.")
    reviews_count = graphene.Int(required=True)
    reviews = graphene.List(graphene.NonNull(ReviewType), required=True, description="The newest five.")

    @staticmethod
    def resolve_name(customer: queries.Customer, _: object) -> str:
        return customer.conversation.name

    @staticmethod
    def resolve_spent(customer: queries.Customer, _: object) -> list[Amount]:
        return customer.spent()

    @staticmethod
    def resolve_orders(customer: queries.Customer, _: object) -> list[Order]:
        return list(customer.orders()[: queries.MOST_SHOWN])

    @staticmethod
    def resolve_owned(customer: queries.Customer, _: object) -> list[Owned]:
        return owned(customer.orders())

    @staticmethod
    def resolve_tickets(customer: queries.Customer, _: object) -> list[Ticket]:
        return list(customer.tickets()[: queries.MOST_SHOWN])

    @staticmethod
    def resolve_reviews_count(customer: queries.Customer, _: object) -> int:
        return customer.reviews().count()

    @staticmethod
    def resolve_reviews(customer: queries.Customer, _: object) -> list[Review]:
        return list(customer.reviews()[: queries.MOST_SHOWN])


class BesideProduct(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True)
    slug = graphene.String(required=True)

    @staticmethod
    def resolve_id(variant: Variant, _: object) -> str:
        return variant.product_id

    @staticmethod
    def resolve_name(variant: Variant, _: object) -> str:
        return variant.product_name

    @staticmethod
    def resolve_slug(variant: Variant, _: object) -> str:
        return variant.product_slug


class BesideHere(graphene.ObjectType):
    """The page that the shopper looks at, as far as they let it be told."""

    url = graphene.String(required=True)
    title = graphene.String(required=True)
    at = graphene.DateTime(description="When they came to it.")
    product = graphene.Field(BesideProduct, description="What the page is about; null for one that we do not know.")


class BesideLine(graphene.ObjectType):
    id = graphene.ID(required=True)
    variant_id = graphene.ID(required=True)
    product_id = graphene.ID(required=True)
    name = graphene.String(required=True, description="In the shopper's language, with the variant's.")
    quantity = graphene.Int(required=True)
    is_gift = graphene.Boolean(required=True, description="It comes along, and cannot be changed.")
    unit = graphene.Field(Money, required=True)
    total = graphene.Field(Money, required=True)
    thumbnail_url = graphene.String(required=True)
    is_sold = graphene.Boolean(required=True, description="False: it keeps the cart from being bought.")
    available = graphene.Int(description="How many there are, where that is too few.")


class BesideCheckout(graphene.ObjectType):
    """The shopper's cart as it is in Saleor."""

    id = graphene.ID(required=True)
    lines = graphene.List(graphene.NonNull(BesideLine), required=True)
    codes = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="A gift card shows its last four characters."
    )
    subtotal = graphene.Field(Money, required=True)
    shipping = graphene.Field(Money, required=True)
    discount = graphene.Field(Money, required=True)
    total = graphene.Field(Money, required=True)
    url = graphene.String(description="Where its shopper goes on; null where the settings name no address of the shop.")


class CartActType(graphene.ObjectType):
    """One thing that staff did in the cart; the newest are first."""

    class Meta:
        name = "CartAct"

    deed = graphene.Field(CartDeed, required=True)
    by_email = graphene.String(required=True)
    name = graphene.String(required=True)
    quantity = graphene.Int()
    result = graphene.Field(CartActResult, required=True)
    trouble = graphene.Field(BesideTrouble)
    at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_trouble(act: CartAct, _: object) -> str | None:
        return act.trouble or None


class BoughtType(graphene.ObjectType):
    """A product that staff showed and the shopper bought within seven days."""

    class Meta:
        name = "BesideBought"

    seq = graphene.Int(required=True, description="Of the message that showed it.")
    number = graphene.String(required=True, description="The order's.")
    at = graphene.DateTime(required=True)


class _Beside:
    def __init__(self, staff: Staff, conversation: Conversation) -> None:
        self.staff = staff
        self.conversation = conversation

    @cached_property
    def cart(self) -> LiveCart | Trouble:
        """Saleor is asked once, and only where the cart is wanted."""
        if CHANGING not in self.staff.permissions:
            return Trouble.NOT_PERMITTED
        try:
            return carts.cart_of(self.conversation)
        except NotDone as not_done:
            return not_done.code


class Beside(graphene.ObjectType):
    """What staff see beside a conversation."""

    is_live = graphene.Boolean(required=True, description="The chat goes on, so the shopper sees what is done.")
    customer = graphene.Field(BesideCustomer, required=True)
    here = graphene.Field(BesideHere, description="Null where they took it away, or never said it.")
    checkout = graphene.Field(BesideCheckout, description="Read from Saleor when it is asked for.")
    checkout_trouble = graphene.Field(BesideTrouble, description="Why there is no `checkout`.")
    acts = graphene.List(graphene.NonNull(CartActType), required=True, description="The newest twenty.")

    bought = graphene.List(graphene.NonNull(BoughtType), required=True, description="Of what staff showed here.")

    @staticmethod
    def resolve_bought(beside: _Beside, _: object) -> list[Bought]:
        return bought(beside.conversation)

    @staticmethod
    def resolve_is_live(beside: _Beside, _: object) -> bool:
        return beside.conversation.is_live

    @staticmethod
    def resolve_customer(beside: _Beside, _: object) -> queries.Customer:
        return queries.Customer(beside.staff, beside.conversation)

    @staticmethod
    def resolve_here(beside: _Beside, _: object) -> dict[str, Any] | None:
        return here_of(beside.staff, beside.conversation)

    @staticmethod
    def resolve_checkout(beside: _Beside, _: object) -> dict[str, Any] | None:
        return None if isinstance(beside.cart, Trouble) else told(beside.conversation, beside.cart)

    @staticmethod
    def resolve_checkout_trouble(beside: _Beside, _: object) -> Trouble | None:
        return beside.cart if isinstance(beside.cart, Trouble) else None

    @staticmethod
    def resolve_acts(beside: _Beside, _: object) -> list[CartAct]:
        return list(queries.acts(beside.conversation)[: queries.MOST_ACTS])


def here_of(staff: Staff, conversation: Conversation) -> dict[str, Any] | None:
    here = conversation.here
    if not here:
        return None
    at = here.get("at")
    return {
        "url": here.get("url") or "",
        "title": here.get("title") or "",
        "at": datetime.fromisoformat(at) if at else None,
        "product": queries.product(staff, here.get("product") or ""),
    }


def told(conversation: Conversation, cart: LiveCart) -> dict[str, Any]:
    """Return a cart as its type has it."""
    url = cart_page(configuration(conversation.store, conversation.channel_slug), "checkout", cart.id)
    names = ("subtotal", "shipping", "discount", "total")
    return {
        "id": cart.id,
        "lines": [_line(one, conversation.language) for one in cart.lines],
        "codes": [one.text for one in cart.codes],
        "url": url or None,
    } | {name: getattr(cart, name) for name in names}


def _line(line: CartLine, language: str) -> dict[str, Any]:
    return {field.name: getattr(line, field.name) for field in fields(line)} | {"name": line.name_in(language)}


def _beside(staff: Staff, conversation: Conversation) -> _Beside:
    staff.must_have(READING)
    return _Beside(staff, conversation)


# Tickets and chats lie below and cannot name it; api/staff.py gives them the field.
TICKET_BESIDE = graphene.Field(
    Beside,
    required=True,
    resolver=lambda ticket, info: _beside(info.context.staff, ticket.conversation),
    description="Who writes, from where, and their cart.",
)
CHAT_BESIDE = graphene.Field(
    Beside,
    required=True,
    resolver=lambda entry, info: _beside(info.context.staff, entry.conversation),
    description="Who writes, from where, and their cart.",
)
