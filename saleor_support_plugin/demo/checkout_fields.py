"""Checkouts, as the API shows them. Whoever knows a checkout's id may read it, as in Saleor."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import Channel, ProductVariant
from .checkout_problems import (
    DeliveryInvalid,
    LineProblem,
    chosen_method,
    line_problems,
    methods_of,
    shipping_due,
)
from .discounts import off, subtotal
from .money import Money, TaxedMoney
from .order_records import Checkout, CheckoutLine, Order, TransactionEvent, TransactionItem
from .payments import total_due
from .people_fields import demand_self
from .product_fields import in_channel
from .records import User, global_id
from .resolving import Ask, resolves
from .shipping import ShippingMethod, offered
from .shop_fields import same_for_all

same_for_all(
    {
        "Checkout.discountName": None,
        "Checkout.giftCards": [],
        "Checkout.translatedDiscountName": None,
        "Checkout.availableCollectionPoints": [],
        "Checkout.isShippingRequired": True,
        "Checkout.stockReservationExpires": None,
        "Checkout.taxExemption": False,
        "Checkout.displayGrossPrices": True,
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
    state = ask.store.state
    return [offered(state, method, checkout.channel_slug) for method in methods_of(state, checkout)]


@resolves("Checkout.shippingMethod", "Checkout.deliveryMethod")
def checkout_method(checkout: Checkout, ask: Ask) -> ShippingMethod | None:
    return chosen_method(ask.store.state, checkout)


@resolves("Checkout.delivery")
def checkout_delivery(checkout: Checkout, ask: Ask) -> dict[str, Any] | None:
    chosen = checkout.delivery
    method = next((m for _, m in ask.store.state.methods() if chosen and m.pk == chosen.method_pk), None)
    if method is None:
        return None
    shown = offered(ask.store.state, method, checkout.channel_slug)
    return {"id": global_id("Delivery", checkout.pk), "shipping_method": shown}


@resolves("Checkout.transactions")
def checkout_transactions(checkout: Checkout, ask: Ask) -> list[TransactionItem]:
    return checkout.transactions


@resolves("TransactionEvent.amount")
def event_amount(event: TransactionEvent, ask: Ask) -> Money:
    state = ask.store.state
    held: list[Checkout | Order] = [*state.checkouts.values(), *state.orders.values()]
    mine = next(one for one in held if any(event in payment.events for payment in one.transactions))
    return Money(event.amount, state.channel_of(mine.channel_slug).currency_code)


@resolves("Checkout.authorizeStatus", "Checkout.chargeStatus")
def checkout_charge_status(checkout: Checkout, ask: Ask) -> str:
    return "FULL" if checkout.charged else "NONE"


@resolves("Checkout.problems")
def checkout_problems(checkout: Checkout, ask: Ask) -> list[LineProblem | DeliveryInvalid]:
    state = ask.store.state
    of_lines = [problem for line in checkout.lines for problem in line_problems(state, checkout, line)]
    delivery = checkout_delivery(checkout, ask) if state.version >= "3.23" else None
    is_gone = delivery is not None and checkout_method(checkout, ask) is None
    return [*of_lines, DeliveryInvalid(delivery)] if delivery and is_gone else list(of_lines)


@resolves("CheckoutLine.problems")
def checkout_line_problems(line: CheckoutLine, ask: Ask) -> list[LineProblem]:
    return line_problems(ask.store.state, _checkout_of(line, ask), line)


@resolves("Checkout.subtotalPrice")
def checkout_subtotal(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(subtotal(ask.store.state, checkout), checkout, ask)


@resolves("Checkout.shippingPrice")
def checkout_shipping_price(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(shipping_due(ask.store.state, checkout), checkout, ask)


@resolves("Checkout.totalPrice")
def checkout_total(checkout: Checkout, ask: Ask) -> TaxedMoney:
    return _taxed(total_due(ask.store, checkout), checkout, ask)


@resolves("Checkout.totalBalance")
def checkout_balance(checkout: Checkout, ask: Ask) -> Money:
    return _money(checkout.charged - total_due(ask.store, checkout), checkout, ask)


@resolves("Checkout.discount")
def checkout_discount(checkout: Checkout, ask: Ask) -> Money:
    return _money(off(ask.store.state, checkout, ask.store.now()), checkout, ask)


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


def _money(amount: Decimal, checkout: Checkout, ask: Ask) -> Money:
    return Money(amount, channel_of(checkout, ask).currency_code)


def _taxed(amount: Decimal, checkout: Checkout, ask: Ask) -> TaxedMoney:
    return TaxedMoney(_money(amount, checkout, ask))
