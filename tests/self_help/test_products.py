"""A shopper looks for a product, and narrows it step by step."""

from typing import Any

import pytest

from saleor_support_plugin.self_help import visiting

from .conftest import ORIGIN, Storefront


def names(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["products"]]


def test_what_is_looked_for_is_found_with_its_price_and_its_page(storefront: Storefront) -> None:
    found = storefront.products(q="lamp", lang="tr")
    [lamp] = found["products"]
    assert lamp["name"] == "Masa lambası"
    assert lamp["url"] == f"{ORIGIN}/p/desk-lamp"
    assert lamp["price"] == {"amount": "1299.00", "currency": "TRY"}
    assert (lamp["has_dearer"], found["count"], found["is_all"]) == (False, 1, True)
    assert storefront.products(q="lamp")["products"][0]["name"] == "Desk lamp"


def test_a_category_narrows_what_is_found(storefront: Storefront) -> None:
    found = storefront.products(q="", lang="tr")
    assert found["count"] == len(storefront.demo.state.products)
    categories = {one["name"]: one for one in found["categories"]}
    assert sum(one["count"] for one in found["categories"]) == found["count"]
    chosen = next(iter(categories.values()))
    narrowed = storefront.products(q="", category=chosen["key"])
    assert (narrowed["count"], narrowed["categories"]) == (chosen["count"], [])


def test_attributes_that_most_share_narrow_it_further(storefront: Storefront) -> None:
    for slug, material in (("linen-shirt", "linen"), ("wool-blanket", "wool"), ("cotton-towel", "cotton")):
        storefront.demo.catalogue.product(slug).attributes = {"material": material}
    found = storefront.products(q="w")
    shared = {one["key"]: [each["key"] for each in one["values"]] for one in found["attributes"]}
    narrowed = storefront.products(q="w", a=["material:wool"])
    assert sorted(shared.get("material", [])) in ([], ["cotton", "linen", "wool"])
    assert names(narrowed) == ["Wool blanket"]


def test_what_is_not_published_is_not_found(storefront: Storefront) -> None:
    storefront.demo.catalogue.set_published(storefront.demo.catalogue.product("desk-lamp"), False)
    assert storefront.products(q="lamp")["products"] == []


def test_nothing_found_is_said(storefront: Storefront) -> None:
    found = storefront.products(q="bicycle")
    assert found == {"count": 0, "is_all": True, "products": [], "categories": [], "attributes": []}


def test_the_store_is_asked_once_for_one_search(storefront: Storefront) -> None:
    for asked in ({"q": "lamp"}, {"q": " LAMP "}, {"q": "lamp", "lang": "tr"}, {"q": "lamp", "a": ["x:y"]}):
        storefront.products(**asked)
    assert storefront.egress.asked == ["OfferedProducts"]
    answer = storefront.get("products", q="lamp")
    assert answer.headers["cache-control"] == "public, max-age=60"


def test_a_store_that_does_not_answer_is_left_alone(storefront: Storefront) -> None:
    storefront.egress.cut = {"OfferedProducts"}
    refused = storefront.get("products", q="lamp")
    assert (refused.status_code, refused.headers["retry-after"], refused.headers["cache-control"]) == (
        503,
        "1",
        "no-store",
    )
    asked = len(storefront.egress.asked)
    assert storefront.get("products", q="other").status_code == 503
    assert len(storefront.egress.asked) == asked


def test_only_one_question_at_a_time_goes_to_a_store(storefront: Storefront) -> None:
    with visiting._asking:
        assert storefront.get("products", q="lamp").status_code == 503
    assert storefront.egress.asked == []
    assert storefront.products(q="lamp")["count"] == 1


def test_pages_of_another_origin_are_not_linked(storefront: Storefront) -> None:
    row = storefront.shop.store.configurations.get()
    row.data["links"] = {"product": "https://elsewhere.example/p"}
    row.save()
    assert storefront.products(q="lamp")["products"][0]["url"] == ""


@pytest.mark.parametrize("asked", [{"category": "a b"}, {"a": "x"}, {"a": ["a:1", "b:2", "c:3"]}])
def test_a_search_that_cannot_be_read_is_refused(storefront: Storefront, asked: dict[str, Any]) -> None:
    answer = storefront.get("products", **asked)
    assert (answer.status_code, storefront.egress.asked) == (400, [])


def test_channels_of_others_and_none_look_the_same(storefront: Storefront) -> None:
    assert {storefront.get("products", channel=one).status_code for one in ("nowhere", "%00")} == {404}
