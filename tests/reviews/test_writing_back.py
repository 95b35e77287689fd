"""What reviews come to stands in Saleor: once for a change, the same however often, and whole again after a loss."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from typer.testing import CliRunner

from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.api.chores import CHORES
from saleor_support_plugin.reviews import attributes, writing_back
from saleor_support_plugin.reviews.figures import ATTRIBUTES, AVERAGE_SLUG, figures_of
from saleor_support_plugin.reviews.models import Review, ReviewSummary, State
from saleor_support_plugin.reviews.summaries import keep
from saleor_support_plugin.saleor.errors import SaleorUnreachable
from saleor_support_plugin.stores.models import Store

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..saleor.test_left_checkouts import VERSIONS
from ..shops import NOON, Shop
from .rated import Rated

pytestmark = pytest.mark.django_db

CREATE = "mutation { reviewAttributesCreate { types errors { code message } } }"
EXIST = "{ reviewAttributes { slugs exist } }"
Open = Callable[..., Rated]


@pytest.fixture
def opened(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> Open:
    def make(version: str = "3.23", **given: Any) -> Rated:
        rated = Rated.of(aurora, version, **given)
        for module in (writing_back, attributes):
            monkeypatch.setattr(module, "client_of", lambda store: rated.client)
        return rated

    return make


def numbers(rated: Rated) -> dict[str, str]:
    """Return what the product's attributes of ours say, by slug."""
    rows = rated.saleor.state.attributes
    return {rows[pk].slug: number for pk, number in rated.product().numbers.items()}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_published_review_is_in_metadata_attributes_and_rating(opened: Open, version: str) -> None:
    rated = opened(version)
    attributes.create(store=rated.shop.store, now=NOON)
    rated.review(5, 4, 4, 4)
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(written=1)
    assert rated.product().metadata == {"support.rating": "4.25", "support.review_count": "4"}
    assert numbers(rated) == {"support-rating": "4.25", "support-review-count": "4"}
    assert rated.product().rating == 4.25
    summary = rated.summary()
    assert summary.write_at is None


def done(**counts: int) -> dict[str, int]:
    return {"written": 0, "already": 0, "gone": 0, "refused": 0} | counts


def test_where_nothing_waits_nothing_is_asked(opened: Open) -> None:
    rated = opened()
    rated.review(5)
    writing_back.write_due(rated.shop.store, NOON)
    asked = len(rated.egress.asked)
    assert asdict(writing_back.write_due(rated.shop.store, NOON + timedelta(days=1))) == done()
    assert len(rated.egress.asked) == asked


def test_an_answer_that_was_lost_is_no_second_write(opened: Open) -> None:
    rated = opened()
    rated.review(5, 4)
    rated.egress.lost.add("RateProduct")
    with pytest.raises(SaleorUnreachable):
        writing_back.write_due(rated.shop.store, NOON)
    assert rated.summary().write_at is not None
    rated.egress.lost.clear()
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(already=1)
    assert rated.writes == 1
    assert rated.summary().write_at is None


