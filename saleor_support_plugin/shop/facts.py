"""What Saleor says of a variant and of a channel's taxes, as our columns have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..saleor.generated.all_channels import AllChannelsChannelsTaxConfiguration
    from ..saleor.generated.fragments import VariantFacts

KILOGRAMMES = {
    "KG": Decimal(1),
    "G": Decimal("0.001"),
    "LB": Decimal("0.45359237"),
    "OZ": Decimal("0.028349523125"),
    "TONNE": Decimal(1000),
}
# Attributes whose values are chosen from a list: the ones by which a merchant can tell products apart.
CHOSEN = frozenset({"DROPDOWN", "MULTISELECT", "SWATCH", "BOOLEAN", "REFERENCE", "SINGLE_REFERENCE"})
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
SPAN = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?")


class _Weight(Protocol):
    @property
    def unit(self) -> str: ...

    @property
    def value(self) -> Decimal: ...


class _Attribute(Protocol):
    @property
    def slug(self) -> str | None: ...

    @property
    def input_type(self) -> str | None: ...


class _Value(Protocol):
    @property
    def slug(self) -> str | None: ...


class _Selected(Protocol):
    @property
    def attribute(self) -> _Attribute: ...

    @property
    def values(self) -> Sequence[_Value]: ...


def kilogrammes(*weights: _Weight | None) -> Decimal | None:
    """Return the first of these weights that is given, as Saleor takes a variant's, its product's, its type's."""
    given = next((weight for weight in weights if weight is not None), None)
    return None if given is None else (given.value * KILOGRAMMES[given.unit]).quantize(Decimal("0.00001"))


def variant_values(variant: VariantFacts) -> dict[str, Any]:
    product, preorder = variant.product, variant.preorder
    threshold = preorder.global_threshold if preorder else None
    return {
        "product_id": product.id,
        "product_name": product.name,
        "product_slug": product.slug,
        "category_id": product.category.id if product.category else "",
        # Saleor fills an empty name with the variant's id: nothing a person would read.
        "name": "" if variant.name == variant.id else variant.name,
        "sku": variant.sku or "",
        "is_shipping_required": product.product_type.is_shipping_required,
        "track_inventory": variant.track_inventory,
        "is_deleted": False,
        "weight": kilogrammes(variant.weight, product.weight, product.product_type.weight),
        "listings": listings(variant),
        "is_preorder": preorder is not None,
        "preorder_until": preorder.end_date if preorder else None,
        "preorder_left": threshold - preorder.global_sold_units if preorder and threshold is not None else None,
        "expected_on": day(variant.expected_on),
        "extra_handling": span(variant.extra_handling),
        "attributes": attributes(variant),
    }


def listings(variant: VariantFacts) -> dict[str, dict[str, str | None]] | None:
    """Return in which channels it has a price and is to be published, and from when on; None where that is unsaid.

    A product without a publication date is published since ever; one without a date for sale is never for sale.
    """
    if variant.channel_listings is None or variant.product.channel_listings is None:
        return None
    priced = {one.channel.slug for one in variant.channel_listings if one.price is not None}
    return {
        one.channel.slug: {
            "published_at": (one.published_at or LONG_AGO).isoformat(),
            "for_sale_at": one.available_for_purchase_at.isoformat() if one.available_for_purchase_at else None,
        }
        for one in variant.product.channel_listings
        if one.is_published and one.channel.slug in priced
    }


def attributes(variant: VariantFacts) -> dict[str, list[str]]:
    """Return the slugs of the values that were chosen, by the slug of their attribute."""
    found: dict[str, list[str]] = {}
    chosen: list[_Selected] = [*variant.product.attributes, *variant.attributes]
    for one in chosen:
        if one.attribute.input_type in CHOSEN and one.attribute.slug:
            found.setdefault(one.attribute.slug, []).extend(value.slug for value in one.values if value.slug)
    return {slug: values for slug, values in found.items() if values}


def day(text: str | None) -> date | None:
    """Return the day that a merchant wrote into metadata, or None where it is none: nothing is guessed from it."""
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None


def span(text: str | None) -> list[int] | None:
    """Return the working days of `3` or `2-5`, as metadata has them, or None where it is neither."""
    found = SPAN.fullmatch((text or "").strip())
    return sorted(int(part) for part in (found[1], found[2] or found[1])) if found else None


def tax_facts(tax: AllChannelsChannelsTaxConfiguration) -> dict[str, Any]:
    """Return how a channel taxes and shows prices; `countries` are those in which it is otherwise."""
    return {
        "charge": tax.charge_taxes,
        "strategy": tax.tax_calculation_strategy or "FLAT_RATES",
        "entered_with_tax": tax.prices_entered_with_tax,
        "display_gross": tax.display_gross_prices,
        "weighted": bool(tax.use_weighted_tax_for_shipping),
        "countries": {
            one.country.code: {
                "charge": one.charge_taxes,
                "strategy": one.tax_calculation_strategy or tax.tax_calculation_strategy or "FLAT_RATES",
                "display_gross": one.display_gross_prices,
                "weighted": bool(one.use_weighted_tax_for_shipping),
            }
            for one in tax.countries
        },
    }
