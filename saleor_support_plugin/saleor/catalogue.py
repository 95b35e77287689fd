"""What a store sells in a channel, at its prices there."""

from __future__ import annotations

from dataclasses import dataclass

from ..money import Money
from .generated.client import Client
from .generated.fragments import CatalogueFacts, CatalogueFactsVariants


@dataclass(frozen=True, slots=True)
class CatalogueVariant:
    """`available` pieces at most, None where Saleor does not say; `name` is empty where the variant has none.

    `turkish_name` is empty where the shop has no translation.
    """

    id: str
    name: str
    turkish_name: str
    sku: str
    price: Money
    available: int | None

    @property
    def is_in_stock(self) -> bool:
        return self.available is None or self.available > 0

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name


@dataclass(frozen=True, slots=True)
class CatalogueProduct:
    """`turkish_name` is empty where the shop has no translation."""

    id: str
    name: str
    turkish_name: str
    slug: str
    thumbnail_url: str
    variants: tuple[CatalogueVariant, ...]

    @property
    def is_in_stock(self) -> bool:
        return any(one.is_in_stock for one in self.variants)

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name


def search(ask: Client, channel: str, *, words: str, most: int) -> list[CatalogueProduct]:
    """Return some of what is for sale and has a price there; any of it where `words` is empty."""
    found = ask.catalogue(channel, words, most)
    products = [_product(edge.node) for edge in (found.edges if found else [])]
    return [one for one in products if one.variants]


def product(ask: Client, channel: str, product_id: str) -> CatalogueProduct | None:
    """Return it if it is for sale and has a price there."""
    found = ask.catalogue_product(channel, product_id)
    if found is None or not found.is_available_for_purchase:
        return None
    known = _product(found)
    return known if known.variants else None


def _product(found: CatalogueFacts) -> CatalogueProduct:
    return CatalogueProduct(
        id=found.id,
        name=found.name,
        turkish_name=(found.translation.name or "") if found.translation else "",
        slug=found.slug,
        thumbnail_url=found.thumbnail.url if found.thumbnail else "",
        variants=tuple(made for made in map(_variant, found.variants or []) if made),
    )


def _variant(found: CatalogueFactsVariants) -> CatalogueVariant | None:
    price = found.pricing.price if found.pricing else None
    if price is None:
        return None
    return CatalogueVariant(
        id=found.id,
        # A variant without a name answers with its id.
        name="" if found.name == found.id else found.name,
        turkish_name=(found.translation.name or "") if found.translation else "",
        sku=found.sku or "",
        price=Money(price.gross.amount, price.gross.currency),
        available=found.quantity_available,
    )
