"""An update from the version in which a ticket was a conversation with a state: what happened in it is known."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.tickets.models import Colleague, Ticket

from ..migrating import migrate, migrate_to_newest
from ..service import Service

Said = tuple[str, str, str]


def updated(add_tickets: Callable[[Callable[..., None]], None]) -> None:
    """Add tickets as they were then, each with its number and what was said: author, their name and the event."""
    old, now = migrate("0022_promises"), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )

        def add(number: int, *said: Said, **more: Any) -> None:
            conversation = old.get_model("support", "Conversation").across_stores.create(
                store=store, channel_slug="tr", created_at=now
            )
            for minutes, (author, name, event) in enumerate(said):
                at = now + timedelta(minutes=minutes)
                conversation.messages.create(author=author, author_name=name, event=event, at=at)
            values = {"subject": "x", "created_at": now, "updated_at": now, **more}
            old.get_model("support", "Ticket").across_stores.create(
                store=store, conversation=conversation, number=number, **values
            )

        add_tickets(add)
    finally:
        migrate_to_newest()
        connection.close()


@pytest.mark.slow
def test_who_was_answered_before_is_not_answered_for_a_first_time_again(committed: Service) -> None:
    def tickets(add: Callable[..., None]) -> None:
        shopper, staff = ("shopper", "", ""), ("staff", "can@a.example", "")
        add(1, shopper, staff, shopper, staff)
        add(2, shopper)
        add(3)

    updated(tickets)
    answered, *others = Ticket.across_stores.order_by("number")
    first = answered.conversation.messages.get(seq=2)
    assert (answered.first_replied_at, first.author, answered.conversation.last_seq) == (first.at, "staff", 4)
    assert [one.first_replied_at for one in others] == [None, None]


@pytest.mark.slow
def test_that_tickets_from_before_were_opened_again_is_known(committed: Service) -> None:
    def tickets(add: Callable[..., None]) -> None:
        reopened = ("system", "", "reopened")
        add(1, ("system", "", "order_not_found"), ("shopper", "", ""), reopened, reopened)
        add(2, ("shopper", "", ""))
        add(3)

    updated(tickets)
    assert list(Ticket.across_stores.order_by("number").values_list("reopened", flat=True)) == [2, 0, 0]


@pytest.mark.slow
def test_who_answered_or_had_a_ticket_before_can_be_given_one(committed: Service) -> None:
    def tickets(add: Callable[..., None]) -> None:
        add(1, ("shopper", "x@shopper.example", ""), ("staff", "can@a.example", ""), assigned_email="ayse@a.example")
        add(2, ("staff", "Ayse@a.example", ""))

    updated(tickets)
    known = sorted(one.email.lower() for one in Colleague.across_stores.all())
    assert known == ["ayse@a.example", "can@a.example"]
