"""What a store shows to anybody: asked without a token, so that nothing else can come back."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from ..money import Money
from .generated.client import Client
from .generated.offered_products import (
    OfferedProductsProductsEdgesNode,
    OfferedProductsProductsEdgesNodeAttributes,
)
from .generated.published_pages import PublishedPagesPagesEdgesNode
from .public import Named, OfferedProduct, PublishedPage

_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
# All others that Editor.js writes stand within a line (b, i, a, code, mark), often before a comma.
_TAG = re.compile(r"<[^>]*>")
# What a block of Editor.js says: paragraphs and headings, lists, and lists in lists.
_SAID = ("text", "content", "items")
# Attributes with a few values of their own; a number, a file or a page to read narrows nothing.
_CHOSEN_FROM = frozenset({"DROPDOWN", "MULTISELECT", "SWATCH", "BOOLEAN"})


def page(found: PublishedPagesPagesEdgesNode) -> PublishedPage:
    translations = {"tr": found.turkish, "en": found.english}
    translated = {
        code: (one.title, plain(one.content) or plain(found.content))
        for code, one in translations.items()
        if one and one.title
    }
    return PublishedPage(found.id, found.slug, found.title, plain(found.content), translated)


def products(ask: Client, channel: str, *, words: str, category: str, most: int) -> Iterator[OfferedProduct]:
    """Give some of what anybody may buy there; of a category where that is not empty."""
    found = ask.offered_products(channel, words, most, [category] if category else None)
    for edge in found.edges if found else []:
        made = _product(edge.node)
        if made is not None:
            yield made


def _product(found: OfferedProductsProductsEdgesNode) -> OfferedProduct | None:
    prices = found.pricing.price_range if found.pricing else None
    start = prices.start.gross if prices and prices.start else None
    if start is None:
        return None
    stop = prices.stop.gross.amount if prices and prices.stop else start.amount
    category = found.category
    return OfferedProduct(
        id=found.id,
        slug=found.slug,
        name=found.name,
        turkish_name=(found.translation.name or "") if found.translation else "",
        thumbnail_url=found.thumbnail.url if found.thumbnail else "",
        price=Money(start.amount, start.currency),
        has_dearer=stop > start.amount,
        category=_named(category.id, category) if category else None,
        attributes=tuple(made for made in map(_attribute, found.attributes) if made),
    )


def _attribute(found: OfferedProductsProductsEdgesNodeAttributes) -> tuple[Named, tuple[Named, ...]] | None:
    attribute = found.attribute
    if attribute.input_type not in _CHOSEN_FROM or not attribute.slug:
        return None
    values = tuple(_named(one.slug, one) for one in found.values if one.slug)
    return (_named(attribute.slug, attribute), values) if values else None


def _named(key: str, found: Any) -> Named:
    return Named(key, found.name or key, (found.translation.name or "") if found.translation else "")


def plain(content: Any) -> str:
    """Return the words of a text that Saleor keeps as blocks of Editor.js; none of what is not of that shape."""
    try:
        blocks = json.loads(content or "{}")["blocks"]
        parts = [part for block in blocks for part in _words(block["data"])]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return " ".join(" ".join(parts).split())


def _words(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield html.unescape(_TAG.sub("", _BREAK.sub(" ", said)))
    elif isinstance(said, list):
        for one in said:
            yield from _words(one)
    elif isinstance(said, dict):
        for name in _SAID:
            yield from _words(said.get(name))
