"""A summary is what a recount of the product's reviews comes to, whoever changes them, in whatever order, at once."""

import re
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_support_plugin.reviews import authoring, moderating, summaries
from saleor_support_plugin.reviews.form import Typed
from saleor_support_plugin.reviews.models import Review
from saleor_support_plugin.stores.callers import Staff

from ..desks import add_review
from ..people.together import together
from ..shops import NOON, Shop, global_id
from .edits import edit_at_once, kept, mismatches, recounted
from .forms import ASKED_AT, asked
from .parcels import line_id

PRODUCTS = [global_id("Product", number) for number in range(1, 4)]


def staff_of(shop: Shop) -> Staff:
    return Staff(shop.store, "U1", f"staff@{shop.name}.example", frozenset(), (), None)


def stock_up(shop: Shop, many: int = 30) -> None:
    for number in range(1, many + 1):
        add_review(shop, number, product_id=PRODUCTS[number % 3], stars=1 + number % 5)


def test_two_hundred_edits_at_once_leave_summaries_that_equal_a_recount(open_aurora: Shop) -> None:
    stock_up(open_aurora)
    done = edit_at_once(staff_of(open_aurora), PRODUCTS, edits=200, editors=8, seed=7, now=NOON + timedelta(days=1))
    assert done.total() == 200
    assert {"publish", "reject", "reopen", "write", "rewrite", "withdraw", "erase"} <= set(done)
    assert mismatches(open_aurora.store, PRODUCTS) == []
    # What equals a recount of nothing would prove nothing.
    said = kept(open_aurora.store, PRODUCTS).values()
    assert any(one["count"] > 1 for one in said)
    assert any(one["rejected"] for one in said)


def test_authors_and_staff_who_change_the_same_reviews_at_once_leave_them_true(open_aurora: Shop) -> None:
    """By the very doors' actions: who holds what first must not make two of them wait for each other."""
    request = asked(open_aurora, lines=6)
    lines = {line_id(number): Typed(stars=1 + number % 5) for number in range(6)}
    made = authoring.answer(request=request, lines=lines, author="Ayşe", now=ASKED_AT)
    ids = [review.pk for review in made]

    def write(number: int) -> None:
        for turn in range(4):
            line, now = line_id((number + turn) % 6), ASKED_AT + timedelta(minutes=turn)
            if turn == 3 and number == 0:
                authoring.withdraw(request=request, line=line, now=now)
            else:
                typed = Typed(stars=1 + (number + turn) % 5, text=f"{number} {turn}")
                authoring.edit(request=request, line=line, typed=typed, author="Ayşe", now=now)

    def decide(number: int) -> None:
        for turn in range(8):
            some = [ids[(number + turn + one) % 6] for one in range(3)]
            with suppress(moderating.Refused):  # withdrawn in the meantime
                moderating.publish(staff=staff_of(open_aurora), review_ids=some, now=ASKED_AT)

    together([partial(write, number) for number in range(4)] + [partial(decide, number) for number in range(4)])
    assert open_aurora.store.reviews.filter(changes__kind="EDITED").exists()
    assert open_aurora.store.reviews.filter(changes__kind="PUBLISHED").exists()
    products = list(open_aurora.store.reviews.values_list("product_id", flat=True).distinct())
    assert products == PRODUCTS[:1]
    assert mismatches(open_aurora.store, products) == []


def test_a_recount_would_notice(open_aurora: Shop) -> None:
    stock_up(open_aurora)
    Review.across_stores.filter(product_id=PRODUCTS[0]).update(state="PUBLISHED")
    assert mismatches(open_aurora.store, PRODUCTS) == PRODUCTS[:1]
    summaries.keep(store=open_aurora.store, product_ids=PRODUCTS, now=NOON)
    assert mismatches(open_aurora.store, PRODUCTS) == []


def test_twenty_first_reviews_of_a_product_at_once_are_all_counted(open_aurora: Shop) -> None:
    @transaction.atomic
    def write(number: int) -> None:
        add_review(open_aurora, number, state="PUBLISHED")

    together([partial(write, number) for number in range(1, 21)])
    assert kept(open_aurora.store, PRODUCTS)[PRODUCTS[0]]["count"] == 20


