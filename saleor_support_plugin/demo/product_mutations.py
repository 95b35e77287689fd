"""The mutations on products and their attributes: as far as an app needs them that says what shoppers think."""

from __future__ import annotations

from typing import Any

from .attribute_fields import OF_ALL_GOODS, assigned
from .catalogue_records import Attribute, Product
from .mutating import actor, mutation, pairs, wanted
from .product_fields import ProductType
from .records import global_id
from .resolving import Ask
from .shop import Refused


@mutation("productUpdate")
def product_update(
    ask: Ask, input: dict[str, Any], id: str | None = None, external_reference: str | None = None
) -> dict[str, Any]:
    product = wanted(ask, id, Product)
    numbers = dict(_number(ask, given) for given in input.get("attributes") or [])
    ask.store.catalogue.change_product(
        product,
        values={name: input[name] for name in ("name", "rating") if name in input},
        metadata=pairs(input.get("metadata")),
        numbers=numbers,
        by=actor(ask),
    )
    return {"product": product}


def _number(ask: Ask, given: dict[str, Any]) -> tuple[str, str | None]:
    """The attribute's key and the number as it was sent: that text is what Saleor sorts by."""
    number: str | None = given.get("numeric")
    for attribute in assigned(ask):
        if attribute.id == given.get("id"):
            try:
                float(number or 0)
            except ValueError as error:
                raise Refused("attributes", "Numeric value is required.", "INVALID") from error
            return attribute.pk, number
    raise Refused("attributes", f"Could not resolve to a node: ids={[given.get('id')]}.", "NOT_FOUND")


@mutation("attributeCreate")
def attribute_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    ask.caller.demand("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES")
    if (input["type"], input.get("input_type")) != ("PRODUCT_TYPE", "NUMERIC"):
        raise Refused("input", "The demo makes numeric attributes of products.", "INVALID")
    name = input["name"]
    return {"attribute": ask.store.catalogue.create_attribute(name, input.get("slug") or name.lower())}


@mutation("productAttributeAssign")
def product_attribute_assign(ask: Ask, operations: list[dict[str, Any]], product_type_id: str) -> dict[str, Any]:
    if product_type_id != global_id("ProductType", OF_ALL_GOODS):
        raise Refused("productTypeId", f"Couldn't resolve to a node: {product_type_id}", "NOT_FOUND")
    attributes = [wanted(ask, one["id"], Attribute, "operations") for one in operations]
    if any(one.is_assigned for one in attributes):
        message = "Some of the attributes have been already assigned to this product type."
        raise Refused("operations", message, "ATTRIBUTE_ALREADY_ASSIGNED")
    ask.store.catalogue.assign(attributes)
    return {"product_type": ProductType(pk=OF_ALL_GOODS)}
