"""Somebody wants to be called: they are promised a half hour of business, and nobody more than can be called then."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.tickets.models import Ticket

from ..api.test_graphql import ask
from ..desks import ORIGIN, add_configuration
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop
from .test_conversation_page import REPLY

ALWAYS = [[["00:00", "00:00"]]] * 7
NUMBER = "0532 123 45 67"


@pytest.fixture
def door(committed: Service, open_aurora: Shop) -> str:
    add_configuration(
        open_aurora, contact_channels=[{"kind": "callback"}, {"kind": "form"}], week=ALWAYS, callbacks_at_once=1
    )
    return f"{committed.url}/s/{open_aurora.store.key}/default-channel/callbacks"


def offered(door: str) -> list[str]:
    answer = requests.get(door, headers={"origin": ORIGIN}, timeout=20)
    assert answer.status_code == 200, answer.text
    return [slot["from"] for slot in answer.json()["slots"]]


def wish(door: str, at: str, **more: Any) -> requests.Response:
    body = {"phone": NUMBER, "at": at, "locale": "tr"} | more
    return requests.post(door, json=body, headers={"origin": ORIGIN}, timeout=20)


def test_a_call_is_promised_as_a_ticket_with_a_number_and_a_time(door: str, open_aurora: Shop) -> None:
    first = offered(door)[0]
    answer = wish(door, first, name="Ada", text="Does the lamp dim?")
    assert (answer.status_code, answer.json()["at"]) == (200, first)
    ticket = open_aurora.store.tickets.get()
    assert (ticket.kind, ticket.phone, ticket.call_at) == ("CALLBACK", "+905321234567", datetime.fromisoformat(first))
    assert (ticket.subject, ticket.conversation.email) == ("Does the lamp dim?", "")
    assert not Message.across_stores.exists()  # no address was given
    assert first not in offered(door)


def test_slots_are_half_hours_to_come(door: str) -> None:
    times = [datetime.fromisoformat(at) for at in offered(door)]
    assert times == sorted(set(times))
    assert {at.minute for at in times} <= {0, 30}
    assert timezone.now() < times[0] < timezone.now() + timedelta(hours=1)


def test_of_many_who_want_the_same_half_hour_as_many_get_it_as_can_be_called(door: str, open_aurora: Shop) -> None:
    first = offered(door)[0]
    numbers = [f"053212345{number:02}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: wish(door, first, phone=number), numbers))
    assert sorted(one.status_code for one in answers) == [200, 409, 409, 409]
    assert {one.json()["error"]["code"] for one in answers if one.status_code == 409} == {"SLOT_GONE"}
    assert open_aurora.store.tickets.count() == 1


def test_sent_twice_it_is_one_call(door: str, open_aurora: Shop) -> None:
    first = offered(door)[0]
    again = [wish(door, first, key="a-key-that-nobody-guesses").json() for _ in range(2)]
    assert again[0]["number"] == again[1]["number"]
    assert open_aurora.store.tickets.count() == 1


def test_a_closed_ticket_gives_its_half_hour_back(door: str) -> None:
    first = offered(door)[0]
    wish(door, first)
    Ticket.across_stores.update(state="CLOSED")
    assert first in offered(door)


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"phone": ""}, "phone", "REQUIRED"),
        ({"phone": "112"}, "phone", "INVALID"),
        ({"at": "tomorrow"}, "at", "INVALID"),
        ({"at": "2026-11-24T09:30:00"}, "at", "INVALID"),  # by whose clock?
        ({"at": None}, "at", "REQUIRED"),
        ({"email": "nobody"}, "email", "INVALID"),
        ({"key": "short"}, "key", "INVALID"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(door: str, changed: dict[str, Any], field: str, code: str) -> None:
    body = {"phone": NUMBER, "at": offered(door)[0]} | changed
    answer = requests.post(door, json=body, headers={"origin": ORIGIN}, timeout=20)
    assert answer.status_code == 422
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [(field, code)]


@pytest.mark.parametrize("at", ["2020-01-01T09:00:00Z", "2036-01-01T09:10:00+03:00"])
def test_a_time_that_was_never_offered_is_not_promised(door: str, at: str, open_aurora: Shop) -> None:
    assert wish(door, at).status_code == 409
    assert not open_aurora.store.tickets.exists()


def test_where_nobody_calls_there_is_no_such_door(committed: Service, open_aurora: Shop) -> None:
    add_configuration(open_aurora)
    door = f"{committed.url}/s/{open_aurora.store.key}/default-channel/callbacks"
    assert requests.get(door, headers={"origin": ORIGIN}, timeout=20).status_code == 404
    assert wish(door, "2036-01-01T09:00:00Z").status_code == 404


def test_pages_of_others_may_ask_nothing(door: str) -> None:
    for headers in ({"origin": "https://elsewhere.example"}, {"origin": "null"}, {}):
        assert requests.post(door, json={"phone": NUMBER}, headers=headers, timeout=20).status_code == 403


def test_one_address_does_not_fill_the_day(door: str) -> None:
    times = offered(door)
    answers = [wish(door, at, phone=f"05321234{number:03}").status_code for number, at in enumerate(times[:7])]
    assert answers == [200] * 5 + [429] * 2


def test_staff_see_whom_to_call_and_may_answer_in_writing(
    door: str, committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    """Who gave no e-mail reads the answer in the widget, with the token from the door."""
    first = offered(door)[0]
    token = wish(door, first, text="Does it dim?").json()["conversation"]
    staff = open_aurora.staff_token("MANAGE_ORDERS")
    query = "{ tickets { edges { node { id kind phone callAt } } } }"
    (edge,) = ask(committed, staff, query)["data"]["tickets"]["edges"]
    node = edge["node"]
    assert (node["kind"], node["phone"]) == ("CALLBACK", "+905321234567")
    assert datetime.fromisoformat(node["callAt"]) == datetime.fromisoformat(first)
    ask(committed, staff, REPLY, id=node["id"], text="It does.")
    assert not Message.across_stores.exists()
    place = door.replace("/callbacks", "/conversation")
    read = requests.get(place, headers={"origin": ORIGIN, "authorization": f"Bearer {token}"}, timeout=20)
    assert [one["text"] for one in read.json()["messages"]] == ["Does it dim?", "It does."]
