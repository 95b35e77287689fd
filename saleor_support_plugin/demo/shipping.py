"""Which shipping methods reach an address: Saleor looks at zone, channel and postal code, and at nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .catalogue_records import ShippingMethodPostalCodeRule, ShippingMethodType
from .money import Money
from .records import global_id
from .state import State


@dataclass(frozen=True)
class ShippingMethod:
    """A method as shoppers see it: with its price in one channel. Saleor's `ShippingMethod`, never saved."""

    method: ShippingMethodType
    price: Money
    minimum_order_price: Money | None

    @property
    def id(self) -> str:
        return global_id("ShippingMethod", self.method.pk)

    @property
    def metadata(self) -> dict[str, str]:
        return self.method.metadata

    @property
    def private_metadata(self) -> dict[str, str]:
        return self.method.private_metadata


def methods_to(
    state: State, channel_slug: str, country: str | None, *, postal_code: str | None = None
) -> list[ShippingMethodType]:
    """The methods of a channel that go to a country, cheapest first; to any of its countries when none is said.

    None as postal code leaves the postal rules out; an empty one is a code that no rule covers.
    """
    fitting = [
        method
        for zone, method in state.methods()
        if channel_slug in zone.channel_slugs
        and (country is None or country in zone.countries)
        and channel_slug in method.prices
        and (postal_code is None or _delivers_to(method.postal_code_rules, postal_code))
    ]
    return sorted(fitting, key=lambda method: method.prices[channel_slug])


def offered(state: State, method: ShippingMethodType, channel_slug: str) -> ShippingMethod:
    channel = state.channel(channel_slug)
    currency = channel.currency_code if channel else ""
    least = method.minimum_order_prices.get(channel_slug)
    return ShippingMethod(
        method=method,
        price=Money(method.prices.get(channel_slug, Decimal(0)), currency),
        minimum_order_price=None if least is None else Money(least, currency),
    )


def _delivers_to(rules: list[ShippingMethodPostalCodeRule], postal_code: str) -> bool:
    if not rules:
        return True
    covered = [_covers(rule, postal_code) for rule in rules]
    kinds = {rule.inclusion_type for rule in rules}
    if kinds == {"INCLUDE"}:
        return any(covered)
    # Saleor does not support methods with rules of both kinds: they go nowhere.
    return kinds == {"EXCLUDE"} and not any(covered)


def _covers(rule: ShippingMethodPostalCodeRule, postal_code: str) -> bool:
    """By the order of letters, as Saleor compares codes outside the British Isles."""
    return bool(postal_code) and rule.start <= postal_code and (not rule.end or postal_code <= rule.end)
