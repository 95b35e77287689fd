"""Attributes of products, and the one type of the demo's goods that has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .catalogue_records import Attribute, Product
from .filters import ATTRIBUTES, narrowed
from .product_fields import ProductType
from .records import global_id
from .resolving import Ask, page, resolves

OF_ALL_GOODS = "1"


@resolves("Query.attributes")
def attributes(root: None, ask: Ask, filter: Mapping[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    return page(narrowed(ask.store.state.attributes.values(), filter, ATTRIBUTES), name="attributes", **paging)


@resolves("Query.productTypes")
def product_types(root: None, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page([ProductType(pk=OF_ALL_GOODS)], name="productTypes", **paging)


@resolves("ProductType.productAttributes")
def attributes_of_type(kind: ProductType, ask: Ask) -> list[Attribute]:
    return assigned(ask)


def assigned(ask: Ask) -> list[Attribute]:
    """The numeric attributes that the merchant, or an app, gave the goods; those of the sample goods have no rows."""
    return [one for one in ask.store.state.attributes.values() if one.is_assigned]


@resolves("Product.attributes")
def product_attributes(product: Product, ask: Ask) -> list[dict[str, Any]]:
    chosen = [
        {
            "attribute": {
                "id": global_id("Attribute", slug),
                "type": "PRODUCT_TYPE",
                "input_type": "DROPDOWN",
                "name": slug,
                "slug": slug,
            },
            "values": [{"id": global_id("AttributeValue", value), "name": value, "slug": value}],
        }
        for slug, value in product.attributes.items()
    ]
    return chosen + [{"attribute": one, "values": _numbers(product, one)} for one in assigned(ask)]


def _numbers(product: Product, attribute: Attribute) -> list[dict[str, Any]]:
    """A number is kept as the text that was sent, and its slug names the product and the attribute."""
    if attribute.pk not in product.numbers:
        return []
    slug = f"{product.pk}_{attribute.pk}"
    return [{"id": global_id("AttributeValue", slug), "name": product.numbers[attribute.pk], "slug": slug}]


@resolves("Attribute.translation", "AttributeValue.translation")
def untranslated(row: Any, ask: Ask, language_code: str) -> None:
    """Nobody translated the sample goods' attributes."""
    return
