"""A cart as staff see it: what is in it now, where it was to go, and what stood in its way."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import graphene

from ..ids import own_id
from ..money import Money as Amount
from ..shop.schema import Money
from . import queries
from .facts import Line, PaymentState, Problem, Source
from .models import Cart

CartProblemKind = graphene.Enum.from_enum(
    Problem, name="CartProblemKind", description=lambda value: None if value else "What was found against a cart."
)
CartCauseSource = graphene.Enum.from_enum(
    Source, name="CartCauseSource", description=lambda value: None if value else "Who says so: docs/carts.md."
)
CartPaymentState = graphene.Enum.from_enum(
    PaymentState, name="CartPaymentState", description=lambda value: None if value else "What became of a payment."
)


class CartLine(graphene.ObjectType):
    product_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    variant_name = graphene.String(required=True, description="Perhaps empty.")
    quantity = graphene.Int(required=True)
    unit = graphene.Field(Money, required=True, description="What a piece costs now.")
    unit_before = graphene.Field(Money, description="What it cost when it was first seen here; null where the same.")
    total = graphene.Field(Money, required=True)
    thumbnail_url = graphene.String()


class CartProblem(graphene.ObjectType):
    problem = graphene.Field(CartProblemKind, required=True)
    source = graphene.Field(CartCauseSource, required=True)
    variant_id = graphene.ID(description="Null where no line is meant.")
    available = graphene.Int(description="How many pieces there are; null where nobody says.")

    @staticmethod
    def resolve_variant_id(problem: dict[str, Any], _: object) -> str | None:
        return problem.get("variant_id") or None


class CartPayment(graphene.ObjectType):
    state = graphene.Field(CartPaymentState, required=True)
    at = graphene.DateTime(required=True)
    message = graphene.String(required=True, description="The provider's words; perhaps empty.")

    @staticmethod
    def resolve_at(payment: dict[str, Any], _: object) -> datetime:
        return datetime.fromisoformat(payment["at"])


class CartType(graphene.ObjectType):
    """One checkout of a shopper's, as Saleor last told of it."""

    class Meta:
        name = "Cart"

    id = graphene.ID(
        required=True, description="Ours. Saleor's own is told to nobody: with it a shopper's address is read."
    )
    channel = graphene.String(required=True)
    email = graphene.String()
    case_id = graphene.ID(description="Null while nobody knows whose it is.")
    quantity = graphene.Int(required=True)
    total = graphene.Field(Money, required=True)
    shipping = graphene.Field(Money, required=True)
    lines = graphene.List(graphene.NonNull(CartLine), required=True)
    country = graphene.String(description="Where it was to go: ISO 3166-1.")
    method_name = graphene.String()
    voucher_code = graphene.String()
    problems = graphene.List(graphene.NonNull(CartProblem), required=True)
    payments = graphene.List(graphene.NonNull(CartPayment), required=True)
    read_at = graphene.DateTime(description="When Saleor was last asked for problems and payments.")
    created = graphene.DateTime()
    updated_at = graphene.DateTime()
    paid_at = graphene.DateTime(description="Since when it is paid and yet no order.")
    gone_at = graphene.DateTime(description="When we found that Saleor has it no more.")
    order_id = graphene.ID(description="Saleor's id of what it became.")

    @staticmethod
    def resolve_id(cart: Cart, _: object) -> str:
        return own_id("Cart", cart.pk)

    @staticmethod
    def resolve_channel(cart: Cart, _: object) -> str:
        return cart.channel_slug

    @staticmethod
    def resolve_email(cart: Cart, _: object) -> str | None:
        return cart.email or None

    @staticmethod
    def resolve_case_id(cart: Cart, _: object) -> str | None:
        return own_id("CartCase", cart.case_id) if cart.case_id else None

    @staticmethod
    def resolve_total(cart: Cart, _: object) -> Amount:
        return Amount(cart.total_gross, cart.currency)

    @staticmethod
    def resolve_shipping(cart: Cart, _: object) -> Amount:
        return Amount(cart.shipping_gross, cart.currency)

    @staticmethod
    def resolve_lines(cart: Cart, _: object) -> list[dict[str, Any]]:
        return [_line(one, cart) for one in queries.lines(cart)]

    @staticmethod
    def resolve_country(cart: Cart, _: object) -> str | None:
        return queries.delivery(cart).country or None

    @staticmethod
    def resolve_method_name(cart: Cart, _: object) -> str | None:
        return queries.delivery(cart).method_name or None

    @staticmethod
    def resolve_voucher_code(cart: Cart, _: object) -> str | None:
        return cart.voucher_code or None

    @staticmethod
    def resolve_order_id(cart: Cart, _: object) -> str | None:
        return cart.order_id or None


def _line(line: Line, cart: Cart) -> dict[str, Any]:
    before = cart.first_prices.get(line.variant_id)
    first = Amount(Decimal(before[0]), line.unit.currency) if before else line.unit
    return {
        "product_id": line.product_id,
        "name": line.name,
        "variant_name": line.variant,
        "quantity": line.quantity,
        "unit": line.unit,
        "unit_before": first if first != line.unit else None,
        "total": line.total,
        "thumbnail_url": line.thumbnail_url or None,
    }
