"""What buyers say of a product, as its page reads it: published reviews only, whatever their stars."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
import requests
from django.db import connection

from saleor_support_plugin.files.models import State as FileState
from saleor_support_plugin.files.models import StoredFile
from saleor_support_plugin.questions.models import Question
from saleor_support_plugin.reviews import hot
from saleor_support_plugin.reviews.asked import Asked, CannotAsk, Sort, in_address, products_in
from saleor_support_plugin.reviews.models import Review, ReviewPhoto, ReviewSummary
from saleor_support_plugin.reviews.shown import MOST_SHOWN_TEXT, Summary, asked_anew_at, shortened
from saleor_support_plugin.reviews.summaries import keep, note_photos
from saleor_support_plugin.stores.models import Store

from ..desks import add_configuration, add_review
from ..service import Service
from ..shops import NOON, Shop, global_id

LAMP = global_id("Product", 1)
NOBODY = {"5": 0, "4": 0, "3": 0, "2": 0, "1": 0}


def read(
    service: Service,
    shop: Shop,
    product: str = LAMP,
    *,
    channel: str = "default-channel",
    ask: str = "",
    **headers: str,
) -> requests.Response:
    query = f"?{ask}" if ask else ""
    address = f"{service.url}/s/{shop.store.key}/{channel}/reviews/{quote(product)}{query}"
    return requests.get(address, headers=headers, timeout=20)


def titles(answer: requests.Response) -> list[str]:
    return [one["title"] for one in answer.json()["reviews"]]


def publish(shop: Shop, number: int, **changed: Any) -> Review:
    return add_review(shop, number, title=str(number), state="PUBLISHED", **changed)


def attach(review: Review, *tokens: str, **changed: Any) -> None:
    for place, token in enumerate(tokens):
        file = StoredFile.across_stores.create(
            store=review.store,
            token=token,
            owner="review_request:1",
            state=FileState.READY,
            kind="JPEG",
            bytes=1,
            sha256="",
            width=3000,
            height=1500,
            created_at=NOON,
        )
        ReviewPhoto.across_stores.create(
            store=review.store, review=review, file=file, position=place, created_at=NOON, **changed
        )
    note_photos(review=review, now=NOON)


def praise(shop: Shop, *said: dict[str, Any]) -> None:
    ReviewSummary.across_stores.filter(store=shop.store, product_id=LAMP).update(praise=said)


def test_a_product_page_reads_what_is_published(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: NOON)
    for number, stars in enumerate([5, 5, 4, 1], start=1):
        add_review(open_aurora, number, stars=stars, state="PUBLISHED", is_incentivised=number == 2)
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
        "verified": 4,
        "incentivised": 1,
        "rejected": {"SPAM": 1},
        "after": None,
        "with_photos": 0,
        "photos": [],
        "praise": [],
        "quote": None,
        "questions": 0,
        "aspects": [],
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
        "edited_at": None,
        "variant": "",
        "verified": True,
        "incentivised": False,
        "answers": {},
        "helpful": 0,
        "reply": None,
        "photos": [],
    }


def test_a_product_without_reviews_says_so(committed: Service, open_aurora: Shop) -> None:
    for product in (LAMP, global_id("Product", 99)):
        facts = read(committed, open_aurora, product).json()
        assert (facts["product"], facts["count"], facts["average"], facts["reviews"]) == (product, 0, None, [])
        assert facts["stars"] == NOBODY


def test_everything_a_review_has_is_told(committed: Service, open_aurora: Shop, settings: Any) -> None:
    settings.FILES_ORIGIN = "https://files.example"
    review = publish(
        open_aurora,
        1,
        origin="IMPORT",
        is_incentivised=True,
        variant_name="Large",
        answers={"fit": "small"},
        helpful=3,
        reply="Thank you.",
        replied_at=NOON,
        edited_at=NOON,
        quote="It shines.",
        featured_at=NOON,
    )
    attach(review, "aaa", "bbb")
    attach(review, "hidden", is_hidden=True)
    praise(open_aurora, {"word": "parlak", "language": "tr", "reviews": 12, "ids": [review.pk]})
    answers = [{"name": "small", "en": "Small"}, {"name": "large", "tr": "Bol"}]
    fit = {"name": "fit", "question": {"en": "How does it fit?"}, "answers": answers}
    add_configuration(open_aurora, review_aspects=[fit | {"categories": ["Q2F0ZWdvcnk6MQ=="]}])
    for state in ("PUBLISHED", "PENDING"):
        Question.across_stores.create(
            store=open_aurora.store, product_id=LAMP, language="tr", text="Is it bright?", state=state, created_at=NOON
        )
    facts = read(committed, open_aurora).json()
    (told,) = facts["reviews"]
    photo = {
        "small": "https://files.example/f/aaa/320.webp",
        "large": "https://files.example/f/aaa/800.webp",
        "width": 800,
        "height": 400,
    }
    assert told["photos"][0] == photo
    assert [one["small"][24:27] for one in told["photos"]] == ["aaa", "bbb"]
    assert told["reply"] == {"text": "Thank you.", "at": "2026-11-20T12:00:00+00:00"}
    said = {name: told[name] for name in ("verified", "incentivised", "variant", "answers", "helpful", "edited_at")}
    assert said == {
        "verified": False,
        "incentivised": True,
        "variant": "Large",
        "answers": {"fit": "small"},
        "helpful": 3,
        "edited_at": "2026-11-20T12:00:00+00:00",
    }
    assert facts["photos"][0] == {"review": told["id"], "author": "Ada Y.", "stars": 4} | photo
    assert (len(facts["photos"]), facts["with_photos"], facts["questions"]) == (2, 1, 1)
    assert facts["praise"] == [{"word": "parlak", "language": "tr", "reviews": 12}]
    assert facts["quote"] == {"review": told["id"], "text": "It shines.", "author": "Ada Y.", "language": "tr"}
    assert (facts["verified"], facts["aspects"]) == (0, [fit])


def test_reviews_are_read_page_after_page_to_the_last(committed: Service, open_aurora: Shop) -> None:
    for number in range(1, 26):
        publish(open_aurora, number)
    page = read(committed, open_aurora)
    assert page.json()["count"] == page.json()["stars"]["4"] == 25
    seen = [titles(page)]
    while page.json()["after"]:
        page = read(committed, open_aurora, ask=f"after={quote(page.json()['after'])}")
        assert page.json()["matching"] == 25
        seen.append(titles(page))
    assert [len(one) for one in seen] == [10, 10, 5]
    assert [one for titles in seen for one in titles] == [str(number) for number in range(25, 0, -1)]


STARS = {1: 3, 2: 5, 3: 1, 4: 5, 5: 3, 6: 2}
HELPFUL = {1: 2, 2: 0, 3: 7, 4: 2, 5: 0, 6: 0}


@pytest.mark.parametrize(
    ("ask", "matching", "wanted"),
    [
        ("sort=newest", 6, "654321"),
        ("sort=helpful", 6, "341652"),
        ("sort=highest", 6, "425163"),
        ("sort=lowest", 6, "365142"),
        ("stars=5", 2, "42"),
        ("stars=4", 0, ""),
        ("stars=3&sort=lowest", 2, "51"),
        ("stars=3&sort=helpful", 2, "15"),
        ("photos=1", 2, "31"),
        ("photos=1&stars=3", 1, "1"),
        ("photos=1&sort=highest", 2, "13"),
        ("about=parlak", 3, "532"),
        ("about=parlak&sort=highest", 3, "253"),
        ("about=parlak&stars=5", 1, "2"),
        ("about=unheard", 0, ""),
    ],
)
def test_a_shopper_reads_in_the_order_and_about_what_they_choose(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch, ask: str, matching: int, wanted: str
) -> None:
    """Each page is of two, so that every order goes on from page to page."""
    made = [publish(open_aurora, number, stars=STARS[number], helpful=HELPFUL[number]) for number in STARS]
    attach(made[0], "aaa")
    attach(made[2], "bbb")
    hidden = add_review(open_aurora, 9, title="pending")
    said = [made[1].pk, made[2].pk, made[4].pk, hidden.pk]
    praise(open_aurora, {"word": "parlak", "language": "tr", "reviews": 4, "ids": said})
    monkeypatch.setattr(hot, "MOST_SHOWN", 2)
    seen = ""
    after: str | None = ""
    while after is not None:
        page = read(committed, open_aurora, ask=f"{ask}&after={quote(after)}" if after else f"{ask}&photos=&x=1")
        if "matching" in page.json():
            assert page.json()["matching"] == matching
        assert len(titles(page)) <= 2 or ask == "sort=newest"
        seen += "".join(titles(page))
        after = page.json()["after"]
    assert seen == wanted


def test_a_mark_of_another_store_leads_nowhere(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    publish(open_aurora, 1)
    other = publish(open_borealis, 1)
    assert titles(read(committed, open_aurora, ask=f"after={global_id('Review', other.pk)}")) == []


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        ("sort=best", "SORT_WRONG"),
        ("stars=6", "STARS_WRONG"),
        ("stars=4.5", "STARS_WRONG"),
        ("after=nonsense", "AFTER_WRONG"),
        ("after=VGlja2V0OjE=", "AFTER_WRONG"),
        ("about=" + "x" * 61, "ABOUT_WRONG"),
        ("about=%00", "ABOUT_WRONG"),
        ("&".join(f"x{one}=1" for one in range(21)), "TOO_MUCH"),
    ],
)
def test_what_cannot_be_asked_is_said(committed: Service, open_aurora: Shop, ask: str, code: str) -> None:
    answer = read(committed, open_aurora, ask=ask)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_a_list_of_products_reads_their_averages(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    publish(open_aurora, 1, stars=5)
    publish(open_aurora, 2, stars=4)
    publish(open_borealis, 3, stars=1)
    unknown = global_id("Product", 9)
    address = f"{committed.url}/s/{open_aurora.store.key}/default-channel/reviews?products={LAMP},{unknown},{LAMP}"
    answer = requests.get(address, timeout=20)
    assert answer.json() == {
        "products": [
            {"product": LAMP, "count": 2, "average": "4.5", "stars": NOBODY | {"5": 1, "4": 1}},
            {"product": unknown, "count": 0, "average": None, "stars": NOBODY},
        ]
    }
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("query", ["", "products=", "products=a b", "products=" + ",".join(map(str, range(25)))])
def test_a_list_has_one_to_twenty_four_products(query: str) -> None:
    with pytest.raises(CannotAsk, match="one to 24"):
        products_in(query)
    assert products_in("products=a,b,,a&products=c") == ["a", "b", "c"]


def test_only_what_nobody_narrowed_is_the_first_page() -> None:
    assert in_address("x", "utm=1&sort=newest&jsonld=1").is_first_page
    assert not in_address("x", "stars=4").is_first_page
    assert in_address("x", "sort=helpful&photos=1") == Asked("x", Sort.HELPFUL, photos=True)


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
    keep(store=review.store, product_ids=[LAMP], now=NOON)
    committed.forget()
    taken_back = read(committed, open_aurora, **{"if-none-match": answer.headers["etag"]})
    assert (taken_back.status_code, taken_back.json()["count"]) == (200, 0)


def test_what_is_kept_in_memory_ends_with_the_change(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors = committed.application.doors
    until = datetime.now() + timedelta(seconds=20)
    while not doors.memory.hears and datetime.now() < until:
        pass
    add_review(open_aurora, state="PUBLISHED")
    assert read(committed, open_aurora).json()["count"] == 1
    with monkeypatch.context() as patch:
        patch.setattr(doors.facts, "_pool", None)
        assert read(committed, open_aurora).json()["count"] == 1
    add_review(open_aurora, 2, state="PUBLISHED")
    while read(committed, open_aurora).json()["count"] != 2:
        assert datetime.now() < until


def test_unknown_stores_and_channels_look_the_same(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    open_borealis.store.channels.update(slug="only-in-borealis")
    add_review(open_borealis, state="PUBLISHED")
    address = f"{committed.url}/s/no-such-key/default-channel/reviews/{quote(LAMP)}"
    nowhere = requests.get(address, timeout=20)
    assert nowhere.status_code == 404
    assert read(committed, open_borealis, channel="only-in-borealis").json()["count"] == 1
    for ask in ("", "stars=4"):
        assert read(committed, open_aurora, channel="only-in-borealis", ask=ask).content == nowhere.content
    assert requests.get(address.rpartition("/")[0] + f"?products={LAMP}", timeout=20).content == nowhere.content
    Store.across_stores.filter(pk=open_aurora.store.pk).update(is_active=False)
    assert read(committed, open_aurora).content == nowhere.content


@pytest.mark.parametrize("product", ["a b", "x" * 129, "%00", "a/b"])
def test_what_is_no_product_is_not_found(committed: Service, open_aurora: Shop, product: str) -> None:
    assert read(committed, open_aurora, product).status_code == 404


def test_each_store_shows_its_own(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    for shop in (open_aurora, open_borealis):
        add_review(shop, state="PUBLISHED")
    for shop in (open_aurora, open_borealis):
        assert titles(read(committed, shop)) == [f"Lamp of {shop.name}"]


def test_one_statement_for_one_review_and_for_ten(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = psycopg.AsyncConnection.execute

    async def counted(self: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        if "support_review" in query:
            asked.append(query)
        return await execute(self, query, *arguments, **options)

    monkeypatch.setattr(psycopg.AsyncConnection, "execute", counted)
    attach(publish(open_aurora, 1), "first")
    assert read(committed, open_aurora).json()["count"] == 1
    for number in range(2, 11):
        attach(publish(open_aurora, number), f"photo-{number}")
    committed.forget()
    assert len(read(committed, open_aurora).json()["photos"]) == 10
    assert asked == [hot.FIRST_PAGE, hot.FIRST_PAGE]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (Asked(LAMP), "review_published"),
        (Asked(LAMP, Sort.HELPFUL), "review_helpful"),
        (Asked(LAMP, Sort.HIGHEST), "review_by_stars"),
        (Asked(LAMP, Sort.LOWEST, after=1), "review_by_stars"),
        (Asked(LAMP, photos=True), "review_with_photos"),
    ],
)
def test_each_order_has_its_index(aurora: Shop, asked: Asked, index: str) -> None:
    """A table of a few rows is read whole, so that is forbidden here: it is asked what the indexes are good for."""
    add_review(aurora, state="PUBLISHED")
    statement = f"select {hot.listing(asked)} {hot.PLACE}"
    values: dict[str, Any] = {
        "store": aurora.store.key,
        "channel": "default-channel",
        "product": LAMP,
        "after": 1,
        "groups": [5, 4],
    }
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off")
        cursor.execute(f"explain {statement}", values)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert f"using {index} on support_review" in plan


@pytest.mark.parametrize(
    ("given", "average"),
    [([5], "5.0"), ([5, 4], "4.5"), ([5, 5, 5, 4], "4.8"), ([1, 2, 2], "1.7"), ([4, 4, 4, 5], "4.3"), ([], None)],
)
def test_the_average_is_rounded_as_people_round(given: list[int], average: str | None) -> None:
    said = Summary(LAMP, {stars: given.count(stars) for stars in range(1, 6)})
    assert said.average == (Decimal(average) if average else None)


def test_what_is_short_is_left_alone() -> None:
    assert shortened("It shines. ") == "It shines. "


def test_an_answer_stands_for_the_day_in_utc() -> None:
    assert asked_anew_at(NOON) == datetime.fromisoformat("2026-11-21T00:00:00+00:00")
