"""What a shop sells, for a shopper who looks for something and narrows it step by step."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..saleor.public import Named, OfferedProduct
from ..stores.clients import client_at
from ..stores.models import Store
from ..stores.queries import configuration
from ..stores.shop_pages import origins, shop_page
from . import rules
from .rules import Choice, Wish
from .visiting import Kept

# Whoever has more before them is to narrow it.
MOST_FOUND = 50
MOST_SHOWN = 12
KEPT_SECONDS = 120
_found: Kept[tuple[str, str, str], list[OfferedProduct]] = Kept(most=1_000, seconds=KEPT_SECONDS)
forget = _found.forget


@dataclass(frozen=True, slots=True)
class Finding:
    """`products` are with the addresses of their pages, which are empty where the shop has none of its own."""

    count: int
    products: list[tuple[OfferedProduct, str]]
    categories: list[Choice]
    attributes: list[tuple[Named, list[Choice]]]

    @property
    def is_all(self) -> bool:
        """Whether there are no more than these."""
        return self.count < MOST_FOUND


def find(store: Store, channel: str, wish: Wish) -> Finding:
    """Raises Busy."""
    key = (channel, wish.search.casefold(), wish.category)
    all_found = _found.get(store.pk, key, lambda: _ask(store, channel, wish))
    found = rules.narrowed(all_found, wish.chosen)
    settings = configuration(store, channel)
    own = origins(settings)

    def page_of(product: OfferedProduct) -> str:
        url = shop_page(settings, "product", product.slug)
        parts = urlsplit(url)
        return url if f"{parts.scheme}://{parts.netloc}".lower() in own else ""

    return Finding(
        count=len(found),
        products=[(one, page_of(one)) for one in found[:MOST_SHOWN]],
        categories=[] if wish.category else rules.categories(found),
        attributes=rules.attributes(found, wish.chosen),
    )


def _ask(store: Store, channel: str, wish: Wish) -> list[OfferedProduct]:
    visitor = client_at(store.api_url)
    return visitor.offered_products(channel, words=wish.search, category=wish.category, most=MOST_FOUND)
