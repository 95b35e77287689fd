"""What staff look up and do beside a conversation."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import graphene
from django.utils import timezone

from ..conversations.models import Conversation
from ..ids import row_number
from ..saleor.catalogue import CatalogueProduct, CatalogueVariant
from ..saleor.live_carts import LiveCart
from ..shop.schema import Money
from ..stores.callers import Staff
from . import actions, cards, catalogue, deeds
from .bought import Shown, shown
from .facts_schema import CHANGING, READING, BesideCheckout, BesideTrouble, told
from .rules import NotDone, Trouble

MOST_DAYS = 90


class CatalogueVariantType(graphene.ObjectType):
    class Meta:
        name = "CatalogueVariant"

    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True, description="Empty where the product has no other.")
    turkish_name = graphene.String(description="Null where the shop has no translation.")
    sku = graphene.String(required=True)
    price = graphene.Field(Money, required=True)
    available = graphene.Int(description="How many a shopper may have at most; null where Saleor does not say.")
    is_in_stock = graphene.Boolean(required=True)

    @staticmethod
    def resolve_turkish_name(variant: CatalogueVariant, _: object) -> str | None:
        return variant.turkish_name or None


class CatalogueProductType(graphene.ObjectType):
    class Meta:
        name = "CatalogueProduct"

    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True)
    turkish_name = graphene.String(description="Null where the shop has no translation.")
    thumbnail_url = graphene.String(required=True)
    is_in_stock = graphene.Boolean(required=True)
    variants = graphene.List(graphene.NonNull(CatalogueVariantType), required=True)

    @staticmethod
    def resolve_turkish_name(product: CatalogueProduct, _: object) -> str | None:
        return product.turkish_name or None


class ChatShown(graphene.ObjectType):
    """What staff showed in chats: products, pages and ways to the checkout."""

    pushed = graphene.Int(required=True)
    opened = graphene.Int(required=True, description="By the shopper's tap.")
    bought = graphene.Int(required=True, description="Products that the same person bought within seven days.")


class BesideQueries:
    chat_shown = graphene.Field(
        ChatShown,
        required=True,
        days=graphene.Int(default_value=7, description=f"In which the chats began: 1 to {MOST_DAYS}."),
        channel=graphene.String(),
    )

    @staticmethod
    def resolve_chat_shown(_: object, info: Any, days: int, channel: str | None = None) -> Shown:
        staff: Staff = info.context.staff
        staff.must_have(READING)
        since = timezone.now() - timedelta(days=min(max(days, 1), MOST_DAYS))
        return shown(staff, since=since, channel=channel)

    catalogue = graphene.List(
        graphene.NonNull(CatalogueProductType),
        required=True,
        channel=graphene.String(required=True),
        search=graphene.String(),
        first=graphene.Int(default_value=12, description=f"At most {catalogue.MOST_FOUND}."),
        description="What is for sale in a channel, what is in stock first; at most 30 seconds old.",
    )

    @staticmethod
    def resolve_catalogue(
        _: object, info: Any, channel: str, first: int, search: str | None = None
    ) -> list[CatalogueProduct]:
        staff: Staff = info.context.staff
        staff.must_have(READING)
        if staff.channels is not None and channel not in staff.channels:
            return []
        return catalogue.find(staff.store, channel, search=search or "", most=first)


class BesideError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(BesideTrouble, required=True)


class BesidePayload(graphene.ObjectType):
    class Meta:
        abstract = True

    errors = graphene.List(graphene.NonNull(BesideError), required=True)


class CartPayload(BesidePayload):
    class Meta:
        abstract = True

    checkout = graphene.Field(BesideCheckout, description="As it is now; null where `errors` say why.")


TICKET = graphene.ID(required=True)
KEY = graphene.String(
    required=True, description="Your own name for this act, 16 to 48 characters: sent twice, it is done once."
)


class CartLineAdd(CartPayload, graphene.Mutation):
    """Put more of a variant into the shopper's cart; both are told."""

    class Arguments:
        ticket = TICKET
        variant = graphene.ID(required=True, description="Saleor's.")
        quantity = graphene.Int(default_value=1)
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, variant: str, quantity: int, key: str) -> dict[str, Any]:
        return _in_cart(info, ticket, key, lambda: deeds.add(variant, quantity))


