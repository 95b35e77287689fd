"""Pages of the shop's own: of a product, or of help."""

from typing import Literal
from urllib.parse import quote, urlsplit

from .configuration import Configuration


def shop_page(settings: Configuration, kind: Literal["product", "page"], slug: str) -> str:
    """Return the shop's page of that name; nothing where the merchant gave no address of such pages."""
    page, name = settings.links.get(kind, ""), quote(slug, safe="")
    if not page:
        return ""
    return page.replace("{slug}", name) if "{slug}" in page else f"{page.rstrip('/')}/{name}"


def origins(settings: Configuration) -> frozenset[str]:
    shop = urlsplit(settings.storefront_url)
    own = [f"{shop.scheme}://{shop.netloc}"] if shop.netloc else []
    return frozenset(one.lower() for one in (*settings.storefront_origins, *own))
