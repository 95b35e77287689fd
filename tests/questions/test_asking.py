"""Anyone may ask about a product; nothing of it is public before staff answered or published it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from saleor_support_plugin.questions.models import Question
from saleor_support_plugin.questions.rules import ASKS, MOST_QUESTION

from ..desks import ORIGIN, add_configuration
from ..service import Service
from ..shops import Shop, global_id
from .asked import LAMP


def address(service: Service, shop: Shop, channel: str = "default-channel") -> str:
    return f"{service.url}/s/{shop.store.key}/{channel}/questions"


def ask(url: str, origin: str | None = ORIGIN, **changed: Any) -> requests.Response:
    body = {"product": LAMP, "text": "Does it dim?", "locale": "en"} | changed
    return requests.post(url, json=body, headers={"origin": origin} if origin else {}, timeout=20)


@pytest.fixture
def door(committed: Service, open_aurora: Shop) -> str:
    add_configuration(open_aurora)
    return address(committed, open_aurora)


def test_a_question_waits_for_staff_with_what_was_told(door: str, open_aurora: Shop) -> None:
    answer = ask(door, author="Can ", email="Can@Shopper.dev", locale="tr-TR")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    question = open_aurora.store.product_questions.get()
    assert (question.product_id, question.text, question.author_name) == (LAMP, "Does it dim?", "Can")
    assert (question.state, question.language, question.channel_slug) == ("PENDING", "tr", "default-channel")
    assert question.person is not None
    assert [key.value for key in question.person.keys.all()] == ["can@shopper.dev"]


def test_it_takes_neither_a_name_nor_an_address(door: str, open_aurora: Shop) -> None:
    assert ask(door).status_code == 200
    question = open_aurora.store.product_questions.get()
    assert (question.author_name, question.person) == ("", None)
    assert not open_aurora.store.people.exists()


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({"text": " "}, [("text", "REQUIRED")]),
        ({"text": "x" * (MOST_QUESTION + 1)}, [("text", "TOO_LONG")]),
        ({"text": ["x"]}, [("text", "REQUIRED")]),
        ({"author": "x" * 81}, [("author", "TOO_LONG")]),
        ({"email": "nobody"}, [("email", "INVALID")]),
        ({"product": ""}, [("product", "REQUIRED")]),
        ({"product": global_id("Product", 99)}, [("product", "INVALID")]),
        ({"text": "", "email": "nobody"}, [("text", "REQUIRED"), ("email", "INVALID")]),
    ],
)
def test_every_fault_is_named_at_once(door: str, changed: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    answer = ask(door, **changed)
    assert (answer.status_code, answer.json()["ok"]) == (422, False)
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == faults
    assert not Question.across_stores.exists()


def test_the_same_question_sent_twice_is_one(door: str, open_aurora: Shop) -> None:
    for _ in range(2):
        assert ask(door).json() == {"ok": True}
    assert open_aurora.store.product_questions.count() == 1


def test_what_makes_text_run_backwards_or_is_no_text_is_taken_out(door: str, open_aurora: Shop) -> None:
    ask(door, text="Does\u202e it\x00 dim?", author="C\u2067an")
    question = open_aurora.store.product_questions.get()
    assert (question.text, question.author_name) == ("Does it dim?", "Can")


def test_only_pages_that_the_merchant_named_may_ask(door: str) -> None:
    assert ask(door, origin=None).status_code == 403
    assert ask(door, origin="https://elsewhere.example").json()["error"]["code"] == "ORIGIN_NOT_ALLOWED"
    preflight = requests.options(door, headers={"origin": ORIGIN}, timeout=20)
    assert (preflight.status_code, preflight.headers["access-control-allow-methods"]) == (204, "POST, OPTIONS")
    assert not Question.across_stores.exists()


def test_unknown_stores_and_channels_look_the_same(committed: Service, door: str, open_aurora: Shop) -> None:
    nowhere = ask(f"{committed.url}/s/no-such-key/default-channel/questions")
    assert nowhere.status_code == 404
    assert ask(address(committed, open_aurora, "no-such-channel")).content == nowhere.content


def test_a_flood_from_one_address_is_held_up_and_nobody_else(door: str, open_aurora: Shop, settings: Any) -> None:
    settings.PROXIES = 1

    def from_address(number: int, last: int) -> int:
        headers = {"origin": ORIGIN, "x-forwarded-for": f"203.0.113.{last}"}
        body = {"product": LAMP, "text": f"Question {number} of {last}?"}
        return requests.post(door, json=body, headers=headers, timeout=20).status_code

    with ThreadPoolExecutor(8) as flood:
        statuses = list(flood.map(lambda number: from_address(number, 7), range(40)))
    assert statuses.count(200) == ASKS.many
    assert statuses.count(429) == 40 - ASKS.many
    assert from_address(0, 8) == 200
    assert open_aurora.store.product_questions.count() == ASKS.many + 1
