"""The shop's pictures: a line drawing of each product on a tile of its colour. No photos, so nobody's rights."""

from __future__ import annotations

from ..catalogue_records import Product
from .markup import Html, html

# Drawn in a square of 64; a class of lines for all: white, round ends.
_DRAWINGS = {
    "linen-shirt": "M23 14l9 5 9-5 11 7-5 9-5-3v23H22V27l-5 3-5-9zM32 19v31M36 28h3",
    "wool-blanket": "M14 20h36v8H14zM14 28h36v9H14zM14 37h36v8H14zM18 45v5M25 45v5M32 45v5M39 45v5M46 45v5"
    "M20 24h10M20 41h10",
    "copper-pot": "M17 24h24l-3 10 4 14H16l4-14zM40 27l15-8M18 20c6-4 16-4 22 0M27 12c-2 2 2 3 0 5M33 11c-2 2 2 3 0 5",
    "tea-glasses": "M24 16h16c0 8-5 9-5 13s6 6 6 12-4 9-9 9-9-3-9-9 6-8 6-12-5-5-5-13zM16 53h32M25 40h14"
    "M29 11c-2-2 2-3 0-5M35 11c-2-2 2-3 0-5",
    "olive-soap": "M14 34h30a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4v-8a4 4 0 0 1 4-4zM18 42h22"
    "M46 24c6-1 9-5 9-11-6 0-10 4-9 11zM44 30c0-4 1-7 4-10M28 24a3 3 0 1 0 .1 0M20 18a2 2 0 1 0 .1 0",
    "cotton-towel": "M18 14h28v32H18zM18 20h28M18 24h28M18 40h28M20 46v6M25 46v6M30 46v6M35 46v6M40 46v6M44 46v6",
    "ceramic-bowl": "M11 28h42c0 12-8 20-15 21v3H26v-3c-7-1-15-9-15-21zM17 34c4 3 9-3 15 0s11-3 15 0",
    "desk-lamp": "M20 52h24M32 52V40L20 28l12-12M28 12l12 12c4-1 8 1 10 4L36 14c-3-2-6-3-8-2z"
    "M44 32l4 5M38 36v6M49 27l6 2",
    "running-shoes": "M10 40V28l6 2 8-6 10 12c6 4 19 2 20 10v2H12a2 2 0 0 1-2-2zM10 41h44M25 30l4-3M29 34l4-3",
    "city-backpack": "M18 28c0-9 6-13 14-13s14 4 14 13v22H18zM26 15v-3h12v3M24 38h16v12M24 50V38M26 28h12M29 43h6",
    "notebook": "M18 12h28v40H18zM24 12v40M14 20h8M14 28h8M14 36h8M14 44h8M30 22h11M30 28h11",
    "headphones": "M14 38V32a18 18 0 0 1 36 0v6M14 36h6v14h-3a3 3 0 0 1-3-3zM50 36h-6v14h3a3 3 0 0 0 3-3z",
}


def picture(product: Product, size: str) -> Html:
    """An SVG document, `size` px wide and high."""
    return html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="$size" height="$size" viewBox="0 0 64 64">'
        '<defs><linearGradient id="light" x2="1" y2="1"><stop stop-color="#fff" stop-opacity=".22"/>'
        '<stop offset="1" stop-color="#000" stop-opacity=".18"/></linearGradient></defs>'
        '<rect width="64" height="64" fill="$colour"/><rect width="64" height="64" fill="url(#light)"/>$drawing</svg>',
        size=size,
        colour=product.colour,
        drawing=_drawing(product),
    )


def _drawing(product: Product) -> Html:
    """Its drawing, or the first letter of a product that the demo did not come with."""
    lines = _DRAWINGS.get(product.slug)
    if lines is None:
        return html(
            '<text x="32" y="42" fill="#fff" font-family="sans-serif" font-size="30" text-anchor="middle">'
            "$letter</text>",
            letter=product.name[:1],
        )
    return html(
        '<path d="$lines" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" '
        'stroke-linejoin="round"/>',
        lines=lines,
    )
