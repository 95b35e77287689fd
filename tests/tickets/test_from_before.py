"""An update from the version with one due time: who waits still has it, who was answered waits no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.tickets import clocking
from saleor_support_plugin.tickets.models import Colleague, Ticket

from ..migrating import migrate, migrate_to_newest
from ..service import Service


@pytest.mark.slow
def test_due_times_from_before_are_those_of_first_replies(committed: Service) -> None:
    old, now = migrate("0032_staff_alerts"), timezone.now()
    due = now - timedelta(minutes=5)
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )

        def add(number: int, state: str, due_at: Any, *, is_answered: bool) -> None:
            conversation = old.get_model("support", "Conversation").across_stores.create(
                store=store, channel_slug="tr", created_at=now - timedelta(hours=1)
            )
            if is_answered:
                conversation.messages.create(seq=1, author="staff", text="Sorry!", at=now)
            values = {"state": state, "due_at": due_at, "subject": "x", "created_at": now - timedelta(hours=1)}
            old.get_model("support", "Ticket").across_stores.create(
                store=store, conversation=conversation, number=number, updated_at=now, **values
            )

        add(1, "OPEN", due, is_answered=False)
        add(2, "OPEN", due, is_answered=True)
        add(3, "CLOSED", due, is_answered=False)
        add(4, "OPEN", None, is_answered=False)
    finally:
        migrate_to_newest()
        connection.close()
    waiting, *others = Ticket.across_stores.order_by("number")
    assert (waiting.due_at, waiting.first_reply_due_at, waiting.clock_kind) == (due, due, "FIRST_REPLY")
    assert [(one.due_at, one.first_reply_due_at, one.clock_kind) for one in others] == [(None, None, "")] * 3
    assert [one.first_replied_at is not None for one in others] == [True, False, False]
    assert clocking.mark_due(now=now) == 1
    assert waiting.conversation.messages.get(event="clock_breached").text == "FIRST_REPLY"


@pytest.mark.slow
def test_how_tickets_from_before_began_and_that_they_were_opened_again_is_known(committed: Service) -> None:
    old, now = migrate("0040_article_help"), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )

        def add(number: int, *said: tuple[str, str, str]) -> None:
            conversation = old.get_model("support", "Conversation").across_stores.create(
                store=store, channel_slug="tr", created_at=now
            )
            for seq, (author, event, channel) in enumerate(said, 1):
                conversation.messages.create(seq=seq, author=author, event=event, channel=channel, at=now)
            values = {"subject": "x", "created_at": now, "updated_at": now}
            old.get_model("support", "Ticket").across_stores.create(
                store=store, conversation=conversation, number=number, **values
            )

        reopened = ("system", "reopened", "")
        add(1, ("system", "order_not_found", ""), ("shopper", "", "FORM"), ("staff", "", "MAIL"), reopened, reopened)
        add(2, ("shopper", "", ""))
        add(3)
    finally:
        migrate_to_newest()
        connection.close()
    found = Ticket.across_stores.order_by("number").values_list("medium", "reopened")
    assert list(found) == [("FORM", 2), ("", 0), ("", 0)]


@pytest.mark.slow
def test_who_answered_had_a_ticket_or_a_seat_before_can_be_given_one(committed: Service) -> None:
    old, now = migrate("0037_order_notes"), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )
        conversation = old.get_model("support", "Conversation").across_stores.create(
            store=store, channel_slug="tr", created_at=now
        )
        conversation.messages.create(seq=1, author="shopper", author_name="x@shopper.example", text="Hi", at=now)
        conversation.messages.create(seq=2, author="staff", author_name="can@a.example", text="Hello", at=now)
        values = {"subject": "x", "created_at": now, "updated_at": now, "assigned_email": "ayse@a.example"}
        old.get_model("support", "Ticket").across_stores.create(
            store=store, conversation=conversation, number=1, **values
        )
        seat = {"store": store, "state_at": now, "seen_at": now}
        for user_id, email in (("1", "Ayse@a.example"), ("2", "zoe@a.example")):
            old.get_model("support", "Seat").across_stores.create(user_id=user_id, email=email, **seat)
    finally:
        migrate_to_newest()
        connection.close()
    known = sorted(one.email.lower() for one in Colleague.across_stores.all())
    assert known == ["ayse@a.example", "can@a.example", "zoe@a.example"]