def test_a_review_that_changes_while_it_is_written_is_written_again(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    rated = opened()
    rated.review(5)
    write = rated.client.rate_product

    def meanwhile(*given: Any, **more: Any) -> None:
        write(*given, **more)
        monkeypatch.setattr(rated.client, "rate_product", write)
        rated.review(1)

    monkeypatch.setattr(rated.client, "rate_product", meanwhile)
    writing_back.write_due(rated.shop.store, NOON)
    assert rated.summary().write_at == NOON
    writing_back.write_due(rated.shop.store, NOON)
    assert rated.product().rating == 3.0


def test_without_reviews_a_product_has_no_rating_rather_than_a_bad_one(opened: Open) -> None:
    rated = opened()
    attributes.create(store=rated.shop.store, now=NOON)
    rated.review(1)
    writing_back.write_due(rated.shop.store, NOON)
    Review.across_stores.update(state=State.PENDING)
    keep(store=rated.shop.store, product_ids=[rated.product().id], now=NOON)
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(written=1)
    assert rated.product().rating is None
    assert numbers(rated) == {}
    assert rated.product().metadata == {"support.rating": "", "support.review_count": "0"}


def test_fifty_products_a_run_and_the_next_run_at_once(opened: Open) -> None:
    rated = opened()
    for number in range(51):
        rated.review(5, product_id=f"gone {number}")
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(gone=50)
    assert rated.shop.store.chores.get(name=writing_back.RATINGS).due_at == NOON
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(gone=1)
    assert not rated.shop.store.review_summaries.exclude(write_at=None).exists()


def test_a_product_that_saleor_refuses_does_not_hold_up_the_others(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    rated = opened()
    attributes.create(store=rated.shop.store, now=NOON)
    lamp = rated.product("desk-lamp")
    rated.review(4, product_id=lamp.id)
    rated.review(5)
    found = rated.client.rated_products

    def stale(ids: list[str]) -> Any:
        """The attribute was taken from the type of goods a moment later."""
        products = found(ids)
        next(one for one in rated.saleor.state.attributes.values() if one.slug == AVERAGE_SLUG).is_assigned = False
        return {**products, rated.product().id: plain(products[rated.product().id])}

    monkeypatch.setattr(rated.client, "rated_products", stale)
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(written=1, refused=1)
    assert (lamp.rating, rated.product().rating) == (None, 5.0)


def plain(product: Any) -> Any:
    return type(product)(product.id, product.rating, product.average, product.count)


@pytest.mark.parametrize("harm", ["metadata", "rating", "numbers"])
def test_a_resync_restores_what_was_lost_and_touches_nothing_else(opened: Open, harm: str) -> None:
    rated = opened()
    attributes.create(store=rated.shop.store, now=NOON)
    rated.review(5, 4)
    rated.review(3, product_id=rated.product("desk-lamp").id)
    writing_back.write_due(rated.shop.store, NOON)
    setattr(rated.product(), harm, None if harm == "rating" else {})
    before, seen = rated.writes, list[int]()
    assert asdict(writing_back.write_all(rated.shop.store, told=seen.append)) == done(written=1, already=1)
    assert (rated.writes - before, sum(seen)) == (1, 2)
    assert rated.product().metadata["support.rating"] == numbers(rated)["support-rating"] == "4.50"
    assert rated.product().rating == 4.5


def test_a_rating_on_its_way_out_is_left_alone(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    rated = opened()
    monkeypatch.setattr(rated.client, "products_have_rating", lambda: False)
    rated.review(5)
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(written=1)
    assert rated.product().rating is None
    assert rated.product().metadata["support.rating"] == "5.00"
    assert asdict(writing_back.write_all(rated.shop.store, told=lambda _: None)) == done(already=1)


def test_staff_ask_for_the_attributes_and_every_product_is_written_anew(opened: Open, saleor: FakeSaleor) -> None:
    rated = opened()
    rated.review(5, 4)
    writing_back.write_due(rated.shop.store, NOON)
    token = rated.shop.staff_token("MANAGE_SETTINGS")
    assert ask_as(token, EXIST)["data"]["reviewAttributes"] == {"slugs": list(ATTRIBUTES), "exist": False}
    for types in (1, 0):
        made = ask_as(token, CREATE)["data"]["reviewAttributesCreate"]
        assert made == {"types": types, "errors": []}
    assert ask_as(token, EXIST)["data"]["reviewAttributes"]["exist"] is True
    assert len(rated.saleor.state.attributes) == 2
    summary = rated.summary()
    assert summary.write_at is not None
    writing_back.write_due(rated.shop.store, summary.write_at)
    assert numbers(rated) == {"support-rating": "4.50", "support-review-count": "2"}


def test_without_the_permission_staff_are_told_which(opened: Open, saleor: FakeSaleor) -> None:
    rated = opened(without=("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",))
    made = ask_as(rated.shop.staff_token("MANAGE_SETTINGS"), CREATE)["data"]["reviewAttributesCreate"]
    assert (made["types"], made["errors"][0]["code"]) == (None, "PERMISSION_MISSING")
    assert "Manage product types and attributes" in made["errors"][0]["message"]


def test_an_attribute_of_that_slug_that_is_no_number_is_not_written_over(opened: Open, saleor: FakeSaleor) -> None:
    rated = opened()
    attributes.create(store=rated.shop.store, now=NOON)
    for one in rated.saleor.state.attributes.values():
        one.input_type = "BOOLEAN"
    made = ask_as(rated.shop.staff_token("MANAGE_SETTINGS"), CREATE)["data"]["reviewAttributesCreate"]
    assert made["errors"][0]["code"] == "ATTRIBUTE_UNFIT"
    rated.review(5)
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done(written=1)
    assert numbers(rated) == {}


def test_who_may_not_change_settings_makes_no_attributes(opened: Open, saleor: FakeSaleor) -> None:
    rated = opened()
    for query in (CREATE, EXIST):
        answer = ask_as(rated.shop.staff_token("MANAGE_ORDERS"), query)
        assert answer["errors"][0]["message"] == "This needs the permission MANAGE_SETTINGS."
    assert rated.egress.asked == []


def test_every_store_has_the_chore(opened: Open) -> None:
    rated = opened()
    rated.review(5)
    assert CHORES[writing_back.RATINGS].run(rated.shop.store, {}, NOON) == done(written=1)


def test_another_stores_products_are_not_written(opened: Open, borealis: Shop) -> None:
    rated = opened()
    other: Store = borealis.store
    ReviewSummary.across_stores.create(
        store=other, product_id=rated.product().id, count=1, total=1, changed_at=NOON, write_at=NOON
    )
    assert asdict(writing_back.write_due(rated.shop.store, NOON)) == done()
    assert rated.product().metadata == {}


@pytest.mark.parametrize(
    ("count", "total", "average"), [(0, 0, None), (1, 5, "5.00"), (3, 13, "4.33"), (8, 37, "4.63"), (200, 201, "1.01")]
)
def test_an_average_has_two_digits_whatever_it_is(count: int, total: int, average: str | None) -> None:
    figures = figures_of(count=count, total=total)
    assert figures.written == average
    assert figures.average == (None if average is None else Decimal(average))


def test_the_command_restores_all_and_says_how_many(opened: Open) -> None:
    rated = opened()
    rated.review(5, 4)
    arguments = ["reviews", "resync", "--store", rated.shop.store.api_url]
    result = CliRunner().invoke(cli, [*arguments, "--json"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, done(written=1))
    shown = CliRunner().invoke(cli, arguments)
    assert shown.exit_code == 0
    assert "already" in shown.stdout
    assert "products" in shown.stderr
    rated.egress.lost.add("ProductsToRate")
    failed = CliRunner().invoke(cli, arguments)
    assert (failed.exit_code, failed.stdout) == (1, "")
    assert "run again" in " ".join(failed.stderr.split())
