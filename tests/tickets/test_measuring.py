"""Within how long people are answered, measured from what was really said."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, Conversation, ReplyTime
from saleor_support_plugin.tickets.measuring import measure
from saleor_support_plugin.tickets.models import Kind, State, Ticket

from ..desks import add_configuration
from ..shops import Shop

FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)  # 12:00 in Istanbul, where it is open from 9 to 18


def talk(shop: Shop, asked: datetime, answered: datetime | None = None, *, kind: Kind = Kind.MESSAGE) -> Conversation:
    made = conversations.begin(
        store=shop.store, channel="default-channel", language="en", email="a@b.example", name="Ada", now=asked
    )
    conversations.say(conversation=made, author=Author.SHOPPER, author_name="Ada", text="Hello?", now=asked)
    if answered:
        conversations.say(conversation=made, author=Author.STAFF, author_name="x", text="Yes", now=answered)
    values = {"number": shop.store.tickets.count() + 1, "subject": "?", "kind": kind}
    Ticket.across_stores.create(store=shop.store, conversation=made, created_at=asked, updated_at=asked, **values)
    return made


def measured(shop: Shop, now: datetime = FRIDAY + timedelta(hours=5)) -> dict[str, tuple[int | None, int]]:
    measure(shop.store, now)
    return {row.kind: (row.minutes, row.many) for row in ReplyTime.across_stores.filter(store=shop.store)}


def minutes(many: float) -> timedelta:
    return timedelta(minutes=many)


@pytest.mark.django_db
def test_four_in_five_of_the_last_week(aurora: Shop, borealis: Shop) -> None:
    add_configuration(aurora)
    for wait in range(1, 21):
        talk(aurora, FRIDAY, FRIDAY + minutes(wait))
        talk(aurora, FRIDAY - timedelta(days=8), FRIDAY - timedelta(days=7))  # too long ago
        talk(borealis, FRIDAY, FRIDAY + minutes(200))
    assert measured(aurora) == {"form": (16, 20)}


@pytest.mark.django_db
def test_a_few_answers_say_nothing(aurora: Shop) -> None:
    add_configuration(aurora)
    for wait in range(1, 20):
        talk(aurora, FRIDAY, FRIDAY + minutes(wait))
    assert measured(aurora) == {"form": (None, 19)}


@pytest.mark.django_db
def test_the_night_is_no_wait_and_a_chat_is_no_form(aurora: Shop) -> None:
    add_configuration(aurora)
    thursday_night = datetime(2026, 11, 19, 20, tzinfo=UTC)
    for _ in range(20):
        talk(aurora, thursday_night, datetime(2026, 11, 20, 6, 7, tzinfo=UTC))
        talk(aurora, FRIDAY, FRIDAY + minutes(2), kind=Kind.CHAT)
    assert measured(aurora) == {"form": (7, 20), "chat": (2, 20)}


@pytest.mark.django_db
def test_who_wrote_first_was_called_or_was_left_on_purpose_waits_for_nothing(aurora: Shop) -> None:
    add_configuration(aurora)
    for _ in range(20):
        talk(aurora, FRIDAY, FRIDAY + minutes(3))
    staff_first = talk(aurora, FRIDAY)
    staff_first.messages.update(author=Author.STAFF)
    Ticket.across_stores.filter(conversation=talk(aurora, FRIDAY)).update(kind=Kind.CALLBACK)
    Ticket.across_stores.filter(conversation=talk(aurora, FRIDAY)).update(state=State.CLOSED)
    assert measured(aurora) == {"form": (3, 20)}


@pytest.mark.django_db
def test_not_answering_does_not_make_a_shop_look_faster(aurora: Shop) -> None:
    add_configuration(aurora)
    for _ in range(20):
        talk(aurora, FRIDAY, FRIDAY + minutes(3))
        talk(aurora, FRIDAY)
    assert measured(aurora) == {"form": (5 * 60, 40)}


@pytest.mark.django_db
def test_measured_again_the_old_word_is_gone(aurora: Shop) -> None:
    add_configuration(aurora)
    for _ in range(20):
        talk(aurora, FRIDAY, FRIDAY + minutes(3))
    measured(aurora)
    assert measured(aurora, FRIDAY + timedelta(days=9)) == {}
