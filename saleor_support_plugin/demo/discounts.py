"""Vouchers: codes for a share of a whole order, in the channels in which they have a value."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from .catalogue_records import Voucher
from .order_records import Checkout
from .shop import Refused, Shop
from .state import State


class Discounts:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def create(
        self,
        *,
        name: str,
        code: str,
        start_date: datetime,
        end_date: datetime | None,
        single_use: bool,
        value_type: str = "PERCENTAGE",
    ) -> Voucher:
        """A voucher without a value in any channel: until it has one, its code is refused."""
        if self.shop.state.voucher(code):
            raise Refused("codes", "Promo code already exists.", "ALREADY_EXISTS")
        with self.shop.act() as state:
            voucher = Voucher(
                pk=state.next_pk("Voucher"),
                name=name,
                code=code,
                start_date=start_date,
                end_date=end_date,
                single_use=single_use,
                discount_value_type=value_type,
                created=self.shop.now(),
            )
            state.vouchers[voucher.pk] = voucher
        return voucher

    def list_in(self, voucher: Voucher, channel_slug: str, value: Decimal, min_spend: Decimal | None) -> None:
        with self.shop.act():
            voucher.values[channel_slug] = value
            voucher.min_spends.pop(channel_slug, None)
            if min_spend is not None:
                voucher.min_spends[channel_slug] = min_spend


def subtotal(state: State, checkout: Checkout) -> Decimal:
    prices = [state.variant(line.variant_pk).prices[checkout.channel_slug] * line.quantity for line in checkout.lines]
    return sum(prices, Decimal(0))


def percent_off(state: State, checkout: Checkout, now: datetime) -> Decimal:
    """What the voucher in a checkout takes off; none where it does not hold, or no more."""
    voucher = state.voucher(checkout.voucher_code)
    if not voucher or not holds(state, voucher, checkout, now):
        return Decimal(0)
    value = voucher.values[checkout.channel_slug]
    if voucher.discount_value_type == "PERCENTAGE":
        return value
    return min(value / subtotal(state, checkout) * 100, Decimal(100))


def off(state: State, checkout: Checkout, now: datetime) -> Decimal:
    return subtotal(state, checkout) * percent_off(state, checkout, now) / 100


def holds(state: State, voucher: Voucher, checkout: Checkout, now: datetime) -> bool:
    return (
        voucher.is_active
        and checkout.channel_slug in voucher.values
        and voucher.start_date <= now
        and (voucher.end_date is None or now < voucher.end_date)
        and subtotal(state, checkout) >= voucher.min_spends.get(checkout.channel_slug, Decimal(0))
    )
