"""What staff see of what went out and what did not, and the switch that holds everything back."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.ids import own_id
from saleor_support_plugin.outbox import queries, sending
from saleor_support_plugin.people import actions as people
from saleor_support_plugin.people.models import Source, Suppressing
from saleor_support_plugin.stores.callers import Staff

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop
from .messages import TO, later, put, somebody

LIST = """query($state: ContactState, $purpose: MessagePurpose, $medium: MessageMedium, $reason: ContactReason,
                $person: ID, $search: String, $first: Int) {
    contacts(state: $state, purpose: $purpose, medium: $medium, reason: $reason, person: $person, search: $search,
             first: $first) {
        totalCount edges { node { kind state reason said basis address subject dueAt
                                  person { id keys { value } consents { isGiven } } } } } }"""


@pytest.fixture
def desk(aurora: Shop, saleor: FakeSaleor, folder: Any) -> str:
    """Three messages: one that went out, one that waits, one that may not go. Returns a token to ask with."""
    put(aurora, key="sent", subject="The answer")
    sending.deliver_due(now=NOON)
    put(aurora, kind="cart_reminder", key="waits", now=later(hours=10))
    stranger = people.person_at(store=aurora.store, email="else@shopper.dev", country="TR", now=NOON)
    put(aurora, kind="cart_reminder", key="no", to="else@shopper.dev", person=stranger, now=later(hours=11))
    return aurora.staff_token("MANAGE_ORDERS", "MANAGE_SETTINGS")


def listed(token: str, **only: Any) -> list[dict[str, Any]]:
    answer = ask_as(token, LIST, **only)
    assert "errors" not in answer, answer
    return [edge["node"] for edge in answer["data"]["contacts"]["edges"]]


@pytest.mark.django_db
def test_the_newest_first_each_with_its_reason(desk: str) -> None:
    seen = [(one["state"], one["reason"], one["basis"], one["dueAt"] is not None) for one in listed(desk)]
    assert seen == [
        ("WITHHELD", "NO_BASIS", None, False),
        ("WAITING", "QUIET_HOURS", None, True),
        ("SENT", None, "CONTRACT", False),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("only", "addresses"),
    [
        ({"state": "WAITING"}, [TO]),
        ({"state": "SENDING"}, []),
        ({"purpose": "COMMERCIAL"}, ["else@shopper.dev", TO]),
        ({"purpose": "SERVICE"}, []),
        ({"medium": "SMS"}, []),
        ({"medium": "EMAIL", "reason": "NO_BASIS"}, ["else@shopper.dev"]),
        ({"search": "ELSE@"}, ["else@shopper.dev"]),
        ({"search": "the answer"}, [TO]),
        ({"search": "100%\0"}, []),
        ({"first": 1}, ["else@shopper.dev"]),
        ({"person": "nonsense"}, []),
    ],
)
def test_a_list_is_narrowed(desk: str, only: dict[str, Any], addresses: list[str]) -> None:
    assert [one["address"] for one in listed(desk, **only)] == addresses


@pytest.mark.django_db
def test_one_person_with_what_they_said(desk: str, aurora: Shop) -> None:
    person = somebody(aurora)
    people.withdraw(person=person, medium="sms", purpose="service", source=Source.STAFF, at=later(days=1))
    people.suppress(store=aurora.store, medium="email", address=TO, reason=Suppressing.COMPLAINED, at=NOON)
    answer = ask_as(
        desk,
        """query($id: ID!) { person(id: $id) { country keys { kind value isVerified }
            consents { medium purpose isGiven source } closed { reason medium } } }""",
        id=own_id("Person", person.pk),
    )["data"]["person"]
    assert (answer["country"], answer["closed"]) == ("TR", [{"reason": "COMPLAINED", "medium": "EMAIL"}])
    assert answer["keys"] == [{"kind": "EMAIL", "value": TO, "isVerified": False}]
    said = {(one["medium"], one["purpose"]): (one["isGiven"], one["source"]) for one in answer["consents"]}
    assert len(said) == 8
    assert said[("EMAIL", "COMMERCIAL")] == (True, "CHECKOUT")
    assert said[("SMS", "SERVICE")] == (False, "STAFF")
    assert said[("PUSH", "COMMERCIAL")] == (None, None)
    assert len(listed(desk, person=own_id("Person", person.pk))) == 2


@pytest.mark.django_db
def test_staff_of_some_channels_see_what_went_out_in_those(desk: str, aurora: Shop, saleor: FakeSaleor) -> None:
    put(aurora, key="theirs", channel="default-channel", to="third@shopper.dev")
    known = Staff(aurora.store, "", "", frozenset(), (), frozenset({"default-channel"}))
    assert [one.dedupe_key for one in queries.contacts(known)] == ["theirs"]
    assert queries.person(known, somebody(aurora, "third@shopper.dev").pk) is not None
    assert queries.person(known, somebody(aurora).pk) is None


@pytest.mark.django_db
def test_one_switch_holds_everything_back_and_lets_it_go(desk: str, aurora: Shop) -> None:
    pause = "mutation($paused: Boolean!) { outboxPause(paused: $paused) { pausedAt } }"
    put(aurora, key="reply")
    for paused, sent in ((True, 0), (True, 0), (False, 1), (False, 0)):
        answer = ask_as(desk, pause, paused=paused)["data"]["outboxPause"]
        assert (answer["pausedAt"] is not None) is paused
        assert ask_as(desk, "{ outboxPausedAt }")["data"]["outboxPausedAt"] == answer["pausedAt"]
        assert sending.deliver_due(now=later(hours=1)) == sent


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "needs"),
    [
        ("{ contacts { totalCount } }", "MANAGE_ORDERS"),
        ("{ outboxPausedAt }", "MANAGE_ORDERS"),
        ('{ person(id: "x") { id } }', "MANAGE_ORDERS"),
        ("mutation { outboxPause(paused: true) { pausedAt } }", "MANAGE_SETTINGS"),
    ],
)
def test_each_needs_its_permission(aurora: Shop, saleor: FakeSaleor, asked: str, needs: str) -> None:
    other = {"MANAGE_ORDERS": "MANAGE_SETTINGS", "MANAGE_SETTINGS": "MANAGE_ORDERS"}[needs]
    [error] = ask_as(aurora.staff_token(other), asked)["errors"]
    assert error["message"] == f"This needs the permission {needs}."


@pytest.mark.django_db
def test_a_list_asks_the_database_the_same_for_one_and_for_twenty(desk: str, aurora: Shop) -> None:
    counts = []
    asked = "query($first: Int) { contacts(first: $first) { edges { node { person { keys { value } } } } } }"
    for number in range(20):
        put(aurora, key=f"more {number}", to=f"{number}@shopper.dev")
    for first in (1, 20):
        with CaptureQueriesContext(connection) as questions:
            ask_as(desk, asked, first=first)
        counts.append(len(questions))
    assert counts[0] == counts[1]
