"""How an order was paid, what of it was paid back, and its invoices, as the API shows them."""

from __future__ import annotations

from .money import Money
from .order_records import Checkout, Invoice, Order, OrderGrantedRefund, Payment, TransactionEvent, TransactionItem
from .permissions import OWNER, PermissionDenied
from .resolving import Ask, resolves


@resolves("TransactionItem.chargedAmount")
def charged_amount(transaction: TransactionItem, ask: Ask) -> Money:
    state = ask.store.state
    held: list[Order | Checkout] = [*state.orders.values(), *state.checkouts.values()]
    mine = next(one for one in held if transaction in one.transactions)
    return Money(transaction.charged, state.channel_of(mine.channel_slug).currency_code)


@resolves("Payment.availableRefundAmount")
def available_refund(payment: Payment, ask: Ask) -> Money:
    order = next(one for one in ask.store.state.orders.values() if payment in one.payments)
    return Money(payment.captured, ask.store.state.channel_of(order.channel_slug).currency_code)


@resolves("OrderGrantedRefund.amount")
def granted_amount(granted: OrderGrantedRefund, ask: Ask) -> Money:
    order = next(one for one in ask.store.state.orders.values() if granted in one.granted_refunds)
    return Money(granted.amount, ask.store.state.channel_of(order.channel_slug).currency_code)


@resolves("OrderGrantedRefund.transactionEvents")
def granted_events(granted: OrderGrantedRefund, ask: Ask) -> list[TransactionEvent]:
    return granted.events


@resolves("Order.invoices")
def invoices(order: Order, ask: Ask) -> list[Invoice]:
    is_theirs = ask.caller.user is not None and ask.caller.user.pk == order.user_pk
    if not is_theirs and not ask.caller.has("MANAGE_ORDERS"):
        raise PermissionDenied("MANAGE_ORDERS", OWNER)
    return order.invoices
