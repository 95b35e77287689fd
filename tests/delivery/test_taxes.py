"""A shipping price as the channel shows it, with tax or without, and where nobody can know it before the checkout."""

from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.delivery.taxes import shown
from saleor_support_plugin.money import Money

from ..shops import WITH_TAX

TEN = Money(Decimal(10), "EUR")


@pytest.mark.parametrize(
    ("changed", "rate", "expected"),
    [
        ({}, "20", ("10.00", "INCLUDED")),
        ({"entered_with_tax": False}, "20", ("12.00", "INCLUDED")),
        ({"entered_with_tax": False}, "0", ("10.00", "INCLUDED")),
        ({"display_gross": False}, "20", ("8.33", "EXCLUDED")),
        ({"entered_with_tax": False, "display_gross": False}, "20", ("10.00", "EXCLUDED")),
        ({"entered_with_tax": False, "display_gross": False}, "0", ("10.00", "INCLUDED")),
        ({"entered_with_tax": False}, "19.25", ("11.93", "INCLUDED")),
        ({"charge": False, "entered_with_tax": False}, "20", ("10.00", "INCLUDED")),
        ({"strategy": "TAX_APP"}, "20", ("10.00", "AT_CHECKOUT")),
        ({"weighted": True, "entered_with_tax": False}, "20", ("10.00", "AT_CHECKOUT")),
        ({"weighted": True}, "20", ("10.00", "INCLUDED")),
        ({"countries": {"DE": {"charge": False}}, "entered_with_tax": False}, "20", ("10.00", "INCLUDED")),
        ({"countries": {"FR": {"charge": False}}, "entered_with_tax": False}, "20", ("12.00", "INCLUDED")),
        ({"countries": {"DE": {"strategy": "TAX_APP"}}}, "20", ("10.00", "AT_CHECKOUT")),
    ],
)
def test_a_price_is_shown_as_the_channel_shows_prices(
    changed: dict[str, Any], rate: str, expected: tuple[str, str]
) -> None:
    price, tax = shown(TEN, tax=WITH_TAX | changed, country="DE", rate=Decimal(rate))
    assert (price.text, tax) == expected


def test_yen_have_no_cents() -> None:
    tax = WITH_TAX | {"entered_with_tax": False}
    price, _ = shown(Money(Decimal(505), "JPY"), tax=tax, country="JP", rate=Decimal(10))
    assert price.amount == 556


def test_taxes_that_were_never_read_are_known_at_the_checkout_only() -> None:
    assert shown(TEN, tax={}, country="DE", rate=Decimal(20)) == (TEN, "AT_CHECKOUT")
