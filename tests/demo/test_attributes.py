"""Numeric attributes: made once, assigned once, and refused where a product cannot have them, as Saleor does."""

from __future__ import annotations

from typing import Any

import pytest

from saleor_support_plugin.demo.store import Store

CREATE = """mutation($slug: String) { attributeCreate(input: {
  type: PRODUCT_TYPE, inputType: NUMERIC, name: "Rating", slug: $slug
}) { attribute { id slug type inputType } errors { field code } } }"""
ASSIGN = """mutation($type: ID!, $id: ID!) { productAttributeAssign(
  productTypeId: $type, operations: [{id: $id, type: PRODUCT}]
) { productType { productAttributes { slug } } errors { field code } } }"""
WRITE = """mutation($id: ID!, $attribute: ID!, $number: String) { productUpdate(
  id: $id, input: {rating: 4.5, attributes: [{id: $attribute, numeric: $number}]}
) { product { rating attributes { attribute { slug } values { name slug } } } errors { field code } } }"""


def ask(store: Store, query: str, **variables: Any) -> dict[str, Any]:
    answer = store.execute(query, variables, token=store.access_token(store.person("admin")))
    assert "errors" not in answer, answer
    found: dict[str, Any] = next(iter(answer["data"].values()))
    return found


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["code"] for error in answer["errors"]]


def test_an_attribute_is_made_assigned_and_filled(store: Store) -> None:
    product = store.catalogue.product("notebook")
    made = ask(store, CREATE, slug="rating")
    assert made["attribute"] | {"id": ""} == {
        "id": "",
        "slug": "rating",
        "type": "PRODUCT_TYPE",
        "inputType": "NUMERIC",
    }
    id = made["attribute"]["id"]
    kinds = ask(store, "{ productTypes(first: 5) { edges { node { id productAttributes { slug } } } } }")["edges"]
    [kind] = [edge["node"] for edge in kinds]
    assert kind["productAttributes"] == []
    assert codes(ask(store, WRITE, id=product.id, attribute=id, number="4.50")) == ["NOT_FOUND"]
    assigned = ask(store, ASSIGN, type=kind["id"], id=id)
    assert assigned["productType"]["productAttributes"] == [{"slug": "rating"}]
    written = ask(store, WRITE, id=product.id, attribute=id, number="4.50")["product"]
    assert written["rating"] == 4.5
    assert [one["name"] for row in written["attributes"] for one in row["values"]][-1] == "4.50"
    emptied = ask(store, WRITE, id=product.id, attribute=id, number=None)["product"]
    assert [row["values"] for row in emptied["attributes"] if row["attribute"]["slug"] == "rating"] == [[]]


@pytest.mark.parametrize(
    ("query", "given", "code"),
    [
        (CREATE, {"slug": "rating"}, "UNIQUE"),
        (ASSIGN, {}, "ATTRIBUTE_ALREADY_ASSIGNED"),
        (ASSIGN, {"type": "UHJvZHVjdFR5cGU6OQ=="}, "NOT_FOUND"),
        (WRITE, {"number": "many"}, "INVALID"),
        (WRITE, {"id": "UHJvZHVjdDo5OTk="}, "NOT_FOUND"),
    ],
)
def test_what_cannot_be_done_is_refused(store: Store, query: str, given: dict[str, str], code: str) -> None:
    attribute = store.catalogue.create_attribute("Rating", "rating")
    store.catalogue.assign([attribute])
    product = store.catalogue.product("notebook")
    usual = {"type": "UHJvZHVjdFR5cGU6MQ==", "attribute": attribute.id, "number": "1"}
    usual["id"] = attribute.id if query == ASSIGN else product.id
    assert codes(ask(store, query, **usual | given)) == [code]
    assert (product.rating, product.numbers, len(store.state.attributes)) == (None, {}, 1)


def test_attributes_outlive_a_restart(open_store: Any, tmp_path: Any) -> None:
    store = open_store(data=tmp_path)
    store.catalogue.assign([store.catalogue.create_attribute("Rating", "rating")])
    [attribute] = open_store(data=tmp_path).state.attributes.values()
    assert (attribute.slug, attribute.is_assigned) == ("rating", True)
