"""An update from the version that counted reviews for every page: what there was is counted by the new rules."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.reviews.models import Review, ReviewSummary
from saleor_support_plugin.stores.models import Store

from ..migrating import migrate, migrate_to_newest
from ..service import Service
from .edits import kept, mismatches

STATES = ["PUBLISHED", "PUBLISHED", "PENDING", "REJECTED SPAM", "REJECTED OFFENSIVE"]


@pytest.mark.slow
def test_reviews_from_before_are_counted(committed: Service) -> None:
    old, now = migrate("0022_promises"), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )
        order = old.get_model("support", "Order").across_stores.create(
            store=store,
            saleor_id="O1",
            number="1",
            created=now,
            issued_at=now,
            channel_slug="tr",
            total_gross=10,
            shipping_gross=0,
        )
        said = [(name, state, stars) for name, state, stars in product(["P1", "P2"], STATES, [1, 4, 5])]
        said += [("P3", "REJECTED SPAM", 5), ("P4", "PENDING", 5), ("", "PUBLISHED", 5)]
        for number, (name, state, stars) in enumerate(said):
            old.get_model("support", "Review").across_stores.create(
                store=store, order=order, order_line_id=f"L{number}", product_id=name, language="tr", stars=stars,
                state=state.partition(" ")[0], reject_reason=state.partition(" ")[2],
                created_at=now - timedelta(minutes=number),
            )  # fmt: skip
    finally:
        migrate_to_newest()
        connection.close()
    mine = Store.across_stores.get()
    assert mismatches(mine, ["P1", "P2", "P3", "P4"]) == []
    sums = kept(mine, ["P1", "P3", "P4"])
    assert (sums["P1"]["count"], sums["P1"]["rejected"]) == (6, {"SPAM": 3, "OFFENSIVE": 3})
    assert sums["P3"]["rejected"] == {"SPAM": 1}
    assert "P4" not in sums
    rows = ReviewSummary.across_stores.order_by("product_id")
    assert [(row.product_id, row.write_at is not None, row.praise) for row in rows] == [
        ("P1", True, []),
        ("P2", True, []),
        ("P3", False, []),
    ]
    assert set(Review.across_stores.values_list("channel_slug", flat=True)) == {"tr"}
