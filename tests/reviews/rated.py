"""A store of ours whose Saleor is the demo's: what is written there can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from saleor_support_plugin.demo.catalogue_records import Product
from saleor_support_plugin.demo.store import Store as Saleor
from saleor_support_plugin.reviews import summaries
from saleor_support_plugin.reviews.models import Review, ReviewSummary, State
from saleor_support_plugin.saleor.client import SaleorClient

from ..saleor.demo_egress import DemoEgress, install
from ..shops import NOON, Shop


@dataclass
class Rated:
    shop: Shop
    saleor: Saleor
    client: SaleorClient
    egress: DemoEgress
    others: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, shop: Shop, version: str = "3.23", *, without: tuple[str, ...] = ()) -> Rated:
        saleor, client, egress = install(version, without=without)
        egress.asked.clear()
        return cls(shop, saleor, client, egress)

    def product(self, slug: str = "notebook") -> Product:
        return self.saleor.catalogue.product(slug)

    def review(self, *stars: int, product_id: str = "") -> ReviewSummary:
        """Have reviews of a product published."""
        product_id = product_id or self.product().id
        for one in stars:
            Review.across_stores.create(
                store=self.shop.store,
                product_id=product_id,
                language="en",
                stars=one,
                state=State.PUBLISHED,
                created_at=NOON - timedelta(days=1),
            )
        summaries.keep(store=self.shop.store, product_ids=[product_id], now=NOON)
        return self.summary(product_id)

    def summary(self, product_id: str = "") -> ReviewSummary:
        return self.shop.store.review_summaries.get(product_id=product_id or self.product().id)

    @property
    def writes(self) -> int:
        return sum(one.startswith("RateProduct") for one in self.egress.asked)
