"""Staff read reviews and decide which are shown: by what they say, never by their stars."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.reviews.models import Review

from ..desks import add_review, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, add_order, global_id

pytestmark = pytest.mark.django_db

LIST = """query($state: ReviewState, $first: Int, $after: String) {
  reviews(state: $state, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id stars title text authorName language state rejectReason moderatedBy moderatedAt createdAt productId productName
      orderLine { productName variantName thumbnailUrl }
      order { id number lines { edges { node { productName } } } }
    } }
  }
}"""
DECISION = "{ review { state rejectReason moderatedBy moderatedAt } errors { field message code } }"
PUBLISH = f"mutation($id: ID!) {{ reviewPublish(id: $id) {DECISION} }}"
REJECT = f"mutation($id: ID!, $reason: ReviewRejectReason!) {{ reviewReject(id: $id, reason: $reason) {DECISION} }}"
REOPEN = f"mutation($id: ID!) {{ reviewReopen(id: $id) {DECISION} }}"


def staff_of(shop: Shop, **changed: Any) -> str:
    return shop.staff_token("MANAGE_ORDERS", **changed)


def own_id(review: Review) -> str:
    return global_id("Review", review.pk)


def decide(token: str, question: str, review: Review, **given: str) -> dict[str, Any]:
    answer = ask_as(token, question, id=own_id(review), **given)["data"]
    decided: dict[str, Any] = next(iter(answer.values()))
    return decided


def seen(token: str, **asked: Any) -> list[int]:
    """Return the stars of the reviews in a list: they tell them apart."""
    return [edge["node"]["stars"] for edge in ask_as(token, LIST, **asked)["data"]["reviews"]["edges"]]


def test_a_review_is_seen_with_its_purchase(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    node = ask_as(staff_of(aurora), LIST)["data"]["reviews"]["edges"][0]["node"]
    assert node["id"] == own_id(review)
    assert (node["stars"], node["title"], node["text"], node["authorName"]) == (
        4,
        "Lamp of aurora",
        "It shines.",
        "Ada Y.",
    )
    assert (node["state"], node["rejectReason"], node["moderatedBy"], node["moderatedAt"]) == ("PENDING", *[None] * 3)
    assert (node["productId"], node["productName"]) == (global_id("Product", 1), "Lamp of aurora")
    assert node["orderLine"]["productName"] == "Lamp of aurora"
    assert (node["order"]["id"], node["order"]["number"]) == (aurora.order_id, "1")


def test_a_line_that_left_its_order_takes_the_name_along_and_not_the_review(aurora: Shop, saleor: FakeSaleor) -> None:
    add_review(aurora, order_line_id="gone")
    node = ask_as(staff_of(aurora), LIST)["data"]["reviews"]["edges"][0]["node"]
    assert (node["productName"], node["orderLine"], node["stars"]) == (None, None, 4)


def test_the_newest_come_first_and_one_state_can_be_asked_for(aurora: Shop, saleor: FakeSaleor) -> None:
    for stars in (1, 2, 3):
        add_review(aurora, stars, stars=stars)
    add_review(aurora, 4, stars=4, state="PUBLISHED")
    token = staff_of(aurora)
    assert seen(token) == [4, 3, 2, 1]
    assert seen(token, state="PENDING") == [3, 2, 1]
    assert seen(token, state="PUBLISHED") == [4]
    page = ask_as(token, LIST, first=2)["data"]["reviews"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (4, True)
    assert seen(token, first=2, after=page["pageInfo"]["endCursor"]) == [2, 1]


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
            for number in range(2, 21):
                order = add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
                add_review(aurora, number, order=order, order_line_id=f"{order.saleor_id}-line")
    # Who is asking, count, reviews with their orders, lines.
    assert asked == [4, 4]


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
        decided = decide(token, question, review, **given)
        assert decided["errors"] == []
        assert (decided["review"]["state"], decided["review"]["rejectReason"]) == (state, reason)
        assert decided["review"]["moderatedBy"] == "staff@aurora.example"
        assert decided["review"]["moderatedAt"] is not None


def test_who_decided_first_stands_when_another_says_the_same(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    decided = [
        decide(staff_of(aurora, email=f"{name}@aurora.example"), PUBLISH, review)["review"] for name in ("ada", "can")
    ]
    assert decided[0] == decided[1]
    assert decided[1]["moderatedBy"] == "ada@aurora.example"


@pytest.mark.parametrize("reason", ["LOW_STARS", "", None])
def test_there_is_no_reason_but_the_public_ones(aurora: Shop, saleor: FakeSaleor, reason: str | None) -> None:
    review = add_review(aurora, stars=1)
    assert ask_as(staff_of(aurora), REJECT, id=own_id(review), reason=reason)["errors"]
    review.refresh_from_db()
    assert review.state == "PENDING"


@pytest.mark.parametrize(("state", "reason"), [("REJECTED", ""), ("PUBLISHED", "SPAM")])
def test_the_database_keeps_no_rejection_without_a_reason(aurora: Shop, state: str, reason: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        add_review(aurora, state=state, reject_reason=reason)


@pytest.mark.parametrize("question", [LIST, PUBLISH, REJECT, REOPEN], ids=lambda text: text[:30])
def test_without_manage_orders_nothing_is_seen_or_done(aurora: Shop, saleor: FakeSaleor, question: str) -> None:
    review = add_review(aurora)
    token = aurora.staff_token("MANAGE_SETTINGS", "MANAGE_PRODUCTS", "MANAGE_USERS")
    given = {"id": own_id(review), "reason": "SPAM"}
    refused = ask_as(token, question, **{name: value for name, value in given.items() if f"${name}" in question})
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
    assert not any((refused["data"] or {}).values())
    review.refresh_from_db()
    assert review.state == "PENDING"


def test_reviews_of_a_channel_they_may_not_see_are_not_there(aurora: Shop, saleor: FakeSaleor) -> None:
    review = add_review(aurora)
    saleor.channels = ["elsewhere"]
    token = staff_of(aurora)
    assert seen(token) == []
    for question, given in ((PUBLISH, {}), (REJECT, {"reason": "SPAM"}), (REOPEN, {})):
        decided = decide(token, question, review, **given)
        assert decided["review"] is None
        assert [(error["field"], error["code"]) for error in decided["errors"]] == [("id", "NOT_FOUND")]
