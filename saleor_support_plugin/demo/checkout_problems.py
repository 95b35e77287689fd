"""What keeps a checkout from being completed, as Saleor says it: its lines' problems and its delivery's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from .catalogue_records import ProductVariant, ShippingMethodType
from .order_records import Checkout, CheckoutLine
from .shipping import ShippingMethod, methods_to, offered
from .shop import Refused
from .state import State
from .stocking import free_pieces


@dataclass(frozen=True)
class InsufficientStock:
    graphql_type: ClassVar = "CheckoutLineProblemInsufficientStock"
    line: CheckoutLine
    variant: ProductVariant
    available_quantity: int


@dataclass(frozen=True)
class NotAvailable:
    graphql_type: ClassVar = "CheckoutLineProblemVariantNotAvailable"
    line: CheckoutLine


@dataclass(frozen=True)
class DeliveryInvalid:
    graphql_type: ClassVar = "CheckoutProblemDeliveryMethodInvalid"
    delivery: dict[str, object]


LineProblem = InsufficientStock | NotAvailable


def line_problems(state: State, checkout: Checkout, line: CheckoutLine) -> list[LineProblem]:
    variant = state.variant(line.variant_pk)
    if not is_sold(state, variant, checkout.channel_slug):
        return [NotAvailable(line)]
    free = free_pieces(state, variant, checkout.channel_slug, country_of(state, checkout))
    if variant.track_inventory and free < line.quantity:
        return [InsufficientStock(line, variant, free)]
    return []


def is_sold(state: State, variant: ProductVariant, channel_slug: str) -> bool:
    return state.product_of(variant).is_published and channel_slug in variant.prices


def country_of(state: State, checkout: Checkout) -> str:
    address = checkout.shipping_address
    return address.country if address else state.channel_of(checkout.channel_slug).default_country


def methods_of(state: State, checkout: Checkout) -> list[ShippingMethodType]:
    address = checkout.shipping_address
    if address is None:
        return []
    return methods_to(state, checkout.channel_slug, address.country, postal_code=address.postal_code)


def chosen_method(state: State, checkout: Checkout) -> ShippingMethod | None:
    """The method that was chosen, while it still goes to the address."""
    fitting = methods_of(state, checkout)
    method = next((m for m in fitting if checkout.delivery and m.pk == checkout.delivery.method_pk), None)
    return offered(state, method, checkout.channel_slug) if method else None


def shipping_due(state: State, checkout: Checkout) -> Decimal:
    return checkout.delivery.price if checkout.delivery and chosen_method(state, checkout) else Decimal(0)


def refuse_unsellable(state: State, channel_slug: str, lines: list[tuple[ProductVariant, int]], country: str) -> None:
    """As Saleor does where lines are put in: it names what is not sold, and does not name what is short."""
    unsold = tuple(variant.id for variant, _ in lines if not is_sold(state, variant, channel_slug))
    if unsold:
        raise Refused("lines", "Cannot add lines for unpublished variants.", "PRODUCT_NOT_PUBLISHED", variants=unsold)
    for variant, quantity in lines:
        free = free_pieces(state, variant, channel_slug, country)
        if variant.track_inventory and free < quantity:
            message = f"Could not add items {variant.name}. Only {free} remaining in stock."
            raise Refused("quantity", message, "INSUFFICIENT_STOCK")
