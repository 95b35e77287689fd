"""Somebody finds a review helpful: once each, and nobody by the thousand."""

import threading
from typing import Any

import pytest
import requests
from django.db import connection

from saleor_support_plugin.reviews import voting
from saleor_support_plugin.reviews.models import Review, ReviewVote
from saleor_support_plugin.reviews.voting import NoReview, Vote, VoteWrong
from saleor_support_plugin.tickets.actions import TooOften

from ..desks import ORIGIN, add_configuration, add_review
from ..service import Service
from ..shops import NOON, Shop, global_id

VOTER = "a1b2c3d4e5f6a7b8"
HERE = "203.0.113.7"


def vote(shop: Shop, review: Review, voter: str = VOTER, *, helpful: bool = True, address: str = HERE) -> int:
    return voting.vote(store=shop.store, vote=Vote(review.pk, voter, helpful), address=address, now=NOON)


def count(review: Review) -> tuple[int, int]:
    review.refresh_from_db()
    return review.helpful, review.votes.count()


def test_one_person_is_one_vote_which_they_can_take_back(aurora: Shop) -> None:
    review = add_review(aurora, state="PUBLISHED")
    assert [vote(aurora, review), vote(aurora, review), vote(aurora, review, "b" * 16)] == [1, 1, 2]
    assert count(review) == (2, 2)
    assert [vote(aurora, review, helpful=False), vote(aurora, review, helpful=False)] == [1, 1]
    assert count(review) == (1, 1)


def test_who_voted_is_not_kept(aurora: Shop, borealis: Shop) -> None:
    for shop in (aurora, borealis):
        vote(shop, add_review(shop, state="PUBLISHED"))
    kept = list(ReviewVote.across_stores.values_list("voter", flat=True))
    assert len(set(kept)) == 2
    assert not any(VOTER in one or HERE in one for one in kept)


@pytest.mark.parametrize("state", ["PENDING", "WITHDRAWN"])
def test_only_what_everybody_reads_is_voted_for(aurora: Shop, borealis: Shop, state: str) -> None:
    for review in (add_review(aurora, state=state), add_review(borealis, state="PUBLISHED")):
        with pytest.raises(NoReview):
            vote(aurora, review)
        assert count(review) == (0, 0)


def test_a_flood_from_one_address_ends_and_others_go_on(aurora: Shop) -> None:
    reviews = [add_review(aurora, number, state="PUBLISHED") for number in range(1, 13)]
    for number in range(6):
        vote(aurora, reviews[0], f"voter-{number:012}")
    with pytest.raises(TooOften):
        vote(aurora, reviews[0], "voter-of-too-many")
    assert vote(aurora, reviews[0], "voter-from-elsewhere", address="198.51.100.9") == 7
    for number in range(53):
        vote(aurora, reviews[1 + number % 11], f"voter-{number:012}")
    with pytest.raises(TooOften):
        vote(aurora, reviews[11], "voter-of-too-many")
    assert vote(aurora, reviews[11], "voter-from-elsewhere", address="198.51.100.9") == count(reviews[11])[0]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("review", {"voter": VOTER}),
        ("review", {"review": global_id("Ticket", 1), "voter": VOTER}),
        ("review", {"review": 1, "voter": VOTER}),
        ("voter", {"review": global_id("Review", 1)}),
        ("voter", {"review": global_id("Review", 1), "voter": "short"}),
        ("voter", {"review": global_id("Review", 1), "voter": "ş" * 20}),
        ("helpful", {"review": global_id("Review", 1), "voter": VOTER, "helpful": 1}),
    ],
)
def test_what_is_no_vote_says_where(field: str, given: dict[str, Any]) -> None:
    with pytest.raises(VoteWrong) as wrong:
        voting.read(given)
    assert wrong.value.field == field


def test_votes_at_the_same_instant_are_all_counted(committed: Service, open_aurora: Shop) -> None:
    review = add_review(open_aurora, state="PUBLISHED")

    def press(number: int) -> None:
        for voter in (f"voter-{number:012}", f"voter-{number // 2:012}"):
            vote(open_aurora, review, voter, address=f"198.51.{number}.9")
        connection.close()

    pressing = [threading.Thread(target=press, args=(number,)) for number in range(16)]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join()
    assert count(review) == (16, 16)


def post(service: Service, shop: Shop, body: dict[str, Any], origin: str = ORIGIN) -> requests.Response:
    address = f"{service.url}/s/{shop.store.key}/default-channel/review-votes"
    return requests.post(address, json=body, headers={"Origin": origin}, timeout=20)


def test_a_page_votes(committed: Service, open_aurora: Shop) -> None:
    add_configuration(open_aurora)
    review = add_review(open_aurora, state="PUBLISHED")
    body = {"review": global_id("Review", review.pk), "voter": VOTER}
    answer = post(committed, open_aurora, body)
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "helpful": 1})
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert post(committed, open_aurora, body | {"helpful": False}).json() == {"ok": True, "helpful": 0}
    refused = post(committed, open_aurora, body, origin="https://elsewhere.example")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "ORIGIN_NOT_ALLOWED")
    gone = post(committed, open_aurora, body | {"review": global_id("Review", review.pk + 1)})
    assert (gone.status_code, gone.json()["error"]["code"]) == (404, "NOT_FOUND")
    wrong = post(committed, open_aurora, body | {"voter": ""})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "voter")
    for number in range(7):
        answer = post(committed, open_aurora, body | {"voter": f"voter-{number:012}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "LIMITED")
