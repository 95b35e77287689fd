"""When bad reviews of one thing come far more often than is usual there, staff hear of it within fifteen minutes."""

import json
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.announcements.models import Announcement
from saleor_support_plugin.api.chores import CHORES
from saleor_support_plugin.reviews import crisis
from saleor_support_plugin.reviews.crisis_rules import LEAST_REVIEWS, Counted, at_least, judge
from saleor_support_plugin.reviews.models import Crisis, Review

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order, global_id
from ..test_tenancy import add_endpoint

LAMP, CHAIR = global_id("Product", 1), global_id("Product", 2)
DAY = timedelta(days=1)
LIST = "{ reviewCrises { kind about name negative expected } }"


def write(shop: Shop, many: int, *, stars: int, days_ago: float, product: str = LAMP, **changed: Any) -> None:
    at = NOON - days_ago * DAY
    rows = [
        Review(store=shop.store, product_id=product, stars=stars, language="en", created_at=at, **changed)
        for _ in range(many)
    ]
    Review.across_stores.bulk_create(rows)


@pytest.mark.parametrize(
    ("count", "expected", "chance"), [(0, 3.0, 1.0), (1, 1.0, 0.632121), (5, 1.0, 0.003660), (10, 2.5, 0.000277)]
)
def test_the_chance_is_poissons(count: int, expected: float, chance: float) -> None:
    assert at_least(count, expected) == pytest.approx(chance, abs=1e-6)
    assert at_least(3000, 2000) < 1e-9  # where exp(-2000) is nothing


@given(st.integers(0, LEAST_REVIEWS - 1), st.integers(0, 5000), st.integers(0, 500))
def test_below_twenty_reviews_nothing_is_alarming(reviews: int, before: int, negative: int) -> None:
    judged = judge(Counted(reviews, reviews), Counted(before, min(before, negative)), Counted(0, 0))
    assert not judged.is_alarm


@given(st.integers(20, 500), st.integers(0, 500), st.integers(0, 500))
def test_more_bad_ones_are_never_less_alarming(reviews: int, before: int, negative: int) -> None:
    usual = Counted(before, min(before, negative))
    chances = [judge(Counted(reviews, bad), usual, usual).chance for bad in range(0, reviews + 1, 5)]
    assert chances == sorted(chances, reverse=True)


def test_where_nothing_changed_it_is_silent_nearly_always() -> None:
    random, alarms = Random(7), 0
    for _ in range(2000):
        week, before = (sum(random.random() < 0.1 for _ in range(many)) for many in (60, 700))
        alarms += judge(Counted(60, week), Counted(700, before), Counted(5000, 500)).is_alarm
    assert alarms <= 8  # 0.1 % of 2000 are 2, and a measured share is not the true one


@pytest.mark.django_db
def test_a_bad_batch_is_told_once_and_ends_when_it_is_over(aurora: Shop, saleor: FakeSaleor) -> None:
    add_endpoint(aurora)
    write(aurora, 95, stars=5, days_ago=30)
    write(aurora, 5, stars=1, days_ago=30)
    write(aurora, 30, stars=5, days_ago=1)
    write(aurora, 4, stars=1, days_ago=1)
    assert crisis.watch(store=aurora.store, now=NOON) == {"began": 0, "over": 0}
    write(aurora, 9, stars=1, days_ago=0.1)
    assert crisis.watch(store=aurora.store, now=NOON) == {"began": 1, "over": 0}
    assert crisis.watch(store=aurora.store, now=NOON) == {"began": 0, "over": 0}
    told = json.loads(Announcement.across_stores.get(kind="reviews.crisis").body)["data"]
    assert (told["kind"], told["about"], told["name"]) == ("PRODUCT", LAMP, "Lamp of aurora")
    assert (told["reviews"], told["negative"], told["expected"]) == (43, 13, pytest.approx(2.5, abs=0.3))
    token = aurora.staff_token("MANAGE_ORDERS")
    [seen] = ask_as(token, LIST)["data"]["reviewCrises"]
    assert (seen["kind"], seen["name"], seen["negative"]) == ("PRODUCT", "Lamp of aurora", 13)
    assert crisis.watch(store=aurora.store, now=NOON + 8 * DAY) == {"began": 0, "over": 1}
    assert ask_as(token, LIST)["data"]["reviewCrises"] == []


@pytest.mark.django_db
def test_another_product_another_store_and_what_was_imported_are_left_alone(aurora: Shop, borealis: Shop) -> None:
    for shop in (aurora, borealis):
        write(shop, 100, stars=5, days_ago=30)
    write(aurora, 30, stars=1, days_ago=1, product=CHAIR)
    write(aurora, 30, stars=1, days_ago=1, origin="IMPORT")
    write(aurora, 30, stars=1, days_ago=1, state="REJECTED", reject_reason="SPAM")
    for shop in (aurora, borealis):
        crisis.watch(store=shop.store, now=NOON)
    assert list(Crisis.across_stores.values_list("store", "kind", "about")) == [(aurora.store.pk, "PRODUCT", CHAIR)]


@pytest.mark.django_db
def test_a_carrier_and_a_warehouse_are_watched_as_well(aurora: Shop) -> None:
    depot = aurora.store.warehouses.get()
    bad = add_order(aurora, global_id("Order", "bad"), number="7")
    aurora.store.orders.filter(pk=bad.pk).update(delivery_method_name="Hızlı Kargo")
    parcel = bad.fulfillments.create(
        saleor_id="p", number=1, status="FULFILLED", created=NOON, warehouse_id=depot.saleor_id, delivered_at=NOON
    )
    line = bad.lines.get()
    parcel.lines.create(saleor_id="l", order_line_id=line.saleor_id, quantity=1)
    # Of many products, so that no product's share is to blame; the lines differ only in their names.
    for number in range(25):
        name = f"{line.saleor_id}-{number}"
        parcel.lines.create(saleor_id=name, order_line_id=name, quantity=1)
        product = global_id("Product", 100 + number)
        write(aurora, 1, stars=1, days_ago=1, product=product, order=bad, order_line_id=name)
    write(aurora, 200, stars=5, days_ago=30)
    crisis.watch(store=aurora.store, now=NOON)
    told = set(Crisis.across_stores.values_list("kind", "about"))
    assert told == {("CARRIER", "Hızlı Kargo"), ("WAREHOUSE", depot.saleor_id)}


def test_it_is_looked_for_often_enough_to_be_told_within_a_quarter_of_an_hour() -> None:
    assert CHORES["review crises"].every <= timedelta(minutes=10)
