"""What a file calls a product, and what of it is here already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from ..stores.models import Store
from .csv_row import Row


def exported_as(store: Store, review_id: int) -> str:
    """Return what a review of ours is called in a file, so that the file adds nothing to its own store."""
    return f"{store.key}:{review_id}"


def known(*, store: Store, ids: Sequence[str]) -> set[str]:
    """Return those of the names in a file that are here: imported before, or written here."""
    mine = f"{store.key}:"
    written = {one: int(one.removeprefix(mine)) for one in ids if one.startswith(mine) and one[len(mine) :].isdecimal()}
    imported = store.reviews.filter(external_id__in=ids).values_list("external_id", flat=True)
    own = set(store.reviews.filter(pk__in=written.values()).values_list("pk", flat=True))
    return {*imported, *(name for name, pk in written.items() if pk in own)}


@dataclass(frozen=True, slots=True)
class Found:
    product_id: str
    variant_id: str = ""
    variant_name: str = ""


@dataclass(frozen=True, slots=True)
class Goods:
    """Products by their ids and slugs, variants by their numbers in stock; `names` as the merchant told them."""

    products: Mapping[str, str]
    variants: Mapping[str, Found]
    names: Mapping[str, str]

    def of(self, row: Row) -> Found | None:
        """Return the product that a row is about, with the variant where the row names one of it."""
        for called in row.products:
            name = self.names.get(called, called)
            product = self.products.get(name) or (self.variants[name].product_id if name in self.variants else "")
            if product:
                variant = self.variants.get(self.names.get(row.sku, row.sku))
                return variant if variant and variant.product_id == product else Found(product)
        return None


def goods(*, store: Store, rows: Iterable[Row], names: Mapping[str, str]) -> Goods:
    called = {name for row in rows for name in (*row.products, row.sku) if name}
    called = {names.get(name, name) for name in called}
    mine = store.variants.filter(
        Q(product_id__in=called) | Q(product_slug__in=called) | Q(sku__in=called), is_deleted=False
    )
    products: dict[str, str] = {}
    variants: dict[str, Found] = {}
    for one in mine.order_by("pk").only("saleor_id", "product_id", "product_slug", "sku", "name"):
        products |= {one.product_id: one.product_id, one.product_slug: one.product_id}
        if one.sku:
            variants[one.sku] = Found(one.product_id, one.saleor_id, one.name[:250])
    return Goods(products, variants, names)