class CartLineUpdate(CartPayload, graphene.Mutation):
    """Say how many of a line there shall be."""

    class Arguments:
        ticket = TICKET
        line = graphene.ID(required=True, description="Saleor's.")
        quantity = graphene.Int(required=True)
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, line: str, quantity: int, key: str) -> dict[str, Any]:
        return _in_cart(info, ticket, key, lambda: deeds.change(line, quantity))


class CartLineRemove(CartPayload, graphene.Mutation):
    class Arguments:
        ticket = TICKET
        line = graphene.ID(required=True, description="Saleor's.")
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, line: str, key: str) -> dict[str, Any]:
        return _in_cart(info, ticket, key, lambda: deeds.remove(line))


class CartCodeAdd(CartPayload, graphene.Mutation):
    """Put in a voucher's or a gift card's code."""

    class Arguments:
        ticket = TICKET
        code = graphene.String(required=True)
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, code: str, key: str) -> dict[str, Any]:
        return _in_cart(info, ticket, key, lambda: deeds.apply_code(code))


class CartCodeRemove(CartPayload, graphene.Mutation):
    """Take a code out, named as `codes` of the checkout does."""

    class Arguments:
        ticket = TICKET
        code = graphene.String(required=True)
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, code: str, key: str) -> dict[str, Any]:
        return _in_cart(info, ticket, key, lambda: deeds.take_code_out(code))


class CardInput(graphene.InputObjectType):
    """One of them: a product, a page of the shop, the way to the shopper's own checkout, or answers to choose from."""

    product = graphene.ID(description="Saleor's.")
    variant = graphene.ID(description="Saleor's, of that product; without it the product is shown at its lowest price.")
    page = graphene.String(description="Of one of the channel's storefront origins.")
    title = graphene.String(description="The page's, at most 200 characters.")
    checkout = graphene.Boolean()
    choices = graphene.List(graphene.NonNull(graphene.String), description="At most five of 40 characters.")


class CardPush(BesidePayload, graphene.Mutation):
    """Show the shopper something in the chat. Nothing opens before they tap it."""

    class Arguments:
        ticket = TICKET
        input = CardInput(required=True)
        key = KEY

    @staticmethod
    def mutate(_: object, info: Any, ticket: str, input: CardInput, key: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have(CHANGING if input.get("checkout") else READING)

        def do(now: datetime) -> None:
            number = row_number("Ticket", ticket)
            actions.push(staff=staff, ticket_id=number, card=lambda talk: _card(talk, input), key=key, now=now)

        return _tried(do)[1]


def _card(conversation: Conversation, given: Mapping[str, Any]) -> dict[str, Any]:
    match [name for name in ("product", "page", "checkout", "choices") if given.get(name)]:
        case ["product"]:
            return cards.product(conversation, given["product"], given.get("variant") or "")
        case ["page"]:
            return cards.page(conversation, given["page"], given.get("title") or "")
        case ["checkout"]:
            return cards.checkout(conversation)
        case ["choices"]:
            return cards.choices(given["choices"])
    raise NotDone(Trouble.INVALID, "input", "Name one thing to show.")


def _in_cart(info: Any, ticket: str, key: str, wish: Callable[[], deeds.Wish]) -> dict[str, Any]:
    staff: Staff = info.context.staff
    staff.must_have(CHANGING)
    number = row_number("Ticket", ticket)

    def do(now: datetime) -> tuple[Conversation, LiveCart]:
        return actions.in_cart(staff=staff, ticket_id=number, wish=wish(), key=key, now=now)

    done, payload = _tried(do)
    return payload | {"checkout": done and told(*done)}


def _tried[Done](do: Callable[[datetime], Done]) -> tuple[Done | None, dict[str, Any]]:
    try:
        return do(timezone.now()), {"errors": []}
    except NotDone as not_done:
        return None, {"errors": [{"field": not_done.field or None, "message": str(not_done), "code": not_done.code}]}


class BesideMutations:
    cart_line_add = CartLineAdd.Field()
    cart_line_update = CartLineUpdate.Field()
    cart_line_remove = CartLineRemove.Field()
    cart_code_add = CartCodeAdd.Field()
    cart_code_remove = CartCodeRemove.Field()
    card_push = CardPush.Field()
