"""Writing what reviews come to into the products of Saleor, where storefronts, feeds and searches find it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..saleor.errors import SaleorRefused
from ..stores.actions import make_due
from ..stores.clients import client_of
from ..stores.models import Store
from . import figures
from .models import ReviewSummary

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient
    from ..saleor.ratings import RatedProduct

RATINGS = "ratings"
# Products of one run: each is a question of its own, and a run must end within its chore's lease.
MOST = 50


@dataclass(slots=True)
class Written:
    """What became of products: written, found as they should be, gone from the store, or refused by it."""

    written: int = 0
    already: int = 0
    gone: int = 0
    refused: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(
            self.written + other.written,
            self.already + other.already,
            self.gone + other.gone,
            self.refused + other.refused,
        )


def write_due(store: Store, now: datetime) -> Written:
    """Write the products whose reviews changed, the longest waiting first; where more wait, run again at once.

    Raises SaleorError, and what is left is tried again.
    """
    waiting = list(store.review_summaries.filter(write_at__lte=now).order_by("write_at", "pk")[: MOST + 1])
    if not waiting:
        return Written()
    if len(waiting) > MOST:
        make_due(store=store, names=[RATINGS], at=now)
    return _write(_Way.to(store), waiting[:MOST])


def write_all(store: Store, *, told: Callable[[int], None]) -> Written:
    """Compare every product that has or had reviews with Saleor, and write what differs.

    `told` hears after each batch how many products were looked at. Raises SaleorError.
    """
    way, done, last = _Way.to(store), Written(), 0
    while batch := list(store.review_summaries.filter(pk__gt=last).order_by("pk")[:MOST]):
        done += _write(way, batch)
        last = batch[-1].pk
        told(len(batch))
    return done


@dataclass(frozen=True, slots=True)
class _Way:
    """A store's API, and whether its products have a rating of their own."""

    client: SaleorClient
    with_rating: bool

    @classmethod
    def to(cls, store: Store) -> _Way:
        client = client_of(store)
        return cls(client, client.products_have_rating())


def _write(way: _Way, batch: Sequence[ReviewSummary]) -> Written:
    products = way.client.rated_products([one.product_id for one in batch])
    done = Written()
    for summary in batch:
        wanted = figures.figures_of(count=summary.count, total=summary.total)
        product = products.get(summary.product_id)
        if product is None:
            done.gone += 1
        elif _holds(product, wanted, with_rating=way.with_rating):
            done.already += 1
        elif _put(way, product, wanted):
            done.written += 1
        else:
            done.refused += 1
        _settle(summary)
    return done


def _holds(product: RatedProduct, wanted: figures.Figures, *, with_rating: bool) -> bool:
    return figures.is_written(
        wanted,
        metadata={figures.AVERAGE_KEY: product.average or "", figures.COUNT_KEY: product.count or "0"},
        values=product.values,
        rating=product.rating,
        with_rating=with_rating,
        attributes=product.attributes,
    )


def _put(way: _Way, product: RatedProduct, wanted: figures.Figures) -> bool:
    """Write one product; False where Saleor takes it not, for it must not hold up the others."""
    try:
        way.client.rate_product(
            product.id,
            rating=wanted.average,
            with_rating=way.with_rating,
            metadata=wanted.metadata,
            attributes=wanted.values(product.attributes),
        )
    except SaleorRefused:
        return False
    return True


def _settle(summary: ReviewSummary) -> None:
    """Wait no more; where the reviews changed meanwhile, the product goes on waiting."""
    mine = ReviewSummary.across_stores.filter(pk=summary.pk, count=summary.count, total=summary.total)
    mine.update(write_at=None)
