"""What a shipping price is with tax, or without, as the channel shows it. Values in, an answer out."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ..money import DIGITS, Money
from .facts import Tax

HUNDRED = Decimal(100)


def shown(price: Money, *, tax: Mapping[str, Any], country: str, rate: Decimal) -> tuple[Money, Tax]:
    """Return the price as shoppers of this country see it, and what it says of tax.

    `tax` is the channel's (shop.facts.tax_facts), `rate` the flat one in per cent. Where an app calculates the tax, or
    it depends on what else is in the basket, it is known at the checkout only, and the price stands as it is listed.
    """
    here = {**tax, **tax.get("countries", {}).get(country, {})}
    if not here:
        return price, "AT_CHECKOUT"
    if not here["charge"]:
        return price, "INCLUDED"
    if here["strategy"] != "FLAT_RATES":
        return price, "AT_CHECKOUT"
    if rate == 0 and not here["weighted"]:
        return price, "INCLUDED"  # nothing will be added, however the channel shows its prices
    if here["entered_with_tax"] == here["display_gross"]:
        return price, "INCLUDED" if here["display_gross"] else "EXCLUDED"
    if here["weighted"]:
        return price, "AT_CHECKOUT"
    factor = 1 + rate / HUNDRED
    if here["display_gross"]:
        return _rounded(price.amount * factor, price.currency), "INCLUDED"
    return _rounded(price.amount / factor, price.currency), "EXCLUDED"


def _rounded(amount: Decimal, currency: str) -> Money:
    digits = Decimal(1).scaleb(-DIGITS.get(currency, 2))
    return Money(amount.quantize(digits, ROUND_HALF_UP), currency)