def test_batches_named_in_opposite_orders_do_not_wait_for_each_other_for_ever(open_aurora: Shop) -> None:
    stock_up(open_aurora, 6)

    def touch(products: list[str]) -> None:
        for _ in range(10):
            with transaction.atomic():
                summaries.keep(store=open_aurora.store, product_ids=products, now=NOON)

    together([lambda: touch(PRODUCTS), lambda: touch(PRODUCTS[::-1])] * 4)
    assert mismatches(open_aurora.store, PRODUCTS) == []


def test_a_change_that_is_taken_back_was_never_counted(open_aurora: Shop) -> None:
    stock_up(open_aurora)
    with transaction.atomic():
        open_aurora.store.reviews.update(state="PUBLISHED")
        summaries.keep(store=open_aurora.store, product_ids=PRODUCTS, now=NOON)
        assert kept(open_aurora.store, PRODUCTS)[PRODUCTS[0]]["count"] == 10
        transaction.set_rollback(True)
    assert mismatches(open_aurora.store, PRODUCTS) == []
    assert kept(open_aurora.store, PRODUCTS)[PRODUCTS[0]]["count"] == 0


@pytest.mark.django_db
def test_another_stores_reviews_of_the_same_product_are_not_counted(aurora: Shop, borealis: Shop) -> None:
    for shop, stars in ((aurora, 2), (borealis, 5)):
        add_review(shop, state="PUBLISHED", stars=stars)
    assert kept(aurora.store, PRODUCTS)[PRODUCTS[0]]["total"] == 2
    assert kept(borealis.store, PRODUCTS)[PRODUCTS[0]]["total"] == 5


REVIEWS = st.lists(
    st.tuples(
        st.sampled_from(PRODUCTS),
        st.integers(1, 5),
        st.sampled_from(["PENDING", "PUBLISHED", "REJECTED:SPAM", "REJECTED:OFFENSIVE", "WITHDRAWN"]),
        st.sampled_from(["REQUEST", "IMPORT"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=30,
)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=REVIEWS)
def test_whatever_there_is_the_summary_is_its_recount(
    aurora: Shop, rows: list[tuple[str, int, str, str, bool, bool]]
) -> None:
    Review.across_stores.all().delete()
    Review.across_stores.bulk_create(
        Review(
            store=aurora.store,
            product_id=product,
            stars=stars,
            state=state.partition(":")[0],
            reject_reason=state.partition(":")[2],
            origin=origin,
            is_incentivised=incentivised,
            has_photos=photos,
            language="en",
            created_at=NOON + timedelta(minutes=number),
        )
        for number, (product, stars, state, origin, incentivised, photos) in enumerate(rows)
    )
    summaries.keep(store=aurora.store, product_ids=PRODUCTS, now=NOON)
    assert kept(aurora.store, PRODUCTS) == recounted(aurora.store, PRODUCTS)


@pytest.mark.django_db
def test_what_saleor_shall_be_told_is_due_only_where_it_changed(aurora: Shop) -> None:
    review = add_review(aurora, state="PUBLISHED")
    summary = aurora.store.review_summaries.get()
    assert summary.write_at == review.created_at
    aurora.store.review_summaries.update(write_at=None)
    add_review(aurora, 2, state="REJECTED", reject_reason="SPAM")
    again = aurora.store.review_summaries.get()
    assert (again.write_at, again.rejected) == (None, {"SPAM": 1})


def test_all_that_is_counted_is_in_the_index() -> None:
    """Read from the table, tens of thousands of reviews take twenty times as long, and the next change waits for it."""
    index = next(index for index in Review._meta.indexes if index.name == "review_recount")
    read = set(re.findall(r"\w+", re.sub(r"::\w+", "", summaries.COUNTED)))
    counted = {field.name for field in Review._meta.concrete_fields if field.column in read}
    assert {"store", "product_id", "state", "stars"} < counted <= {*index.fields, *index.include}
