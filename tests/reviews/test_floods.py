"""Floods of votes and of reviews: each caller is held up at a limit, and nobody else notices."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import requests
import time_machine
from django.db import connection
from django.test import Client

from saleor_support_plugin.conversations.models import ConversationMessage, Knocking
from saleor_support_plugin.reviews import authoring, links
from saleor_support_plugin.reviews.models import Review, ReviewChange, ReviewRequest, ReviewVote
from saleor_support_plugin.reviews.voting import VOTES, VOTES_FOR_ONE
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.rules import ANSWERS

from ..desks import ORIGIN, add_configuration, add_review
from ..people.together import together
from ..service import Service
from ..shops import Shop, global_id
from .edits import mismatches
from .forms import ASKED_AT, Reader, asked
from .parcels import BUYER

LAMP = global_id("Product", 1)
FLOODER, SHOPPER = "203.0.113.7", "198.51.100.9"


@pytest.fixture
def clock() -> Iterator[None]:
    with time_machine.travel(ASKED_AT, tick=False):
        yield


def press(service: Service, shop: Shop, review: int, voter: int, address: str) -> requests.Response:
    """Vote as a page does, seen from an address on the network."""
    return requests.post(
        f"{service.url}/s/{shop.store.key}/default-channel/review-votes",
        json={"review": global_id("Review", review), "voter": f"voter-{voter:012}"},
        headers={"Origin": ORIGIN, "X-Forwarded-For": address},
        timeout=30,
    )


def read(service: Service, shop: Shop) -> requests.Response:
    return requests.get(f"{service.url}/s/{shop.store.key}/default-channel/reviews/{LAMP}", timeout=30)


def published(shop: Shop, many: int) -> list[int]:
    add_configuration(shop)
    return [add_review(shop, number, state="PUBLISHED").pk for number in range(1, many + 1)]


def test_a_flood_of_votes_ends_at_the_limit_while_others_vote_and_read(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    """Many at once, each as somebody else, over all reviews, and with an address made up in front of the true one."""
    ours, theirs = published(open_aurora, 20), published(open_borealis, 1)

    def flood(number: int) -> int:
        address = f"192.0.2.{number % 250}, {FLOODER}"
        return press(committed, open_aurora, ours[number % 20], number, address).status_code

    with ThreadPoolExecutor(9) as pool:
        flooded = [pool.submit(flood, number) for number in range(160)]
        # A shopper of the same shop, a reader of it, and somebody at another shop from the very same address.
        voted = [press(committed, open_aurora, review, 900, SHOPPER).status_code for review in ours[:5]]
        seen = [read(committed, open_aurora).status_code for _ in range(5)]
        elsewhere = press(committed, open_borealis, theirs[0], 900, FLOODER).status_code
        statuses = Counter(one.result() for one in flooded)
    assert statuses == {200: VOTES.many, 429: 160 - VOTES.many}
    assert (set(voted), set(seen), elsewhere) == ({200}, {200}, 200)
    helpful = list(Review.across_stores.filter(pk__in=ours).values_list("helpful", flat=True))
    assert sum(helpful) == ReviewVote.across_stores.filter(review__in=ours).count() == VOTES.many + len(voted)


def test_one_review_cannot_be_voted_up_from_one_address(committed: Service, open_aurora: Shop) -> None:
    """Nor from one line of IPv6, which has more addresses than there are people."""
    first, second = published(open_aurora, 2)
    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(press, committed, open_aurora, first, one, FLOODER) for one in range(30)]
        sent += [pool.submit(press, committed, open_aurora, second, one, f"2001:db8:1:2::{one:x}") for one in range(30)]
        statuses = Counter(one.result().status_code for one in sent)
    assert statuses == {200: 2 * VOTES_FOR_ONE.many, 429: 60 - 2 * VOTES_FOR_ONE.many}
    assert set(Review.across_stores.values_list("helpful", flat=True)) == {VOTES_FOR_ONE.many}
    assert press(committed, open_aurora, first, 900, SHOPPER).json() == {"ok": True, "helpful": 7}


def test_what_is_refused_leaves_nothing_behind(committed: Service, open_aurora: Shop) -> None:
    """Votes for reviews that there are not cost their limit as well, and no more rows than that."""
    published(open_aurora, 1)
    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(press, committed, open_aurora, 10**9 + one, one, FLOODER) for one in range(150)]
        statuses = Counter(one.result().status_code for one in sent)
    assert statuses == {404: VOTES.many, 429: 150 - VOTES.many}
    assert Knocking.across_stores.count() <= 1 + VOTES.many
    assert not ReviewVote.across_stores.exists()


def thanked(answer: object) -> bool:
    return getattr(answer, "status_code", 0) == 303


@pytest.mark.usefixtures("clock")
def test_one_form_sent_by_twenty_at_once_is_one_review_of_each_line(open_aurora: Shop) -> None:
    request = asked(open_aurora)
    tokens = Reader(request).tokens()
    named = {f"line_{number}": token for number, token in enumerate(tokens)}

    def send() -> int:
        status: int = Reader(request).send(stars_0="5", stars_1="2", author="Ayşe", **named).status_code
        return status

    statuses = Counter(together([send] * 20))
    assert set(statuses) <= {303, 409}
    assert statuses[303] >= 1
    assert sorted(open_aurora.store.reviews.values_list("stars", flat=True)) == [2, 5]
    assert ReviewChange.across_stores.filter(kind="WRITTEN").count() == 2
    assert Ticket.across_stores.count() == 1
    products = set(open_aurora.store.reviews.values_list("product_id", flat=True))
    assert products == {LAMP}
    assert mismatches(open_aurora.store, [LAMP]) == []


@pytest.mark.usefixtures("clock")
def test_forged_links_by_the_hundred_write_nothing_and_open_nothing(aurora: Shop) -> None:
    request = asked(aurora)
    good = links.review_link(request).rpartition("/")[2]
    before = counted()
    client, forms = Client(), {"deed": "send", "stars-0": "5", "line-0": "x"}
    answers: Counter[int] = Counter()
    for number in range(200):
        forged = good[: number % len(good)] + chr(97 + number % 26) + good[1 + number % len(good) :]
        if forged != good:
            answers[client.post(f"/r/{forged}", forms).status_code] += 1
    assert set(answers) == {404}
    assert counted() == before
    assert "stars-0" in Reader(request).open()


def counted() -> dict[str, int]:
    """Return how many rows each table of the form has."""
    models = (Review, ReviewChange, ReviewRequest, Knocking, Ticket, ConversationMessage)
    return {model.__name__: model.across_stores.count() for model in models}


@pytest.mark.usefixtures("clock")
def test_an_author_who_changes_their_review_without_end_is_held_up(aurora: Shop, borealis: Shop) -> None:
    flooding, other = (Reader(asked(shop)) for shop in (aurora, borealis))
    for reader in (flooding, other):
        assert thanked(reader.send(stars_0="5", author="Ayşe"))
    mine = aurora.store.reviews.get()
    statuses = [
        flooding.change(mine.pk, stars_0="4", text_0=f"No. {number}").status_code
        for number in range(authoring.EDITS.many + 5)
    ]
    assert statuses == [303] * authoring.EDITS.many + [429] * 5
    mine.refresh_from_db()
    assert mine.text == f"No. {authoring.EDITS.many - 1}"
    assert mine.changes.filter(kind="EDITED").count() == authoring.EDITS.many
    assert thanked(other.change(borealis.store.reviews.get().pk, stars_0="1", text_0="It broke."))
    with time_machine.travel(ASKED_AT + timedelta(hours=1, seconds=1), tick=False):
        assert thanked(flooding.change(mine.pk, stars_0="4", text_0="At last."))


@pytest.mark.usefixtures("clock")
def test_what_is_typed_and_saved_again_and_again_is_one_draft(aurora: Shop) -> None:
    reader = Reader(asked(aurora))
    named = {f"line_{number}": token for number, token in enumerate(reader.tokens())}
    before = counted()
    for number in range(30):
        assert reader.send("draft", stars_0="4", text_0=f"{number} " + "x" * 4000, **named).status_code == 204
    assert counted() == before
    with connection.cursor() as cursor:
        cursor.execute("select max(length(draft::text)) from support_reviewrequest")
        [(size,)] = cursor.fetchall()
    assert 4000 < size < 6000


@pytest.mark.usefixtures("clock")
def test_a_problem_told_without_end_is_one_ticket_of_so_many_words(aurora: Shop) -> None:
    reader = Reader(asked(aurora))
    statuses = [
        reader.send("problem", text=f"Lamp {number} is broken.").status_code for number in range(ANSWERS.many + 5)
    ]
    assert statuses == [200] * (1 + ANSWERS.many) + [429] * 4
    [ticket] = Ticket.across_stores.all()
    assert ticket.conversation.email == BUYER
    assert ticket.conversation.messages.filter(author="shopper").count() == 1 + ANSWERS.many
