"""What bin/bench reviews says can be trusted: its reviews are spread as told, and each figure has its limit."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from saleor_support_plugin.reviews.models import Review

from ..reviews.edits import kept, mismatches
from . import reviews
from .harness import review_rows

READ = {"summary_1_ms": 0.1, "summary_24_ms": 0.3, "summary_hottest_ms": 0.1, "page_hottest_ms": 1.0}
LIVE = {"live_1_ms": 0.2, "live_24_ms": 24.0, "live_hottest_ms": 90.0, "live_from_index_24_ms": 3.0}
WRITTEN = {"write_median_ms": 4.0, "write_median_uncounted_ms": 2.0, "recount_mismatches": 0.0}


def a_report(**changed: float) -> dict[str, Any]:
    return reviews.report(READ | LIVE | {name: at for name, at in changed.items() if name in READ}, WRITTEN | changed)


def test_ratios_say_how_many_times_less_we_take() -> None:
    told = a_report()
    assert told["ratios"]["vs_live_aggregate"] == pytest.approx(80)
    assert told["ratios"]["vs_live_from_index"] == pytest.approx(10)
    assert told["ratios"]["write_uncounted"] == 0.5
    assert set(told["peer"]) == set(LIVE)
    assert all(told["kept"].values())
    assert set(told["kept"]) == set(reviews.MOST) | set(reviews.LEAST)


def test_one_sum_that_is_not_true_is_told() -> None:
    kept = a_report(recount_mismatches=1, summary_24_ms=0.49)["kept"]
    assert {name for name, is_kept in kept.items() if not is_kept} == {"recount_mismatches", "vs_live_aggregate"}


def test_a_million_is_what_is_asked_for_without_a_word() -> None:
    assert (reviews.options([]).reviews, reviews.options([]).edits) == (1_000_000, 1_000)
    assert reviews.options(["--quick"]).reviews < 100_000
    assert reviews.options(["--quick", "--reviews", "5000"]).reviews == 5000


@pytest.mark.usefixtures("committed")
def test_a_few_products_have_most_reviews_and_all_are_counted() -> None:
    review_rows.fill(3_000)
    many = Counter(Review.across_stores.values_list("product_id", flat=True))
    assert many.total() == 3_000
    assert many[review_rows.product_id(0)] == max(many.values()) > 10 * many.total() / len(many)
    assert {"PUBLISHED", "PENDING", "REJECTED", "WITHDRAWN"} == set(
        Review.across_stores.values_list("state", flat=True).distinct()
    )
    store = Review.across_stores.filter(product_id=review_rows.product_id(0))[0].store
    mine = [review_rows.product_id(rank) for rank in range(0, review_rows.products_of(3_000), review_rows.STORES)]
    assert mismatches(store, mine) == []
    assert kept(store, mine)[mine[0]]["newest_at"] <= datetime(2026, 11, 20, 12, tzinfo=UTC)
