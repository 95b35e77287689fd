"""What search engines are told of a product's reviews, by the rules that Google publishes.

The rules of a review snippet and of the product review feed are written down here: neither the validator of the one nor
the XSD of the other can be asked from a test.
"""

from datetime import date, datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import requests

from saleor_support_plugin.reviews import feeding
from saleor_support_plugin.reviews.google_feed import FeedProduct, FeedReview, xml
from saleor_support_plugin.shop.models import Variant

from ..desks import add_configuration, add_review
from ..service import Service
from ..shops import NOON, Shop, global_id
from .test_published import attach

LAMP = global_id("Product", 1)
SHOP = "https://shop.example/products"


def json_ld(service: Service, shop: Shop, product: str = LAMP) -> Any:
    address = f"{service.url}/s/{shop.store.key}/default-channel/reviews/{quote(product)}?jsonld=1"
    return requests.get(address, timeout=20).json()["jsonld"]


def must_be_a_rating(rating: dict[str, Any]) -> None:
    assert float(rating["worstRating"]) <= float(rating["ratingValue"]) <= float(rating["bestRating"])


def must_be_a_snippet(said: dict[str, Any]) -> None:
    """https://developers.google.com/search/docs/appearance/structured-data/review-snippet."""
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Product")
    assert said["name"]
    aggregate = said["aggregateRating"]
    assert aggregate["@type"] == "AggregateRating"
    assert isinstance(aggregate["reviewCount"], int)
    assert aggregate["reviewCount"] > 0
    must_be_a_rating(aggregate)
    for review in said.get("review", []):
        assert (review["@type"], review["reviewRating"]["@type"]) == ("Review", "Rating")
        must_be_a_rating(review["reviewRating"])
        assert (review["author"]["@type"], 0 < len(review["author"]["name"]) < 100) == ("Person", True)
        assert date.fromisoformat(review["datePublished"])
        assert all(review.values())


def test_a_search_engine_reads_the_rating_and_the_newest_reviews(committed: Service, open_aurora: Shop) -> None:
    add_review(open_aurora, stars=5, state="PUBLISHED")
    add_review(open_aurora, 2, stars=4, author_name="", state="PUBLISHED")
    add_review(open_aurora, 3, stars=2, title="", text="", author_name="Ç" * 80, state="PUBLISHED")
    add_review(open_aurora, 4, stars=1)
    said = json_ld(committed, open_aurora)
    must_be_a_snippet(said)
    assert said["name"] == "Lamp of aurora"
    assert (said["aggregateRating"]["ratingValue"], said["aggregateRating"]["reviewCount"]) == ("3.7", 3)
    assert [review["author"]["name"] for review in said["review"]] == ["Ç" * 80, "Ada Y."]
    assert said["review"][1]["reviewBody"] == "It shines."


def test_nothing_is_said_of_a_product_without_reviews(committed: Service, open_aurora: Shop) -> None:
    assert json_ld(committed, open_aurora) is None
    add_review(open_aurora, state="REJECTED", reject_reason="SPAM")
    assert json_ld(committed, open_aurora) is None


def test_a_product_that_we_cannot_name_is_not_spoken_of(committed: Service, open_aurora: Shop) -> None:
    add_review(open_aurora, state="PUBLISHED", product_id=global_id("Product", 9))
    assert json_ld(committed, open_aurora, global_id("Product", 9)) is None


def test_who_does_not_ask_for_it_is_not_told(committed: Service, open_aurora: Shop) -> None:
    add_review(open_aurora, state="PUBLISHED")
    address = f"{committed.url}/s/{open_aurora.store.key}/default-channel/reviews/{quote(LAMP)}"
    assert "jsonld" not in requests.get(address, timeout=20).json()


# https://developers.google.com/product-review-feeds/schema: what an element has, in order; ! is needed, + repeats.
SCHEMA = {
    "feed": "version! aggregator publisher! reviews",
    "publisher": "name! favicon",
    "reviews": "review+",
    "review": "review_id! reviewer! is_verified_purchase is_incentivized_review review_timestamp! title content! "
    "review_language review_country pros cons review_url! reviewer_images ratings! products! is_spam "
    "collection_method transaction_id",
    "reviewer": "name! reviewer_id",
    "reviewer_images": "reviewer_image+",
    "reviewer_image": "url!",
    "ratings": "overall!",
    "products": "product!+",
    "product": "product_ids product_name product_url!",
    "product_ids": "gtins mpns skus brands asins",
    "skus": "sku!+",
}
VALUES = {
    "is_verified_purchase": {"true", "false"},
    "is_incentivized_review": {"true", "false"},
    "collection_method": {"unsolicited", "post_fulfillment"},
    "version": {"2.4"},
}


