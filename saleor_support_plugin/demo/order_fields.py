"""Orders, their lines and fulfilments, as the API shows them."""

from __future__ import annotations

from decimal import Decimal

from .app_records import App
from .catalogue_records import Channel, Warehouse
from .money import Money, TaxedMoney, order_subtotal, order_total
from .order_records import Fulfillment, FulfillmentLine, Order, OrderEvent, OrderLine
from .people_fields import demand_self
from .permissions import OWNER, PermissionDenied
from .records import User, global_id
from .resolving import Ask, resolves
from .shipping import ShippingMethod, methods_to, offered
from .shop_fields import same_for_all

same_for_all(
    {
        "Order.trackingClientId": "",
        "Order.collectionPointName": None,
        "Order.actions": [],
        "Order.availableCollectionPoints": [],
        "Order.original": None,
        "Order.taxExemption": False,
        "Order.shippingTaxRate": 0.0,
        "Order.weight": {"unit": "KG", "value": 0.0},
        "Order.canFinalize": True,
        "Order.isShippingRequired": True,
        "Order.discount": None,
        "Order.discountName": None,
        "Order.translatedDiscountName": None,
        "Order.errors": [],
        "Order.displayGrossPrices": True,
        "Fulfillment.shippingRefundedAmount": None,
        "Fulfillment.totalRefundedAmount": None,
        "Fulfillment.reason": None,
        "FulfillmentLine.reason": None,
        "OrderEvent.email": None,
        "OrderEvent.quantity": None,
        "OrderEvent.lines": [],
    }
)


def currency_of(order: Order, ask: Ask) -> str:
    return channel_of(order, ask).currency_code


@resolves("Order.user")
def order_user(order: Order, ask: Ask) -> User | None:
    user = ask.store.state.users.get(order.user_pk or "")
    if user:
        demand_self(user, ask, "MANAGE_USERS", "MANAGE_ORDERS", "HANDLE_PAYMENTS")
    return user


@resolves("Order.channel")
def channel_of(order: Order, ask: Ask) -> Channel:
    return ask.store.state.channel_of(order.channel_slug)


@resolves("Order.shippingMethodName")
def order_method_name(order: Order, ask: Ask) -> str | None:
    return order.delivery.name if order.delivery else None


@resolves("Order.shippingMethod", "Order.deliveryMethod")
def order_method(order: Order, ask: Ask) -> ShippingMethod | None:
    method = next(
        (m for _, m in ask.store.state.methods() if order.delivery and m.pk == order.delivery.method_pk), None
    )
    return offered(ask.store.state, method, order.channel_slug) if method else None


@resolves("Order.shippingMethods", "Order.availableShippingMethods")
def order_methods(order: Order, ask: Ask) -> list[ShippingMethod]:
    address = order.shipping_address
    if address is None:
        return []
    fitting = methods_to(ask.store.state, order.channel_slug, address.country, postal_code=address.postal_code)
    return [offered(ask.store.state, method, order.channel_slug) for method in fitting]


@resolves("Order.isPaid")
def order_is_paid(order: Order, ask: Ask) -> bool:
    return charge_status(order, ask) in ("FULL", "OVERCHARGED")


@resolves("Order.chargeStatus", "Order.authorizeStatus")
def charge_status(order: Order, ask: Ask) -> str:
    """The demo's money is charged at once, so that authorised and charged are the same."""
    if order.charged <= 0:
        return "NONE"
    return "FULL" if order.charged >= order_total(order) else "PARTIAL"


@resolves("Order.paymentStatus", "Order.paymentStatusDisplay")
def order_payment_status(order: Order, ask: Ask) -> str:
    by_charge = {"NONE": "NOT_CHARGED", "PARTIAL": "PARTIALLY_CHARGED", "FULL": "FULLY_CHARGED"}
    return by_charge[charge_status(order, ask)]


@resolves("Order.statusDisplay", "Fulfillment.statusDisplay")
def status_display(row: Order | Fulfillment, ask: Ask) -> str:
    return row.status.replace("_", " ").capitalize()


