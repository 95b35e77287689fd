"""Products and variants, as the API shows them: everything is published in every channel."""

from __future__ import annotations

import json
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .catalogue_records import Category, Product, ProductVariant, Stock
from .checkout_acts import LIMIT_PER_LINE
from .money import Money, TaxedMoney, TaxedMoneyRange
from .records import Described, global_id
from .resolving import Ask, page, resolves
from .shop_fields import language, same_for_all
from .stocking import free_pieces, stocks_near

DEFAULT_THUMBNAIL = 256
WEIGHT = {"unit": "KG", "value": 0.5}

same_for_all(
    {
        "Category.level": 0,
        "Product.seoTitle": "",
        "Product.seoDescription": "",
        "Product.chargeTaxes": True,
        "Product.weight": WEIGHT,
        "Product.isAvailable": True,
        "Product.isAvailableForPurchase": True,
        "Product.externalReference": None,
        "ProductMedia.sortOrder": 0,
        "ProductMedia.type": "IMAGE",
        "ProductType.hasVariants": True,
        "ProductType.isDigital": False,
        "ProductType.isShippingRequired": True,
        "ProductType.kind": "NORMAL",
        "ProductType.name": "Goods",
        "ProductType.slug": "goods",
        "ProductType.weight": WEIGHT,
        "ProductVariant.attributes": [],
        "ProductVariant.externalReference": None,
        "ProductVariant.quantityLimitPerCustomer": None,
        "ProductVariant.weight": WEIGHT,
    }
)


@dataclass(kw_only=True)
class ProductType(Described):
    """All of the demo's goods are of one type."""


@dataclass(kw_only=True)
class ProductMedia(Described):
    """The one picture of a product, drawn by the server."""

    product: Product


def in_channel[R: (Product, ProductVariant)](row: R, channel: str | None) -> R:
    """A copy that remembers the channel it was asked for, as pricing depends on it."""
    if channel is None:
        return row
    remembering = copy(row)
    remembering.channel = channel
    return remembering


def thumbnail(product: Product, ask: Ask, size: int | None) -> dict[str, str]:
    return {"url": f"{ask.store.origin}/thumbnail/{product.id}/{size or DEFAULT_THUMBNAIL}/", "alt": product.name}


def as_rich_text(text: str) -> str:
    """Saleor keeps descriptions as EditorJS."""
    return json.dumps({"time": 0, "blocks": [{"type": "paragraph", "data": {"text": text}}], "version": "2.24.3"})


@resolves("Category.updatedAt")
def category_updated(category: Category, ask: Ask) -> Any:
    return min(product.updated_at for product in ask.store.state.products.values())


@resolves("Category.products")
def category_products(category: Category, ask: Ask, channel: str | None = None, **paging: Any) -> dict[str, Any]:
    rows = [in_channel(p, channel) for p in ask.store.state.products.values() if p.category_slug == category.slug]
    return page(rows, name="products", **paging)


@resolves("Category.translation")
def category_translation(category: Category, ask: Ask, language_code: str) -> dict[str, Any] | None:
    return _translation("CategoryTranslation", category, category.names, language_code)


@resolves("Product.description")
def product_description(product: Product, ask: Ask) -> str:
    return as_rich_text(product.description)


@resolves("Product.productType")
def product_type(product: Product, ask: Ask) -> ProductType:
    return ProductType(pk="1")


@resolves("Product.category")
def product_category(product: Product, ask: Ask) -> Category:
    return next(category for category in ask.store.state.categories.values() if category.slug == product.category_slug)


@resolves("Product.defaultVariant")
def product_default_variant(product: Product, ask: Ask) -> ProductVariant:
    return in_channel(product.variants[0], product.channel)


@resolves("Product.variants")
def product_variants(product: Product, ask: Ask) -> list[ProductVariant]:
    return [in_channel(variant, product.channel) for variant in product.variants]


@resolves("Product.thumbnail")
def product_thumbnail(product: Product, ask: Ask, size: int | None = None, format: str | None = None) -> dict[str, str]:
    return thumbnail(product, ask, size)


@resolves("Product.media")
def product_media(product: Product, ask: Ask) -> list[ProductMedia]:
    return [ProductMedia(pk=product.pk, product=product)]


@resolves("ProductVariant.media")
def variant_media(variant: ProductVariant, ask: Ask) -> list[ProductMedia]:
    return product_media(ask.store.state.product_of(variant), ask)


@resolves("ProductMedia.alt")
def media_alt(media: ProductMedia, ask: Ask) -> str:
    return media.product.name


@resolves("ProductMedia.productId")
def media_product(media: ProductMedia, ask: Ask) -> str:
    return media.product.id


@resolves("ProductMedia.url")
def media_url(media: ProductMedia, ask: Ask, size: int | None = None, format: str | None = None) -> str:
    return thumbnail(media.product, ask, size)["url"]