def must_be_a_feed(element: Element) -> None:
    rules = SCHEMA.get(element.tag, "").split()
    names = [rule.rstrip("!+") for rule in rules]
    children = [child.tag for child in element]
    assert children == sorted(children, key=names.index), f"the order in <{element.tag}>"
    for rule, name in zip(rules, names, strict=True):
        assert name in children or "!" not in rule, f"<{element.tag}> needs <{name}>"
        assert "+" in rule or children.count(name) < 2, f"one <{name}> in <{element.tag}>"
    if not rules:
        assert (element.text or "").strip(), f"<{element.tag}> is empty"
    assert element.text in VALUES.get(element.tag, {element.text})
    for child in element:
        must_be_a_feed(child)


def feed(service: Service, shop: Shop, ask: str = "", channel: str = "default-channel") -> requests.Response:
    return requests.get(f"{service.url}/s/{shop.store.key}/{channel}/reviews.xml{ask}", timeout=20)


@pytest.fixture
def shop(open_aurora: Shop) -> Shop:
    add_configuration(open_aurora, links={"product": SHOP})
    Variant.across_stores.filter(store=open_aurora.store).update(sku="LAMP-1")
    return open_aurora


def test_google_fetches_the_published_reviews(committed: Service, shop: Shop) -> None:
    review = add_review(shop, state="PUBLISHED", is_incentivised=True)
    attach(review, "aaa")
    attach(review, "hidden", is_hidden=True)
    add_review(shop, 2, author_name="", title="Only a title", text="", origin="IMPORT", state="PUBLISHED")
    add_review(shop, 3, title="", text="", state="PUBLISHED")
    add_review(shop, 4, text="Not decided about")
    add_review(shop, 5, product_id=global_id("Product", 9), state="PUBLISHED")
    answer = feed(committed, shop)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml; charset=utf-8")
    root = ElementTree.fromstring(answer.content)
    must_be_a_feed(root)
    first, second = root.findall("reviews/review")
    said = {name: first.findtext(name) for name in ("review_id", "content", "review_timestamp", "collection_method")}
    assert said == {
        "review_id": global_id("Review", review.pk),
        "content": "It shines.",
        "review_timestamp": "2026-11-20T12:01:00Z",
        "collection_method": "post_fulfillment",
    }
    assert (first.findtext("is_verified_purchase"), first.findtext("is_incentivized_review")) == ("true", "true")
    overall = first.find("ratings/overall")
    assert overall is not None
    assert (overall.text, overall.attrib) == ("4", {"min": "1", "max": "5"})
    assert first.findtext("products/product/product_url") == f"{SHOP}/lamp"
    assert first.findtext("products/product/product_ids/skus/sku") == "LAMP-1"
    (picture,) = first.findall("reviewer_images/reviewer_image/url")
    assert (picture.text or "").endswith("/f/aaa/1600.webp")
    anonymous = second.find("reviewer/name")
    assert anonymous is not None
    assert (anonymous.text, anonymous.attrib) == ("Anonymous", {"is_anonymous": "true"})
    assert (second.findtext("content"), second.find("collection_method")) == ("Only a title", None)
    assert root.findtext("publisher/name") == "Aurora Lights"


def test_many_reviews_come_in_parts(committed: Service, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "IN_A_PART", 2)
    for number in range(1, 4):
        add_review(shop, number, title=str(number), state="PUBLISHED")
    parts = [ElementTree.fromstring(feed(committed, shop, f"?part={part}").content) for part in (1, 2, 3)]
    for part in parts:
        must_be_a_feed(part)
    assert [[one.text for one in part.iter("title")] for part in parts] == [["1", "2"], ["3"], []]


@pytest.mark.parametrize(
    ("ask", "status", "code"),
    [("?part=0", 422, "PART_WRONG"), ("?part=x", 422, "PART_WRONG"), ("?part=" + "9" * 30, 422, "PART_WRONG")],
)
def test_a_part_that_cannot_be_is_refused(committed: Service, shop: Shop, ask: str, status: int, code: str) -> None:
    answer = feed(committed, shop, ask)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_without_a_page_for_products_there_is_no_feed(committed: Service, open_aurora: Shop) -> None:
    assert feed(committed, open_aurora).json()["error"]["code"] == "NO_PRODUCT_PAGE"
    assert feed(committed, open_aurora, channel="no-such").json()["error"]["code"] == "NOT_FOUND"


def test_whoever_fetches_without_end_is_stopped(committed: Service, shop: Shop) -> None:
    assert [feed(committed, shop).status_code for _ in range(31)] == [200] * 30 + [429]


@pytest.mark.parametrize("text", ["\x00\x08\ufffe\ud800 a", "]]><x>&amp;<!--", "\U0001f600 \u202e", "<![CDATA[a]]>"])
def test_whatever_a_buyer_wrote_the_file_can_be_read(text: str) -> None:
    product = FeedProduct(text or "Lamp", "https://shop.example/lamp", [])
    review = FeedReview("1", text, True, False, NOON, text, text, "tr", 5, [], product)
    root = ElementTree.fromstring(xml(text, [review]))
    must_be_a_feed(root)
    kept = "".join(one for one in text if one not in "\x00\x08\ufffe\ud800")
    assert root.findtext("reviews/review/content") == kept
    assert datetime.fromisoformat(root.findtext("reviews/review/review_timestamp") or "") == NOON
