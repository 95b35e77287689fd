"""Staff read reviews and decide which are shown: by what they say, never by their stars."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.reviews import asking_author
from saleor_support_plugin.reviews.models import Review, ReviewRequest, ReviewSummary
from saleor_support_plugin.stores.configuration import Configuration

from ..desks import add_photo, add_review, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order, global_id

pytestmark = pytest.mark.django_db

LIST = """query($filter: ReviewFilter, $first: Int, $after: String) {
  reviews(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id origin stars title text authorName language channel state rejectReason signals moderatedBy moderatedAt
      reply repliedBy quote helpful wasAsked canAsk ticketId ticketNumber createdAt productId productName variantName
      answers { question answer }
      orderLine { productName variantName thumbnailUrl }
      order { id number lines { edges { node { productName } } } }
      photos { id url isHidden mayBeUsed }
      changes { kind by before { name value } }
    } }
  }
}"""
DECISION = "{ reviews { id state rejectReason moderatedBy moderatedAt } errors { field message code } }"
PUBLISH = f"mutation($ids: [ID!]!) {{ reviewsPublish(ids: $ids) {DECISION} }}"
REJECT = (
    f"mutation($ids: [ID!]!, $reason: ReviewRejectReason!) {{ reviewsReject(ids: $ids, reason: $reason) {DECISION} }}"
)
REOPEN = f"mutation($ids: [ID!]!) {{ reviewsReopen(ids: $ids) {DECISION} }}"
ONE = "{ review { state reply repliedBy quote wasAsked photos { isHidden } } errors { field code } }"
REPLY = f"mutation($id: ID!, $text: String!) {{ reviewReply(id: $id, text: $text) {ONE} }}"
ASK = f"mutation($id: ID!, $text: String!) {{ reviewAskAuthor(id: $id, text: $text) {ONE} }}"
FEATURE = f"mutation($id: ID!, $quote: String!) {{ reviewFeature(id: $id, quote: $quote) {ONE} }}"
HIDE = f"mutation($id: ID!, $isHidden: Boolean!) {{ reviewPhotoHide(id: $id, isHidden: $isHidden) {ONE} }}"
LAMP = global_id("Product", 1)


def staff_of(shop: Shop, **changed: Any) -> str:
    return shop.staff_token("MANAGE_ORDERS", **changed)


def own_id(review: Review) -> str:
    return global_id("Review", review.pk)


def decide(token: str, question: str, *reviews: Review, **given: str) -> dict[str, Any]:
    answer = ask_as(token, question, ids=[own_id(one) for one in reviews], **given)["data"]
    decided: dict[str, Any] = next(iter(answer.values()))
    return decided


def change(token: str, question: str, review: Review, **given: Any) -> dict[str, Any]:
    changed: dict[str, Any] = next(iter(ask_as(token, question, id=own_id(review), **given)["data"].values()))
    return changed


def nodes(token: str, **asked: Any) -> list[dict[str, Any]]:
    page = {name: asked.pop(name) for name in ("first", "after") if name in asked}
    edges = ask_as(token, LIST, filter=asked, **page)["data"]["reviews"]["edges"]
    return [edge["node"] for edge in edges]


def seen(token: str, **asked: Any) -> list[int]:
    """Return the stars of the reviews in a list: they tell them apart."""
    return [node["stars"] for node in nodes(token, **asked)]


def timeline(review: Review) -> list[str]:
    return list(review.changes.order_by("pk").values_list("kind", flat=True))


def test_a_review_is_seen_with_its_purchase(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora, variant_name="Red")
    add_photo(review)
    [node] = nodes(staff_of(aurora))
    assert node["id"] == own_id(review)
    assert (node["stars"], node["title"], node["text"], node["authorName"]) == (
        4,
        "Lamp of aurora",
        "It shines.",
        "Ada Y.",
    )
    assert (node["state"], node["rejectReason"], node["moderatedBy"], node["moderatedAt"]) == ("PENDING", *[None] * 3)
    assert (node["productId"], node["productName"], node["variantName"]) == (LAMP, "Lamp of aurora", "Red")
    assert node["orderLine"]["productName"] == "Lamp of aurora"
    assert (node["order"]["id"], node["order"]["number"]) == (aurora.order_id, "1")
    assert node["photos"][0]["url"].endswith(f"/f/photo-{review.pk}-0/1600.webp")


def test_a_line_that_left_its_order_leaves_the_name_that_the_shop_has(aurora: Shop, saleor: FakeSaleor) -> None:
    add_review(aurora, order_line_id="gone")
    [node] = nodes(staff_of(aurora))
    assert (node["productName"], node["orderLine"]) == ("Lamp of aurora", None)
    aurora.store.variants.all().delete()
    assert nodes(staff_of(aurora))[0]["productName"] is None


def test_an_imported_review_has_no_order_and_is_seen_in_every_channel(aurora: Shop, saleor: FakeSaleor) -> None:
    add_review(aurora, order=None, order_line_id="", channel_slug="", origin="IMPORT", external_id="j-1")
    saleor.channels = ["elsewhere"]
    [node] = nodes(staff_of(aurora))
    assert (node["origin"], node["order"], node["channel"], node["canAsk"]) == ("IMPORT", None, None, False)
    assert node["productName"] == "Lamp of aurora"


def test_what_worries_comes_first_and_then_what_has_waited_longest(aurora: Shop, saleor: FakeSaleor) -> None:
    for stars in (1, 2, 3):
        add_review(aurora, stars, stars=stars)
    add_review(aurora, 5, stars=5, concern=4, signals=["LINK"])
    add_review(aurora, 4, stars=4, state="PUBLISHED")
    token = staff_of(aurora)
    assert seen(token, state="PENDING") == [5, 1, 2, 3]
    assert seen(token) == [5, 4, 3, 2, 1]
    page = ask_as(token, LIST, first=2)["data"]["reviews"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (5, True)
    assert seen(token, first=2, after=page["pageInfo"]["endCursor"]) == [3, 2]


@pytest.mark.parametrize(
    ("asked", "stars"),
    [
        ({"state": "PUBLISHED"}, [4]),
        ({"stars": [1, 2]}, [2, 1]),
        ({"productId": "other"}, [2]),
        ({"language": "en"}, [3]),
        ({"signal": "PHONE"}, [1]),
        ({"withPhotos": True}, [3]),
        ({"unanswered": True}, [3, 2, 1]),
        ({"unanswered": True, "stars": [3, 4]}, [3]),
    ],
)
def test_each_filter_lets_through_what_it_says(
    aurora: Shop, saleor: FakeSaleor, asked: dict[str, Any], stars: list[int]
) -> None:
    changed: list[dict[str, Any]] = [
        {"signals": ["PHONE"]},
        {"product_id": "other"},
        {"language": "en", "has_photos": True},
        {"state": "PUBLISHED", "reply": "Thanks"},
    ]
    for number, values in enumerate(changed, 1):
        add_review(aurora, number, stars=number, **values)
    assert seen(staff_of(aurora), **asked) == stars


def test_the_languages_to_choose_from_are_those_that_were_written(aurora: Shop, saleor: FakeSaleor) -> None:
    for number, language in enumerate(["tr", "de", "tr"], 1):
        add_review(aurora, number, language=language)
    assert ask_as(staff_of(aurora), "{ reviewLanguages }")["data"]["reviewLanguages"] == ["de", "tr"]


def test_a_list_asks_as_much_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    add_review(aurora)
    token = staff_of(aurora)
    ask_as(token, LIST)
    asked = []
    for more in range(2):
        with CaptureQueriesContext(connection) as counted:
            assert ask_as(token, LIST)["data"]["reviews"]["totalCount"] == (20 if more else 1)
        asked.append(len(counted))
        if not more:
            Review.across_stores.update(ticket=add_ticket(aurora))
            for number in range(2, 21):
                order = add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
                add_photo(add_review(aurora, number, order=order, order_line_id=f"{order.saleor_id}-line"))
    # Who is asking, count, reviews with order and ticket, lines, products' names, photos, changes, and settings.
    assert asked == [8, 8]


@pytest.mark.parametrize("stars", [1, 5])
def test_staff_publish_reject_and_take_it_back_whatever_its_stars(aurora: Shop, saleor: FakeSaleor, stars: int) -> None:
    review = add_review(aurora, stars=stars)
    token = staff_of(aurora)
    for question, given, state, reason in (
        (PUBLISH, {}, "PUBLISHED", None),
        (REJECT, {"reason": "SPAM"}, "REJECTED", "SPAM"),
        (REJECT, {"reason": "OFFENSIVE"}, "REJECTED", "OFFENSIVE"),
        (PUBLISH, {}, "PUBLISHED", None),
        (REOPEN, {}, "PENDING", None),
    ):
        answer = decide(token, question, review, **given)
        assert answer["errors"] == []
        [decided] = answer["reviews"]
        assert (decided["state"], decided["rejectReason"]) == (state, reason)
        assert decided["moderatedBy"] == "staff@aurora.example"
        assert decided["moderatedAt"] is not None
    assert timeline(review) == ["PUBLISHED", "REJECTED", "REJECTED", "PUBLISHED", "REOPENED"]
    assert review.changes.order_by("pk")[2].before == {"state": "REJECTED", "reject_reason": "SPAM"}


def test_a_batch_is_decided_about_at_once_and_counted(aurora: Shop, saleor: FakeSaleor) -> None:
    reviews = [add_review(aurora, number, stars=number) for number in (1, 2, 3)]
    token = staff_of(aurora)
    assert len(decide(token, PUBLISH, *reviews)["reviews"]) == 3
    summary = ReviewSummary.across_stores.get(store=aurora.store, product_id=LAMP)
    assert (summary.count, summary.total, summary.rejected) == (3, 6, {})
    decide(token, REJECT, *reviews[:2], reason="SPAM")
    summary.refresh_from_db()
    assert (summary.count, summary.total, summary.rejected) == (1, 3, {"SPAM": 2})
    decide(token, REOPEN, *reviews)
    summary.refresh_from_db()
    assert (summary.count, summary.rejected) == (0, {})


@pytest.mark.parametrize("wrong", ["missing", "WITHDRAWN", "another's"])
def test_of_a_batch_all_is_done_or_nothing(aurora: Shop, borealis: Shop, saleor: FakeSaleor, wrong: str) -> None:
    good = add_review(aurora)
    bad = add_review(borealis if wrong == "another's" else aurora, 2, state="WITHDRAWN")
    if wrong == "missing":
        bad.delete()
        bad.pk = 10**9
    answer = decide(staff_of(aurora), PUBLISH, good, bad)
    code = "WITHDRAWN" if wrong == "WITHDRAWN" else "NOT_FOUND"
    assert (answer["reviews"], [(one["field"], one["code"]) for one in answer["errors"]]) == ([], [("ids", code)])
    good.refresh_from_db()
    assert (good.state, timeline(good)) == ("PENDING", [])


def test_a_batch_has_an_end(aurora: Shop, saleor: FakeSaleor) -> None:
    answer = ask_as(staff_of(aurora), PUBLISH, ids=[global_id("Review", pk) for pk in range(101)])["data"]
    assert answer["reviewsPublish"]["errors"][0]["code"] == "TOO_MANY"


def test_a_batch_asks_the_database_as_much_for_forty_as_for_two(aurora: Shop, saleor: FakeSaleor) -> None:
    reviews = [add_review(aurora, number) for number in range(2, 44)]
    token = staff_of(aurora)
    asked = []
    for some in (reviews[:2], reviews[2:]):
        with CaptureQueriesContext(connection) as counted:
            assert decide(token, PUBLISH, *some)["errors"] == []
        asked.append(len(counted))
    assert asked[0] == asked[1]


def test_who_decided_first_stands_when_another_says_the_same(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    decided = [
        decide(staff_of(aurora, email=f"{name}@aurora.example"), PUBLISH, review)["reviews"] for name in ("ada", "can")
    ]
    assert decided[0] == decided[1]
    assert decided[1][0]["moderatedBy"] == "ada@aurora.example"
    assert timeline(review) == ["PUBLISHED"]


@pytest.mark.parametrize("reason", ["LOW_STARS", "", None])
def test_there_is_no_reason_but_the_public_ones(aurora: Shop, saleor: FakeSaleor, reason: str | None) -> None:
    review = add_review(aurora, stars=1)
    assert ask_as(staff_of(aurora), REJECT, ids=[own_id(review)], reason=reason)["errors"]
    review.refresh_from_db()
    assert review.state == "PENDING"


def test_nothing_publishes_by_stars() -> None:
    """Neither a mutation nor a setting knows of them: what is shown is chosen review by review."""
    mutations = staff_schema.schema.graphql_schema.mutation_type.fields
    deciding = {name: one for name, one in mutations.items() if name.startswith("review")}
    assert {"reviewsPublish", "reviewsReject", "reviewsReopen"} <= set(deciding)
    for name in ("reviewsPublish", "reviewsReopen"):
        assert set(deciding[name].args) == {"ids"}
    assert set(deciding["reviewsReject"].args) == {"ids", "reason"}
    inputs = [argument for one in deciding.values() for argument in one.args]
    settings = [name for name in Configuration.__dataclass_fields__ if name.startswith("review")]
    assert [name for name in (*inputs, *settings) if "star" in name.lower() or "rating" in name.lower()] == []


@pytest.mark.parametrize(("state", "reason"), [("REJECTED", ""), ("PUBLISHED", "SPAM")])
def test_the_database_keeps_no_rejection_without_a_reason(aurora: Shop, state: str, reason: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        add_review(aurora, state=state, reject_reason=reason)


@pytest.mark.parametrize("question", [LIST, PUBLISH, REJECT, REOPEN, REPLY, ASK, FEATURE, HIDE], ids=lambda q: q[:40])
def test_without_manage_orders_nothing_is_seen_or_done(aurora: Shop, saleor: FakeSaleor, question: str) -> None:
    review = add_review(aurora)
    token = aurora.staff_token("MANAGE_SETTINGS", "MANAGE_PRODUCTS", "MANAGE_USERS")
    given = {
        "ids": [own_id(review)],
        "id": own_id(review),
        "reason": "SPAM",
        "text": "No",
        "quote": "It shines.",
        "isHidden": True,
    }
    refused = ask_as(token, question, **{name: value for name, value in given.items() if f"${name}:" in question})
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
    assert not any((refused["data"] or {}).values())
    assert timeline(review) == []


def test_reviews_of_a_channel_they_may_not_see_are_not_there(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    photo = global_id("ReviewPhoto", add_photo(review).pk)
    saleor.channels = ["elsewhere"]
    token = staff_of(aurora)
    assert seen(token) == []
    for question, given in ((PUBLISH, {}), (REJECT, {"reason": "SPAM"}), (REOPEN, {})):
        answer = decide(token, question, review, **given)
        assert (answer["reviews"], answer["errors"][0]["code"]) == ([], "NOT_FOUND")
    for question, changed in ((REPLY, {"text": "a"}), (ASK, {"text": "a"}), (FEATURE, {"quote": "It shines."})):
        assert change(token, question, review, **changed)["errors"] == [{"field": "id", "code": "NOT_FOUND"}]
    assert ask_as(token, HIDE, id=photo, isHidden=True)["data"]["reviewPhotoHide"]["errors"][0]["code"] == "NOT_FOUND"


def test_the_shop_answers_in_public_and_what_it_said_before_is_kept(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    token = staff_of(aurora)
    for text in ("Thank you!", "Thank you!", "Thank you, Ada!", " "):
        assert change(token, REPLY, review, text=text)["errors"] == []
    assert timeline(review) == ["REPLIED", "REPLY_EDITED", "REPLY_REMOVED"]
    assert [one.before.get("reply") for one in review.changes.order_by("pk")] == [None, "Thank you!", "Thank you, Ada!"]
    review.refresh_from_db()
    assert (review.reply, review.replied_by, review.replied_at) == ("", "", None)
    assert change(token, REPLY, review, text="a" * 2001)["errors"] == [{"field": "text", "code": "TOO_LONG"}]


def test_its_author_is_asked_once_with_the_way_back(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    ReviewRequest.across_stores.create(
        store=aurora.store, order=aurora.store.orders.get(), expires_at=NOON + timedelta(days=9999)
    )
    token = staff_of(aurora)
    assert change(token, ASK, review, text="Which colour did you expect?")["review"]["wasAsked"] is True
    message = Message.across_stores.get()
    assert (message.kind, message.address) == ("review_author_asked", "shopper@aurora.example")
    assert message.subject == "Lamp of aurora değerlendirmenizle ilgili bir soru"
    assert "Which colour did you expect?" in message.text
    assert "/r/" in message.text
    assert change(token, ASK, review, text="And why?")["errors"] == [{"field": "id", "code": "ALREADY_ASKED"}]
    assert Message.across_stores.count() == 1
    assert timeline(review) == ["ASKED_AUTHOR"]
    assert not hasattr(asking_author.still_right(message, NOON), "reason")
    Review.across_stores.update(state="WITHDRAWN")
    assert getattr(asking_author.still_right(message, NOON), "reason", None) == "the review is gone"


def test_who_left_no_address_is_not_asked(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    aurora.store.orders.update(customer_email="")
    assert change(staff_of(aurora), ASK, review, text="Why?")["errors"] == [{"field": "id", "code": "NO_EMAIL"}]


def test_one_sentence_of_a_product_is_featured_word_for_word(aurora: Shop, saleor: FakeSaleor) -> None:
    first = add_review(aurora, 1, state="PUBLISHED", text="It shines.\nAll day long.")
    second = add_review(aurora, 2, state="PUBLISHED", title="Brilliant")
    token = staff_of(aurora)
    assert change(token, FEATURE, first, quote="It shines. All day")["review"]["quote"] == "It shines. All day"
    assert change(token, FEATURE, first, quote="It shines all day")["errors"] == [
        {"field": "quote", "code": "NOT_THEIR_WORDS"}
    ]
    assert change(token, FEATURE, second, quote="Brilliant")["errors"] == []
    first.refresh_from_db()
    assert (first.quote, first.featured_at) == ("", None)
    assert timeline(first) == ["FEATURED", "NOT_FEATURED"]
    assert change(token, FEATURE, second, quote="")["review"]["quote"] is None


def test_only_what_everybody_may_read_is_featured(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    refused = change(staff_of(aurora), FEATURE, review, quote="It shines.")
    assert refused["errors"] == [{"field": "id", "code": "NOT_PUBLISHED"}]


def test_a_quote_goes_when_its_author_wrote_something_else(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora, state="PUBLISHED")
    token = staff_of(aurora)
    change(token, FEATURE, review, quote="It shines.")
    Review.across_stores.update(state="PENDING", text="It flickers.")
    decide(token, PUBLISH, review)
    review.refresh_from_db()
    assert (review.state, review.quote, review.featured_at) == ("PUBLISHED", "", None)


def test_a_photo_is_hidden_and_shown_while_the_words_stand(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora, state="PUBLISHED", has_photos=True)
    photo = global_id("ReviewPhoto", add_photo(review).pk)
    token = staff_of(aurora)
    for is_hidden in (True, True, False):
        answer = ask_as(token, HIDE, id=photo, isHidden=is_hidden)["data"]["reviewPhotoHide"]
        assert answer["review"]["photos"] == [{"isHidden": is_hidden}]
        review.refresh_from_db()
        assert (review.state, review.has_photos) == ("PUBLISHED", not is_hidden)
    assert timeline(review) == ["PHOTO_HIDDEN", "PHOTO_SHOWN"]
