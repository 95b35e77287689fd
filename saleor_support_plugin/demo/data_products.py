"""The sample shop's goods."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from .catalogue_records import Product, ProductVariant, Stock
from .data_descriptions import DESCRIPTIONS
from .state import State

CATEGORIES = [("clothing", "Clothing", "Giyim"), ("home", "Home", "Ev"), ("on-the-go", "On the go", "Yolda")]

# slug, category, colour, price in TRY and EUR, English and Turkish name, then the variants as "English|Turkish".
# A product with one variant has no variant name, as is usual in Saleor.
PRODUCTS = [
    ("linen-shirt", "clothing", "#7a8b99", "899.90", "24.90", "Linen shirt", "Keten gömlek", ["S|S", "M|M", "L|L"]),
    ("wool-blanket", "home", "#8d6e63", "2499", "69", "Wool blanket", "Yün battaniye", ["Grey|Gri", "Navy|Lacivert"]),
    (
        "copper-pot",
        "home",
        "#b5651d",
        "749.50",
        "19.90",
        "Copper coffee pot",
        "Bakır cezve",
        ["2 cups|2 fincan", "4 cups|4 fincan"],
    ),
    ("tea-glasses", "home", "#c0392b", "349.90", "12.50", "Tea glasses, set of six", "Altılı çay bardağı", ["|"]),
    (
        "olive-soap",
        "home",
        "#6b8e23",
        "189.90",
        "7.90",
        "Olive oil soap",
        "Zeytinyağlı sabun",
        ["3 bars|3 kalıp", "6 bars|6 kalıp"],
    ),
    (
        "cotton-towel",
        "home",
        "#4f7cac",
        "459",
        "14.90",
        "Cotton towel",
        "Peştemal",
        ["White|Beyaz", "Sand|Kum", "Blue|Mavi"],
    ),
    (
        "ceramic-bowl",
        "home",
        "#5b8a72",
        "279.90",
        "9.90",
        "Ceramic bowl",
        "Seramik kâse",
        ["Small|Küçük", "Large|Büyük"],
    ),
    ("desk-lamp", "home", "#b7950b", "1299", "39.90", "Desk lamp", "Masa lambası", ["|"]),
    (
        "running-shoes",
        "clothing",
        "#34495e",
        "3199",
        "89",
        "Running shoes",
        "Koşu ayakkabısı",
        ["40|40", "42|42", "44|44"],
    ),
    (
        "city-backpack",
        "on-the-go",
        "#556b2f",
        "1849",
        "54.90",
        "City backpack",
        "Şehir sırt çantası",
        ["Black|Siyah", "Olive|Haki"],
    ),
    ("notebook", "on-the-go", "#7d3c98", "129.90", "5.90", "Notebook", "Defter", ["Plain|Düz", "Ruled|Çizgili"]),
    ("headphones", "on-the-go", "#2c3e50", "2199", "64.90", "Wireless headphones", "Kablosuz kulaklık", ["|"]),
]


def add_products(state: State, *, created: datetime) -> None:
    for row in PRODUCTS:
        product = _product(state, row, created=created)
        state.products[product.pk] = product


def _product(state: State, row: tuple[str, str, str, str, str, str, str, list[str]], *, created: datetime) -> Product:
    slug, category, colour, lira, euro, name, turkish, variants = row
    return Product(
        pk=state.next_pk("Product"),
        slug=slug,
        name=name,
        names={"TR": turkish},
        description=DESCRIPTIONS[slug][0],
        descriptions={"TR": DESCRIPTIONS[slug][1]},
        category_slug=category,
        colour=colour,
        attributes={"packing": "bulky"} if slug == "wool-blanket" else {},
        variants=[
            _variant(state, slug, variant, {"tr": Decimal(lira), "eu": Decimal(euro)}, created) for variant in variants
        ],
        created=created,
        updated_at=created,
    )


def _variant(state: State, slug: str, names: str, prices: dict[str, Decimal], created: datetime) -> ProductVariant:
    name, turkish = names.split("|")
    pk = state.next_pk("ProductVariant")
    return ProductVariant(
        pk=pk,
        name=name,
        names={"TR": turkish} if turkish else {},
        sku=f"{slug}-{pk}",
        prices=dict(prices),
        # What a piece costs the merchant, made up: two fifths of its price.
        cost_prices={slug: (price * 2 / 5).quantize(Decimal("0.01")) for slug, price in prices.items()},
        stocks=[
            Stock(pk=state.next_pk("Stock"), warehouse_slug="istanbul", quantity=40),
            Stock(pk=state.next_pk("Stock"), warehouse_slug="berlin", quantity=25),
        ],
        created=created,
        updated_at=created,
    )
