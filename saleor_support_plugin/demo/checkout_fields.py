"""Checkouts, as the API shows them. Whoever knows a checkout's id may read it, as in Saleor."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import Channel, ProductVariant
from .money import Money, TaxedMoney
from .order_records import Checkout, CheckoutLine
from .people_fields import demand_self
from .product_fields import in_channel
from .records import User, global_id
from .resolving import Ask, resolves
from .shipping import ShippingMethod, methods_to, offered
from .shop_fields import same_for_all

same_for_all(
    {
        "Checkout.discountName": None,
        "Checkout.translatedDiscountName": None,
        "Checkout.voucherCode": None,
        "Checkout.availableCollectionPoints": [],
        "Checkout.isShippingRequired": True,
        "Checkout.stockReservationExpires": None,
        "Checkout.taxExemption": False,
        "Checkout.displayGrossPrices": True,
        # The demo charges when a checkout is completed, and then it is an order.
        "Checkout.authorizeStatus": "NONE",
        "Checkout.chargeStatus": "NONE",
        "CheckoutLine.requiresShipping": True,
        "CheckoutLine.isGift": False,
    }
)


@resolves("Checkout.user")
def checkout_user(checkout: Checkout, ask: Ask) -> User | None:
    user = ask.store.state.users.get(checkout.user_pk or "")
    if user:
        demand_self(user, ask, "MANAGE_USERS", "HANDLE_PAYMENTS")
    return user


@resolves("Checkout.channel")
def channel_of(checkout: Checkout, ask: Ask) -> Channel:
    return ask.store.state.channel_of(checkout.channel_slug)


@resolves("Checkout.lastChange")
def checkout_last_change(checkout: Checkout, ask: Ask) -> Any:
    return checkout.updated_at


@resolves("Checkout.customerNote")
def checkout_note(checkout: Checkout, ask: Ask) -> str:
    return checkout.note


@resolves("Checkout.quantity")
def checkout_quantity(checkout: Checkout, ask: Ask) -> int:
    return sum(line.quantity for line in checkout.lines)


@resolves("Checkout.shippingMethods", "Checkout.availableShippingMethods")
def checkout_methods(checkout: Checkout, ask: Ask) -> list[ShippingMethod]:
    address = checkout.shipping_address
    if address is None:
        return []
    fitting = methods_to(ask.store.state, checkout.channel_slug, address.country, postal_code=address.postal_code)
    return [offered(ask.store.state, method, checkout.channel_slug) for method in fitting]


@resolves("Checkout.shippingMethod", "Checkout.deliveryMethod")
def checkout_method(checkout: Checkout, ask: Ask) -> ShippingMethod | None:
    chosen = checkout.delivery
    method = next((m for _, m in ask.store.state.methods() if chosen and m.pk == chosen.method_pk), None)
    return offered(ask.store.state, method, checkout.channel_slug) if method else None


@resolves("Checkout.delivery")
def checkout_delivery(checkout: Checkout, ask: Ask) -> dict[str, Any] | None:
    method = checkout_method(checkout, ask)
    return {"id": global_id("Delivery", checkout.pk), "shipping_method": method} if method else None


@resolves("Checkout.subtotalPrice")
def checkout_subtotal(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(_subtotal(checkout, ask), checkout, ask)


@resolves("Checkout.shippingPrice")
def checkout_shipping_price(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(_shipping(checkout), checkout, ask)


@resolves("Checkout.totalPrice")
def checkout_total(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(_subtotal(checkout, ask) + _shipping(checkout), checkout, ask)


@resolves("Checkout.totalBalance")
def checkout_balance(checkout: Checkout, ask: Ask) -> Money:
    return _money(-_subtotal(checkout, ask) - _shipping(checkout), checkout, ask)


@resolves("Checkout.discount")
def checkout_discount(checkout: Checkout, ask: Ask) -> Money:
    return _money(Decimal(0), checkout, ask)


@resolves("CheckoutLine.variant")
def line_variant(line: CheckoutLine, ask: Ask) -> ProductVariant:
    return in_channel(ask.store.state.variant(line.variant_pk), _checkout_of(line, ask).channel_slug)


@resolves("CheckoutLine.unitPrice")
def line_unit_price(line: CheckoutLine, ask: Ask) -> TaxedMoney:
    checkout = _checkout_of(line, ask)
    return _taxed(_unit_price(line, checkout, ask), checkout, ask)


@resolves("CheckoutLine.totalPrice")
def line_total(line: CheckoutLine, ask: Ask) -> TaxedMoney:
    checkout = _checkout_of(line, ask)
    return _taxed(_unit_price(line, checkout, ask) * line.quantity, checkout, ask)


@resolves("CheckoutLine.undiscountedUnitPrice")
def line_undiscounted_unit_price(line: CheckoutLine, ask: Ask) -> Money:
    return line_unit_price(line, ask).gross


@resolves("CheckoutLine.undiscountedTotalPrice")
def line_undiscounted_total(line: CheckoutLine, ask: Ask) -> Money:
    return line_total(line, ask).gross


def _checkout_of(line: CheckoutLine, ask: Ask) -> Checkout:
    checkouts = ask.store.state.checkouts.values()
    return next(checkout for checkout in checkouts if any(own is line for own in checkout.lines))


def _unit_price(line: CheckoutLine, checkout: Checkout, ask: Ask) -> Decimal:
    return ask.store.state.variant(line.variant_pk).prices[checkout.channel_slug]


def _subtotal(checkout: Checkout, ask: Ask) -> Decimal:
    return sum((_unit_price(line, checkout, ask) * line.quantity for line in checkout.lines), Decimal(0))


def _shipping(checkout: Checkout) -> Decimal:
    return checkout.delivery.price if checkout.delivery else Decimal(0)


def _money(amount: Decimal, checkout: Checkout, ask: Ask) -> Money:
    return Money(amount, channel_of(checkout, ask).currency_code)


def _taxed(amount: Decimal, checkout: Checkout, ask: Ask) -> TaxedMoney:
    return TaxedMoney(_money(amount, checkout, ask))
