"""What shoppers say of a product in numbers, as Saleor can keep it: metadata, attributes, and the product's rating."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .errors import SaleorUnreachable
from .generated.client import Client
from .generated.input_types import AttributeValueInput, MetadataInput, ProductAttributeAssignInput
from .generated.products_to_rate import ProductsToRateProductsEdgesNode

NUMERIC = "NUMERIC"
OF_PRODUCTS = "PRODUCT_TYPE"
_MOST_ATTRIBUTES = 100
# Without what is deprecated, as introspection leaves that out unless asked. One question for all versions.
RATED = 'query RatedProducts { __type(name: "Product") { fields { name } } }'


class AttributeUnfit(Exception):
    """There is an attribute of this slug that holds no numbers of products."""

    code = "ATTRIBUTE_UNFIT"


@dataclass(frozen=True, slots=True)
class RatedProduct:
    """A product with what it holds: `attributes` are the numeric ones of its type, slug → id, with or without a value.

    `average` and `count` are its metadata, None where it has none.
    """

    id: str
    rating: Decimal | None
    average: str | None
    count: str | None
    attributes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def has_rating(ask: Client) -> bool:
    """Say whether products have a rating of their own that is not on its way out."""
    answer: Mapping[str, Any] = ask.get_data(ask.execute(RATED, "RatedProducts", {}))
    match answer.get("__type"):
        case {"fields": [*fields]}:
            return any(one.get("name") == "rating" for one in fields)
    raise SaleorUnreachable("an answer without the fields of a product")


def products(ask: Client, ids: Sequence[str]) -> dict[str, RatedProduct]:
    """Return those of the products that exist; 100 at most."""
    found = ask.products_to_rate(list(ids), len(ids))
    return {edge.node.id: _rated(edge.node) for edge in (found.edges if found else [])}


def _rated(product: ProductsToRateProductsEdgesNode) -> RatedProduct:
    own = product.product_type.product_attributes or []
    return RatedProduct(
        id=product.id,
        rating=product.rating,
        average=product.average,
        count=product.count,
        attributes={one.slug: one.id for one in own if one.input_type == NUMERIC},
        values={one.attribute.slug: one.values[0].name or "" for one in product.attributes if one.values},
    )


def rate(
    ask: Client,
    product_id: str,
    *,
    rating: Decimal | None,
    with_rating: bool,
    metadata: Mapping[str, str],
    attributes: Mapping[str, str | None],
) -> None:
    """Write the metadata, values by the ids of numeric attributes (None empties one), and `with_rating` the rating."""
    entries = [MetadataInput(key=key, value=value) for key, value in metadata.items()]
    values = [AttributeValueInput(id=one, numeric=number) for one, number in attributes.items()]
    if with_rating:
        ask.rate_product(product_id, entries, values, None if rating is None else float(rating))
    else:
        ask.rate_product_without_rating(product_id, entries, values)


def numeric_attributes(ask: Client, slugs: Sequence[str]) -> dict[str, str]:
    """Return slug → id of those that the shop has. Raises AttributeUnfit for one that holds no numbers of products."""
    found = ask.attributes_by_slugs(list(slugs), _MOST_ATTRIBUTES)
    nodes = [edge.node for edge in (found.edges if found else []) if edge.node.slug in slugs]
    for one in nodes:
        if (one.type_, one.input_type) != (OF_PRODUCTS, NUMERIC):
            raise AttributeUnfit(f"The attribute {one.slug} of this shop is not a numeric one of products.")
    return {one.slug: one.id for one in nodes}


def create_attribute(ask: Client, *, name: str, slug: str) -> str:
    """Return the id of a new numeric attribute of products. Needs MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES."""
    made = ask.create_numeric_attribute(name, slug)
    if made is None or made.attribute is None:
        raise SaleorUnreachable("an answer without the attribute")
    return made.attribute.id


def assign_attributes(ask: Client, product_type_id: str, ids: Sequence[str]) -> None:
    """Let products of a type have these attributes, which it lacks. Needs MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES."""
    ask.assign_attributes(product_type_id, [ProductAttributeAssignInput(id=one, type="PRODUCT") for one in ids])
