"""The lines of orders, as the API shows them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import ProductVariant
from .money import Money, TaxedMoney
from .order_acts import fulfilled_quantity
from .order_fields import currency_of
from .order_records import Order, OrderLine
from .product_fields import thumbnail
from .records import global_id
from .resolving import Ask, resolves
from .shop_fields import same_for_all

same_for_all(
    {
        "OrderLine.taxRate": 0.0,
        "OrderLine.unitDiscountReason": None,
        "OrderLine.unitDiscountValue": 0,
        "OrderLine.unitDiscountType": "FIXED",
        "OrderLine.isPriceOverridden": False,
        "OrderLine.priceOverrideReason": None,
        "OrderLine.voucherCode": None,
        "OrderLine.isGift": False,
    }
)


def order_of_line(line: OrderLine, ask: Ask) -> Order:
    return next(order for order in ask.store.state.orders.values() if any(own is line for own in order.lines))


@resolves("OrderLine.variant")
def line_variant(line: OrderLine, ask: Ask) -> ProductVariant:
    return ask.store.state.variant(line.variant_pk)


@resolves("OrderLine.productVariantId")
def line_variant_id(line: OrderLine, ask: Ask) -> str:
    return global_id("ProductVariant", line.variant_pk)


@resolves("OrderLine.thumbnail")
def line_thumbnail(line: OrderLine, ask: Ask, size: int | None = None, format: str | None = None) -> dict[str, str]:
    state = ask.store.state
    return thumbnail(state.product_of(state.variant(line.variant_pk)), ask, size)


@resolves("OrderLine.quantityFulfilled")
def line_fulfilled(line: OrderLine, ask: Ask) -> int:
    return fulfilled_quantity(order_of_line(line, ask), line)


@resolves("OrderLine.quantityToFulfill")
def line_to_fulfill(line: OrderLine, ask: Ask) -> int:
    return line.quantity - line_fulfilled(line, ask)


@resolves("OrderLine.unitPrice", "OrderLine.undiscountedUnitPrice")
def line_unit_price(line: OrderLine, ask: Ask) -> TaxedMoney:
    return TaxedMoney(Money(line.unit_price, currency_of(order_of_line(line, ask), ask)))


@resolves("OrderLine.totalPrice", "OrderLine.undiscountedTotalPrice")
def line_total(line: OrderLine, ask: Ask) -> TaxedMoney:
    return TaxedMoney(Money(line.unit_price * line.quantity, currency_of(order_of_line(line, ask), ask)))


@resolves("OrderLine.unitDiscount")
def line_discount(line: OrderLine, ask: Ask) -> Money:
    return Money(Decimal(0), currency_of(order_of_line(line, ask), ask))


@resolves("OrderLine.translatedProductName")
def line_translated_product(line: OrderLine, ask: Ask) -> str:
    state = ask.store.state
    names = state.product_of(state.variant(line.variant_pk)).names
    return names.get(order_of_line(line, ask).language_code, "")


@resolves("OrderLine.translatedVariantName")
def line_translated_variant(line: OrderLine, ask: Ask) -> str:
    names = ask.store.state.variant(line.variant_pk).names
    return names.get(order_of_line(line, ask).language_code, "")


@resolves("OrderLine.allocations")
def line_allocations(line: OrderLine, ask: Ask) -> list[dict[str, Any]]:
    return [
        {
            "id": global_id("Allocation", f"{line.pk}-{slug}"),
            "quantity": quantity,
            "warehouse": ask.store.state.warehouse(slug),
        }
        for slug, quantity in line.allocated.items()
        if quantity
    ]
