"""Two stars or less open a ticket for somebody to help, and are published like any other."""

from datetime import UTC, datetime
from typing import Any

import pytest

from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.reviews import moderating, tickets_from
from saleor_support_plugin.reviews.models import Review
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets.models import State, Ticket

from ..desks import add_configuration, add_review
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db


def follow(*reviews: Review) -> Ticket | None:
    return tickets_from.follow(reviews=reviews, now=NOON)


def staff_of(shop: Shop) -> Staff:
    return Staff(shop.store, "1", "ada@aurora.example", frozenset({"MANAGE_ORDERS"}), (), None)


def said_in(ticket: Ticket) -> list[str]:
    return list(ticket.conversation.messages.exclude(author="system").values_list("text", flat=True))


@pytest.mark.parametrize(("stars", "is_followed"), [(1, True), (2, True), (3, False), (5, False)])
def test_who_was_unhappy_is_followed_up(aurora: Shop, stars: int, is_followed: bool) -> None:
    add_configuration(aurora, review_owner="Quality")
    review = add_review(aurora, stars=stars, text="It flickers.")
    ticket = follow(review)
    assert (ticket is not None) is is_followed
    review.refresh_from_db()
    assert review.ticket == ticket
    if ticket is None:
        assert not Ticket.across_stores.exists()
        return
    ticket.refresh_from_db()
    assert (ticket.order, ticket.department, ticket.state) == (review.order, "Quality", State.OPEN)
    assert ticket.subject == "Lamp of aurora değerlendirmeniz"
    assert said_in(ticket) == [f"Lamp of aurora: 5 üzerinden {stars} yıldız\n\nLamp of aurora\n\nIt flickers."]
    assert ticket.conversation.email == "shopper@aurora.example"
    # The shopper asked nothing, so that nothing is mailed.
    assert not Message.across_stores.exists()
    assert review.changes.get().kind == "TICKET_OPENED"


@pytest.mark.parametrize(
    ("settings", "due_at"),
    [
        # NOON is a Friday, 15:00 in Istanbul: a day later it is Saturday, and Monday's 9:00 is 6:00 in UTC.
        ({}, datetime(2026, 11, 23, 6, tzinfo=UTC)),
        ({"week": [[] for _ in range(7)]}, datetime(2026, 11, 21, 12, tzinfo=UTC)),
    ],
)
def test_it_is_due_a_day_later_within_the_shops_hours(aurora: Shop, settings: dict[str, Any], due_at: datetime) -> None:
    add_configuration(aurora, **settings)
    ticket = follow(add_review(aurora, stars=1))
    assert ticket is not None
    assert ticket.due_at == due_at


def test_an_order_has_one_ticket_while_that_is_open(aurora: Shop) -> None:
    first = follow(add_review(aurora, 1, stars=1), add_review(aurora, 2, stars=2, title="Chair"))
    assert first is not None
    assert len(said_in(first)) == 2
    assert follow(*Review.across_stores.all()) is None  # what has a ticket is not said again
    Ticket.across_stores.update(state=State.CLOSED)
    second = follow(add_review(aurora, 3, stars=1))
    assert second is not None
    assert second != first


def test_what_a_bad_review_says_is_followed_in_any_words(aurora: Shop) -> None:
    add_configuration(aurora, blocked_words=["nettle"])
    for number in (1, 2):
        ticket = follow(add_review(aurora, number, stars=1, text="You nettle!"))
    assert ticket is not None
    assert [one.card for one in ticket.conversation.messages.all()] == [{"kind": "words"}] * 2
    assert {one.channel for one in ticket.conversation.messages.all()} == {"REVIEW"}


def test_a_bad_review_is_published_like_any_other(aurora: Shop) -> None:
    review = add_review(aurora, stars=1)
    follow(review)
    [published] = moderating.publish(staff=staff_of(aurora), review_ids=[review.pk], now=NOON)
    assert (published.state, published.ticket) == ("PUBLISHED", Ticket.across_stores.get())
    assert aurora.store.review_summaries.get().stars1 == 1


def test_an_imported_review_opens_nothing(aurora: Shop) -> None:
    assert follow(add_review(aurora, stars=1, order=None, order_line_id="", origin="IMPORT")) is None
