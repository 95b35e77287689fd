"""Products and categories that a condition may name: those of the store, found by their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..stores.clients import client_of
from ..stores.models import Store

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    name: str


def products(store: Store, *, search: str = "", ids: Sequence[str] | None = None) -> list[Choice]:
    """Return the products with these ids, or else some whose name holds the text, as we know them."""
    rows = store.variants.filter(is_deleted=False)
    rows = rows.filter(product_name__icontains=search) if ids is None else rows.filter(product_id__in=ids)
    found = rows.order_by("product_name", "product_id").values_list("product_id", "product_name").distinct()
    return [Choice(*one) for one in (found[:MOST_FOUND] if ids is None else found)]


def categories(store: Store, *, search: str = "", ids: Sequence[str] | None = None) -> list[Choice]:
    """Ask Saleor for the same of categories. Raises SaleorError."""
    client = client_of(store)
    found = client.categories_named(search, MOST_FOUND) if ids is None else client.categories_by_ids(ids)
    return [Choice(one.id, one.name) for one in found]