@resolves("Order.token")
def order_token(order: Order, ask: Ask) -> str:
    return order.pk


@resolves("Order.languageCode", "Order.languageCodeEnum")
def order_language(order: Order, ask: Ask) -> str:
    return order.language_code


@resolves("Order.checkoutId")
def order_checkout_id(order: Order, ask: Ask) -> str | None:
    return global_id("Checkout", order.checkout_pk) if order.checkout_pk else None


@resolves("Order.total", "Order.undiscountedTotal")
def total(order: Order, ask: Ask) -> TaxedMoney:
    return TaxedMoney(Money(order_total(order), currency_of(order, ask)))


@resolves("Order.subtotal")
def subtotal(order: Order, ask: Ask) -> TaxedMoney:
    return TaxedMoney(Money(order_subtotal(order), currency_of(order, ask)))


@resolves("Order.undiscountedShippingPrice")
def undiscounted_shipping(order: Order, ask: Ask) -> Money:
    return Money(order.delivery.price if order.delivery else Decimal(0), currency_of(order, ask))


@resolves("Order.shippingPrice")
def shipping_price(order: Order, ask: Ask) -> TaxedMoney:
    return TaxedMoney(undiscounted_shipping(order, ask))


@resolves("Order.totalCharged", "Order.totalCaptured")
def total_charged(order: Order, ask: Ask) -> Money:
    return Money(order.charged, currency_of(order, ask))


@resolves("Order.totalRefunded")
def total_refunded(order: Order, ask: Ask) -> Money:
    return Money(order.refunded, currency_of(order, ask))


@resolves("Order.totalRefundPending")
def total_refund_pending(order: Order, ask: Ask) -> Money:
    return Money(order.refund_pending, currency_of(order, ask))


@resolves("Order.totalBalance")
def total_balance(order: Order, ask: Ask) -> Money:
    return Money(order.charged - order_total(order), currency_of(order, ask))


@resolves(
    "Order.totalAuthorized",
    "Order.totalCanceled",
    "Order.totalGrantedRefund",
    "Order.totalAuthorizePending",
    "Order.totalChargePending",
    "Order.totalCancelPending",
    "Order.totalRemainingGrant",
)
def nothing_yet(order: Order, ask: Ask) -> Money:
    return Money(Decimal(0), currency_of(order, ask))


@resolves("Order.fulfillments")
def fulfillments(order: Order, ask: Ask) -> list[Fulfillment]:
    """Shoppers do not see parcels that were taken back."""
    sees_all = ask.caller.has("MANAGE_ORDERS")
    return [fulfillment for fulfillment in order.fulfillments if sees_all or fulfillment.status != "CANCELED"]


@resolves("Fulfillment.warehouse")
def fulfillment_warehouse(fulfillment: Fulfillment, ask: Ask) -> Warehouse:
    return ask.store.state.warehouse(fulfillment.warehouse_slug)


@resolves("FulfillmentLine.orderLine")
def fulfillment_order_line(part: FulfillmentLine, ask: Ask) -> OrderLine | None:
    line: OrderLine | None = ask.store.state.find(global_id("OrderLine", part.order_line_pk))
    return line


@resolves("OrderEvent.user")
def event_user(note: OrderEvent, ask: Ask) -> User | None:
    user = ask.store.state.users.get(note.user_pk or "")
    if user:
        demand_self(user, ask, "MANAGE_USERS", "MANAGE_STAFF")
    return user


@resolves("OrderEvent.app")
def event_app(note: OrderEvent, ask: Ask) -> App | None:
    app = ask.store.state.apps.get(note.app_pk or "")
    if app and app is not ask.caller.app and not ask.caller.has("MANAGE_APPS", "MANAGE_ORDERS"):
        raise PermissionDenied("MANAGE_APPS", "MANAGE_ORDERS", OWNER)
    return app


@resolves("OrderEvent.orderNumber")
def event_order_number(note: OrderEvent, ask: Ask) -> str:
    orders = ask.store.state.orders.values()
    return next(order.number for order in orders if any(own is note for own in order.events))
