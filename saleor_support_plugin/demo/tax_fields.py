"""Taxes, as the API shows them: flat rates by country, prices entered and shown with tax in every channel."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import Channel, ShippingMethodType
from .records import global_id
from .resolving import Ask, resolves
from .shop_fields import country

# The standard rates of the countries that the shop sends to, in per cent.
RATES = {"AT": Decimal(20), "DE": Decimal(19), "FR": Decimal(20), "NL": Decimal(21), "TR": Decimal(20)}
SHIPPING = {"id": global_id("TaxClass", "1"), "name": "Shipping"}


@resolves("Query.taxCountryConfigurations")
def tax_rates(root: None, ask: Ask) -> list[dict[str, Any]]:
    return [{"country": country(code), "tax_class_country_rates": _rates(code, rate)} for code, rate in RATES.items()]


def _rates(code: str, rate: Decimal) -> list[dict[str, Any]]:
    """A country's own rate, and that of the one class there is."""
    return [{"country": country(code), "rate": rate, "tax_class": tax_class} for tax_class in (None, SHIPPING)]


@resolves("ShippingMethodType.taxClass")
def method_tax_class(method: ShippingMethodType, ask: Ask) -> dict[str, str]:
    return SHIPPING


@resolves("Channel.taxConfiguration")
def channel_taxes(channel: Channel, ask: Ask) -> dict[str, Any]:
    how = {
        "charge_taxes": True,
        "tax_calculation_strategy": "FLAT_RATES",
        "display_gross_prices": True,
        "use_weighted_tax_for_shipping": False,
    }
    exceptions = [how | {"country": country(code)} for code in channel.countries[:1]]
    return how | {
        "id": global_id("TaxConfiguration", channel.pk),
        "channel": channel,
        "prices_entered_with_tax": True,
        "countries": exceptions,
    }
