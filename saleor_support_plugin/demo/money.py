"""What things cost. The demo lists gross prices and charges no tax, so net equals gross everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .order_records import Order


@dataclass(frozen=True)
class Money:
    """`amount` leaves as a JSON number, as Saleor sends it."""

    amount: Decimal
    currency: str
    fraction_digits: int = 2

    @property
    def fractional_amount(self) -> int:
        return int(self.amount * 10**self.fraction_digits)


@dataclass(frozen=True)
class TaxedMoney:
    gross: Money

    @property
    def net(self) -> Money:
        return self.gross

    @property
    def tax(self) -> Money:
        return Money(Decimal(0), self.gross.currency)

    @property
    def currency(self) -> str:
        return self.gross.currency


@dataclass(frozen=True)
class MoneyRange:
    start: Money
    stop: Money


@dataclass(frozen=True)
class TaxedMoneyRange:
    start: TaxedMoney
    stop: TaxedMoney


def order_subtotal(order: Order) -> Decimal:
    return sum((line.unit_price * line.quantity for line in order.lines), Decimal(0))


def order_total(order: Order) -> Decimal:
    return order_subtotal(order) + (order.delivery.price if order.delivery else 0)
