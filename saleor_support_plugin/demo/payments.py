"""What payment apps report about a checkout. Of a payment that failed nobody is told: it can only be read."""

from __future__ import annotations

from decimal import Decimal

from .checkout_problems import shipping_due
from .discounts import off, subtotal
from .order_records import Checkout, TransactionEvent, TransactionItem
from .shop import Actor, Shop


def total_due(shop: Shop, checkout: Checkout) -> Decimal:
    goods = subtotal(shop.state, checkout) - off(shop.state, checkout, shop.now())
    return goods + shipping_due(shop.state, checkout)


class Payments:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def report(self, checkout: Checkout, type: str, *, message: str = "", by: Actor = None) -> TransactionEvent:
        """Add an event to the checkout's payment, which the first one begins: CHARGE_FAILURE, CHARGE_SUCCESS, …"""
        with self.shop.act() as state:
            if not checkout.transactions:
                checkout.transactions.append(TransactionItem(pk=state.next_uuid(), name="Demo card"))
            amount = total_due(self.shop, checkout)
            event = TransactionEvent(
                pk=state.next_pk("TransactionEvent"),
                type=type,
                message=message,
                created_at=self.shop.now(),
                amount=amount,
            )
            checkout.transactions[-1].events.append(event)
            if type == "CHARGE_SUCCESS":
                checkout.charged = amount
                self.shop.happen("CHECKOUT_FULLY_PAID", by=by, channel=checkout.channel_slug, checkout=checkout)
        return event
