"""What buyers say of a product, as its page reads it: published reviews only, whatever their stars."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
import requests
from django.db import connection

from saleor_support_plugin.reviews import hot
from saleor_support_plugin.reviews.rules import MOST_SHOWN_TEXT, ProductReviews, asked_anew_at, shortened
from saleor_support_plugin.stores.models import Store

from ..desks import add_review
from ..service import Service
from ..shops import NOON, Shop, global_id

LAMP = global_id("Product", 1)


def read(
    service: Service, shop: Shop, product: str = LAMP, *, channel: str = "default-channel", **headers: str
) -> requests.Response:
    address = f"{service.url}/s/{shop.store.key}/{channel}/reviews/{quote(product)}"
    return requests.get(address, headers=headers, timeout=20)


def test_a_product_page_reads_what_is_published(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: NOON)
    for number, stars in enumerate([5, 5, 4, 1], start=1):
        add_review(open_aurora, number, stars=stars, state="PUBLISHED")
    add_review(open_aurora, 5, stars=5)
    add_review(open_aurora, 6, stars=1, state="REJECTED", reject_reason="SPAM")
    add_review(open_aurora, 7, stars=2, state="PUBLISHED", product_id=global_id("Product", 2))
    answer = read(committed, open_aurora)
    assert answer.status_code == 200
    facts = answer.json()
    newest = facts.pop("reviews")
    assert facts == {
        "product": LAMP,
        "count": 4,
        "average": "3.8",
        "stars": {"5": 2, "4": 1, "3": 0, "2": 0, "1": 1},
        "until": "2026-11-21T00:00:00+00:00",
    }
    assert list(facts["stars"]) == ["5", "4", "3", "2", "1"]
    assert [one["stars"] for one in newest] == [1, 4, 5, 5]
    first = newest[0]
    assert datetime.fromisoformat(first.pop("created_at")) == NOON + timedelta(minutes=4)
    assert first == {
        "id": global_id("Review", open_aurora.store.reviews.get(stars=1, state="PUBLISHED").pk),
        "stars": 1,
        "title": "Lamp of aurora",
        "text": "It shines.",
        "author": "Ada Y.",
        "language": "tr",
        "verified": True,
    }


def test_a_product_without_reviews_says_so(committed: Service, open_aurora: Shop) -> None:
    for product in (LAMP, global_id("Product", 99)):
        facts = read(committed, open_aurora, product).json()
        assert (facts["product"], facts["count"], facts["average"], facts["reviews"]) == (product, 0, None, [])
        assert set(facts["stars"].values()) == {0}


def test_the_newest_twenty_are_shown_and_all_are_counted(committed: Service, open_aurora: Shop) -> None:
    for number in range(1, 26):
        add_review(open_aurora, number, title=str(number), state="PUBLISHED")
    facts = read(committed, open_aurora).json()
    assert facts["count"] == facts["stars"]["4"] == 25
    assert [one["title"] for one in facts["reviews"]] == [str(number) for number in range(25, 5, -1)]


def test_a_long_review_is_cut_and_says_so(committed: Service, open_aurora: Shop) -> None:
    add_review(open_aurora, text="ş" * 5_000, state="PUBLISHED")
    add_review(open_aurora, 2, text="ş" * MOST_SHOWN_TEXT, state="PUBLISHED")
    whole, cut = [one["text"] for one in read(committed, open_aurora).json()["reviews"]]
    assert whole == "ş" * MOST_SHOWN_TEXT
    assert cut == "ş" * (MOST_SHOWN_TEXT - 1) + "…"


def test_anybody_may_read_and_keep_it_while_it_holds(committed: Service, open_aurora: Shop) -> None:
    review = add_review(open_aurora, state="PUBLISHED")
    answer = read(committed, open_aurora, origin="https://shop.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "s-maxage=" in answer.headers["cache-control"]
    again = read(committed, open_aurora, **{"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    review.state = "PENDING"
    review.save()
    taken_back = read(committed, open_aurora, **{"if-none-match": answer.headers["etag"]})
    assert (taken_back.status_code, taken_back.json()["count"]) == (200, 0)


def test_unknown_stores_and_channels_look_the_same(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    add_review(open_borealis, state="PUBLISHED")
    address = f"{committed.url}/s/no-such-key/default-channel/reviews/{quote(LAMP)}"
    nowhere = requests.get(address, timeout=20)
    assert nowhere.status_code == 404
    assert read(committed, open_borealis, channel="only-in-borealis").json()["count"] == 1
    assert read(committed, open_aurora, channel="only-in-borealis").content == nowhere.content
    Store.across_stores.filter(pk=open_aurora.store.pk).update(is_active=False)
    assert read(committed, open_aurora).content == nowhere.content


@pytest.mark.parametrize("product", ["", "a b", "x" * 129, "%00", "a/b"])
def test_what_is_no_product_is_not_found(committed: Service, open_aurora: Shop, product: str) -> None:
    assert read(committed, open_aurora, product).status_code == 404


def test_each_store_shows_its_own(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    for shop in (open_aurora, open_borealis):
        add_review(shop, state="PUBLISHED")
    for shop in (open_aurora, open_borealis):
        assert [one["title"] for one in read(committed, shop).json()["reviews"]] == [f"Lamp of {shop.name}"]


def test_one_statement_for_one_review_and_for_twenty(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = psycopg.AsyncConnection.execute

    async def counted(self: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        asked.append(query)
        return await execute(self, query, *arguments, **options)

    monkeypatch.setattr(psycopg.AsyncConnection, "execute", counted)
    add_review(open_aurora, state="PUBLISHED")
    assert read(committed, open_aurora).json()["count"] == 1
    for number in range(2, 21):
        add_review(open_aurora, number, state="PUBLISHED")
    assert read(committed, open_aurora).json()["count"] == 20
    assert asked == [hot.FIND, hot.FIND]


@pytest.mark.django_db
def test_its_index_serves_both_halves_of_the_statement(aurora: Shop) -> None:
    """A table of a few rows is read whole, so that is forbidden here: it is asked what the index is good for."""
    add_review(aurora, state="PUBLISHED")
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off; set local enable_bitmapscan = off")
        asked = {"store": aurora.store.key, "channel": "default-channel", "product": LAMP}
        cursor.execute(f"explain {hot.FIND}", asked)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert plan.count("using review_published on support_review") == 2
    assert "Index Only Scan using review_published" in plan


@pytest.mark.parametrize(
    ("given", "average"),
    [([5], "5.0"), ([5, 4], "4.5"), ([5, 5, 5, 4], "4.8"), ([1, 2, 2], "1.7"), ([4, 4, 4, 5], "4.3"), ([], None)],
)
def test_the_average_is_rounded_as_people_round(given: list[int], average: str | None) -> None:
    said = ProductReviews({stars: given.count(stars) for stars in range(1, 6)}, ())
    assert said.average == (Decimal(average) if average else None)


def test_what_is_short_is_left_alone() -> None:
    assert shortened("It shines. ") == "It shines. "


def test_an_answer_stands_for_the_day_in_utc() -> None:
    assert asked_anew_at(NOON) == datetime.fromisoformat("2026-11-21T00:00:00+00:00")
