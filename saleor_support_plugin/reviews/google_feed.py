"""Google's product review feed, version 2.4, as https://developers.google.com/product-review-feeds/schema has it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

VERSION = "2.4"
SCHEMA = f"http://www.google.com/shopping/reviews/schema/product/{VERSION}/product_reviews.xsd"
# What XML 1.0 cannot say at all.
UNSAYABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedProduct:
    name: str
    url: str
    skus: Sequence[str]


@dataclass(frozen=True, slots=True)
class FeedReview:
    """`content` is needed: what was rated without a word has no place in the feed."""

    id: str
    author: str
    is_verified: bool
    is_incentivised: bool
    created_at: datetime
    title: str
    content: str
    language: str
    stars: int
    pictures: Sequence[str]
    product: FeedProduct


def xml(publisher: str, reviews: Iterable[FeedReview]) -> bytes:
    """Return the file. The schema wants its elements in just this order."""
    feed = Element(
        "feed",
        {
            "xmlns:vc": "http://www.w3.org/2007/XMLSchema-versioning",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:noNamespaceSchemaLocation": SCHEMA,
        },
    )
    _said(feed, "version", VERSION)
    _said(SubElement(feed, "publisher"), "name", publisher)
    listed = SubElement(feed, "reviews")
    for review in reviews:
        _add(listed, review)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(listed: Element, review: FeedReview) -> None:
    one = SubElement(listed, "review")
    _said(one, "review_id", review.id)
    name = _said(SubElement(one, "reviewer"), "name", review.author or "Anonymous")
    if not review.author:
        name.set("is_anonymous", "true")
    _said(one, "is_verified_purchase", str(review.is_verified).lower())
    _said(one, "is_incentivized_review", str(review.is_incentivised).lower())
    _said(one, "review_timestamp", review.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    if review.title:
        _said(one, "title", review.title)
    _said(one, "content", review.content)
    if review.language:
        _said(one, "review_language", review.language)
    # All reviews of a product stand on its page.
    _said(one, "review_url", review.product.url).set("type", "group")
    if review.pictures:
        pictures = SubElement(one, "reviewer_images")
        for address in review.pictures:
            _said(SubElement(pictures, "reviewer_image"), "url", address)
    overall = _said(SubElement(one, "ratings"), "overall", str(review.stars))
    overall.attrib.update(min="1", max="5")
    _add_product(SubElement(one, "products"), review.product)
    if review.is_verified:
        _said(one, "collection_method", "post_fulfillment")


def _add_product(products: Element, product: FeedProduct) -> None:
    one = SubElement(products, "product")
    if product.skus:
        skus = SubElement(SubElement(one, "product_ids"), "skus")
        for sku in product.skus:
            _said(skus, "sku", sku)
    _said(one, "product_name", product.name)
    _said(one, "product_url", product.url)


def _said(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, name)
    made.text = UNSAYABLE.sub("", text)
    return made