@resolves("Product.availableForPurchaseAt")
def product_available_at(product: Product, ask: Ask) -> Any:
    return product.created


@resolves("Product.channelListings")
def product_listings(product: Product, ask: Ask) -> list[dict[str, Any]]:
    return [
        {
            "id": global_id("ProductChannelListing", f"{product.pk}{channel.pk}"),
            "channel": channel,
            "is_published": product.is_published,
            "published_at": product.created,
            "visible_in_listings": product.is_published,
            "available_for_purchase_at": product.created,
            "is_available_for_purchase": True,
        }
        for channel in ask.store.state.channels.values()
    ]


@resolves("Product.pricing")
def product_pricing(product: Product, ask: Ask, address: dict[str, Any] | None = None) -> dict[str, Any] | None:
    if product.channel is None:
        return None
    prices = sorted(variant.prices[product.channel] for variant in product.variants)
    both = TaxedMoneyRange(_taxed(prices[0], product.channel, ask), _taxed(prices[-1], product.channel, ask))
    return {"on_sale": False, "display_gross_prices": True, "price_range": both, "price_range_undiscounted": both}


@resolves("Product.translation")
def product_translation(product: Product, ask: Ask, language_code: str) -> dict[str, Any] | None:
    translated = _translation("ProductTranslation", product, product.names, language_code)
    if translated is None:
        return None
    description = product.descriptions.get(language_code)
    return {**translated, "slug": None, "description": as_rich_text(description) if description else None}


@resolves("ProductVariant.name")
def variant_name(variant: ProductVariant, ask: Ask) -> str:
    """Saleor answers with the variant's own id where a merchant gave it no name."""
    return variant.name or variant.id


@resolves("ProductVariant.product")
def variant_product(variant: ProductVariant, ask: Ask) -> Product:
    return in_channel(ask.store.state.product_of(variant), variant.channel)


@resolves("ProductVariant.preorder")
def variant_preorder(variant: ProductVariant, ask: Ask) -> dict[str, Any] | None:
    if variant.preorder_until is None or variant.preorder_until <= ask.store.now():
        return None
    return {"global_threshold": 100, "global_sold_units": 0, "end_date": variant.preorder_until}


@resolves("ProductVariant.channelListings")
def variant_listings(variant: ProductVariant, ask: Ask) -> list[dict[str, Any]]:
    return [
        {
            "id": global_id("ProductVariantChannelListing", f"{variant.pk}{channel.pk}"),
            "channel": channel,
            "price": Money(variant.prices[channel.slug], channel.currency_code),
            "cost_price": (
                Money(variant.cost_prices[channel.slug], channel.currency_code)
                if channel.slug in variant.cost_prices
                else None
            ),
        }
        for channel in ask.store.state.channels.values()
        if channel.slug in variant.prices
    ]


@resolves("ProductVariant.pricing")
def variant_pricing(variant: ProductVariant, ask: Ask, address: dict[str, Any] | None = None) -> dict[str, Any] | None:
    if variant.channel is None:
        return None
    price = _taxed(variant.prices[variant.channel], variant.channel, ask)
    return {"on_sale": False, "price": price, "price_undiscounted": price}


@resolves("ProductVariant.translation")
def variant_translation(variant: ProductVariant, ask: Ask, language_code: str) -> dict[str, Any] | None:
    return _translation("ProductVariantTranslation", variant, variant.names, language_code)


@resolves("ProductVariant.stocks")
def variant_stocks(
    variant: ProductVariant, ask: Ask, address: dict[str, Any] | None = None, country_code: str | None = None
) -> list[Stock]:
    return stocks_near(ask.store.state, variant, variant.channel, country_code or (address or {}).get("country"))


@resolves("ProductVariant.quantityAvailable")
def variant_quantity(
    variant: ProductVariant, ask: Ask, address: dict[str, Any] | None = None, country_code: str | None = None
) -> int:
    if not variant.track_inventory:
        return LIMIT_PER_LINE
    country = country_code or (address or {}).get("country")
    return min(free_pieces(ask.store.state, variant, variant.channel, country), LIMIT_PER_LINE)


@resolves("Stock.productVariant")
def stock_variant(stock: Stock, ask: Ask) -> ProductVariant:
    return next(variant for _, variant in ask.store.state.variants() if stock in variant.stocks)


def _taxed(amount: Decimal, channel_slug: str, ask: Ask) -> TaxedMoney:
    return TaxedMoney(Money(amount, ask.store.state.channel_of(channel_slug).currency_code))


def _translation(kind: str, row: Any, names: dict[str, str], language_code: str) -> dict[str, Any] | None:
    if language_code not in names:
        return None
    return {"id": global_id(kind, row.pk), "language": language(language_code), "name": names[language_code]}
