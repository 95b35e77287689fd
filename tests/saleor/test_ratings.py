"""What reviews come to, written into a product and read back, as each Saleor that we serve has it."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from graphql import parse, validate

from saleor_support_plugin.demo.catalogue_records import Product
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.saleor.client import SaleorClient
from saleor_support_plugin.saleor.errors import PermissionMissing, SaleorRefused
from saleor_support_plugin.saleor.ratings import AttributeUnfit

from .demo_egress import install
from .test_documents import saleor as saleors_schema
from .test_left_checkouts import VERSIONS

AVERAGE = {"support.rating": "4.25", "support.review_count": "8"}
SLUGS = ("support-rating", "support-review-count")


def attributes(saleor: SaleorClient) -> dict[str, str]:
    made = {slug: saleor.create_numeric_attribute(name=slug, slug=slug) for slug in SLUGS}
    [(kind, has)] = saleor.product_types()
    assert not has & set(made.values())
    saleor.assign_attributes(kind, list(made.values()))
    return made


def rate(saleor: SaleorClient, product: Product, average: str | None, attributes: dict[str, str | None]) -> None:
    saleor.rate_product(
        product.id,
        rating=None if average is None else Decimal(average),
        with_rating=True,
        metadata={"support.rating": average or "", "support.review_count": "8"},
        attributes=attributes,
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_written_into_a_product_is_read_back(version: str) -> None:
    store, saleor, egress = install(version)
    product = store.catalogue.product("notebook")
    product.metadata["theirs"] = "stays"
    ids = attributes(saleor)
    assert saleor.products_have_rating()
    rate(saleor, product, "4.25", {ids[SLUGS[0]]: "4.25", ids[SLUGS[1]]: "8"})
    assert product.metadata == {"theirs": "stays"} | AVERAGE
    assert product.rating == 4.25
    found = saleor.rated_products([product.id])[product.id]
    assert (found.rating, found.average, found.count) == (Decimal("4.25"), "4.25", "8")
    assert found.attributes == ids
    assert {slug: found.values[slug] for slug in SLUGS} == {SLUGS[0]: "4.25", SLUGS[1]: "8"}
    assert egress.asked.count("RateProduct") == 1
    rate(saleor, product, None, dict.fromkeys(ids.values()))
    found = saleor.rated_products([product.id])[product.id]
    assert (found.rating, found.average) == (None, "")
    assert not set(SLUGS) & set(found.values)


@pytest.mark.parametrize("version", VERSIONS)
def test_products_without_the_attributes_are_rated_all_the_same(version: str) -> None:
    store, saleor, _ = install(version)
    product = store.catalogue.product("notebook")
    rate(saleor, product, "3.10", {})
    found = saleor.rated_products([product.id, "UHJvZHVjdDo5OTk="])
    assert list(found) == [product.id]
    assert found[product.id].attributes == {}
    assert product.rating == 3.1


def test_a_rating_on_its_way_out_is_left_alone() -> None:
    store, saleor, egress = install("3.23")
    product = store.catalogue.product("notebook")
    product.rating = 2.5
    saleor.rate_product(product.id, rating=Decimal(5), with_rating=False, metadata=AVERAGE, attributes={})
    assert (product.rating, product.metadata) == (2.5, AVERAGE)
    assert "RateProduct" not in egress.asked


def test_one_write_tells_of_one_change(monkeypatch: pytest.MonkeyPatch) -> None:
    store, saleor, _ = install("3.23")
    told: list[str] = []
    monkeypatch.setattr(store, "happen", lambda event, **about: told.append(event))
    rate(saleor, store.catalogue.product("notebook"), "4.00", {})
    assert told == ["PRODUCT_UPDATED"]


def test_without_the_permission_no_attribute_is_made_and_the_rest_is_written() -> None:
    store, saleor, _ = install("3.23", without=("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",))
    with pytest.raises(PermissionMissing) as missing:
        saleor.create_numeric_attribute(name="Rating", slug=SLUGS[0])
    assert missing.value.permissions == ("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",)
    rate(saleor, store.catalogue.product("notebook"), "4.25", {})
    assert store.catalogue.product("notebook").rating == 4.25


def test_an_attribute_of_that_slug_that_holds_no_numbers_is_told() -> None:
    store, saleor, _ = install("3.23")
    assert saleor.numeric_attributes(SLUGS) == {}
    saleor.create_numeric_attribute(name="Rating", slug=SLUGS[0])
    assert list(saleor.numeric_attributes(SLUGS)) == [SLUGS[0]]
    next(iter(store.state.attributes.values())).input_type = "BOOLEAN"
    with pytest.raises(AttributeUnfit):
        saleor.numeric_attributes(SLUGS)


def test_a_number_for_an_attribute_that_the_product_lacks_is_refused_and_changes_nothing() -> None:
    store, saleor, _ = install("3.23")
    product = store.catalogue.product("notebook")
    lone = saleor.create_numeric_attribute(name="Rating", slug=SLUGS[0])
    with pytest.raises(SaleorRefused):
        rate(saleor, product, "4.25", {lone: "4.25"})
    assert (product.rating, product.metadata) == (None, {})


SORTED = """query($by: ProductOrder) { products(first: 20, channel: "tr", sortBy: $by) { edges { node { id } } } }"""


@pytest.mark.parametrize("version", VERSIONS)
def test_products_sort_by_rating_and_the_unrated_come_first_when_falling(version: str) -> None:
    store, saleor, _ = install(version)
    worst, best = store.catalogue.product("notebook"), store.catalogue.product("desk-lamp")
    ids = attributes(saleor)
    rate(saleor, worst, "3.50", {ids[SLUGS[0]]: "3.50"})
    rate(saleor, best, "4.25", {ids[SLUGS[0]]: "4.25"})
    for by in ({"field": "RATING"}, {"attributeId": ids[SLUGS[0]]}):
        rising = [one["node"]["id"] for one in sorted_by(store, {**by, "direction": "ASC"})]
        falling = [one["node"]["id"] for one in sorted_by(store, {**by, "direction": "DESC"})]
        assert rising[:2] == [worst.id, best.id]
        assert falling[-2:] == [best.id, worst.id]


def sorted_by(store: Store, by: dict[str, str]) -> list[dict[str, dict[str, str]]]:
    answer = store.execute(SORTED, {"by": by})
    assert "errors" not in answer
    edges: list[dict[str, dict[str, str]]] = answer["data"]["products"]["edges"]
    return edges


@pytest.mark.parametrize("version", ["3.22", "3.23"])
def test_the_example_for_storefronts_can_be_asked(shared: Path, version: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reviews-import.md").read_text()
    [example] = re.findall(r"```\n(products\(.*?)```", page, re.DOTALL)
    assert validate(saleors_schema(shared, version), parse("{" + example + "}")) == []
