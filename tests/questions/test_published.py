"""What was asked about a product and answered, as its page reads it."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
import requests
from django.db import connection

from saleor_support_plugin.questions import hot, moderating
from saleor_support_plugin.questions.models import State
from saleor_support_plugin.questions.rules import SHOWN, SHOWN_ANSWERS

from ..service import Service
from ..shops import NOON, Shop, global_id
from .asked import LAMP, add_answer, add_question, answered, staff


def read(service: Service, shop: Shop, product: str = LAMP, **asked: str) -> requests.Response:
    headers = {"if-none-match": asked.pop("etag")} if "etag" in asked else {}
    channel = asked.pop("channel", "default-channel")
    address = f"{service.url}/s/{shop.store.key}/{channel}/questions/{quote(product)}"
    return requests.get(address, params=asked, headers=headers, timeout=20)


def test_a_page_reads_what_is_published_with_the_shops_answer_first(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed.application.doors.facts, "_clock", lambda: NOON)
    question = add_question(open_aurora, state="PUBLISHED")
    add_answer(question, 1, state="PUBLISHED")
    add_answer(question, 2, state="PENDING")
    add_answer(question, 3, state="REJECTED")
    answered(open_aurora, question, "Yes, by its switch.", NOON + timedelta(hours=9))
    add_question(open_aurora, 2)
    add_question(open_aurora, 3, state="REJECTED")
    add_question(open_aurora, 4, state="PUBLISHED", product_id=global_id("Product", 2))
    answer = read(committed, open_aurora)
    assert answer.status_code == 200
    assert answer.json() == {
        "product": LAMP,
        "count": 1,
        "questions": [
            {
                "id": global_id("Question", question.pk),
                "text": "Question 1 about the lamp of aurora?",
                "author": "Can",
                "language": "en",
                "created_at": "2026-11-20T12:01:00+00:00",
                "answers": [
                    {
                        "text": "Yes, by its switch.",
                        "author": "aurora.example",
                        "by": "shop",
                        "created_at": "2026-11-20T21:00:00+00:00",
                    },
                    {
                        "text": "Answer 1 of a buyer.",
                        "author": "Ada Y.",
                        "by": "buyer",
                        "created_at": "2026-11-20T13:00:00+00:00",
                    },
                ],
            }
        ],
        "after": None,
        "until": "2026-11-21T00:00:00+00:00",
    }


def test_nothing_tells_which_member_of_staff_answered(committed: Service, open_aurora: Shop) -> None:
    answered(open_aurora, add_question(open_aurora))
    assert "staff@" not in read(committed, open_aurora).text


def test_pages_follow_each_other_with_no_gap_and_no_repetition(committed: Service, open_aurora: Shop) -> None:
    made = [add_question(open_aurora, number, state="PUBLISHED").pk for number in range(1, 2 * SHOWN + 6)]
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = read(committed, open_aurora, **({"after": after} if after else {})).json()
        assert page["count"] == len(made)
        seen += [one["id"] for one in page["questions"]]
        after = page["after"]
    assert seen == [global_id("Question", pk) for pk in reversed(made)]


def test_of_many_answers_the_first_are_told(committed: Service, open_aurora: Shop) -> None:
    question = add_question(open_aurora, state="PUBLISHED")
    for number in range(1, SHOWN_ANSWERS + 3):
        add_answer(question, number, state="PUBLISHED")
    told = read(committed, open_aurora).json()["questions"][0]["answers"]
    assert [one["text"] for one in told] == [f"Answer {number} of a buyer." for number in range(1, SHOWN_ANSWERS + 1)]


@pytest.mark.parametrize("after", ["x", global_id("Review", 1), "UXVlc3Rpb246eA=="])
def test_behind_what_is_no_question_there_is_no_page(committed: Service, open_aurora: Shop, after: str) -> None:
    answer = read(committed, open_aurora, after=after)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "INVALID")


def test_another_stores_question_begins_no_page_here(
    committed: Service, open_aurora: Shop, open_borealis: Shop
) -> None:
    add_question(open_aurora, state="PUBLISHED")
    theirs = add_question(open_borealis, 2, state="PUBLISHED")
    assert read(committed, open_aurora, after=global_id("Question", theirs.pk)).json()["questions"] == []


def test_what_staff_take_back_is_gone_from_the_page_at_once(committed: Service, open_aurora: Shop) -> None:
    question = answered(open_aurora, add_question(open_aurora))
    first = read(committed, open_aurora)
    assert "s-maxage=30" in first.headers["cache-control"]
    assert read(committed, open_aurora, etag=first.headers["etag"]).status_code == 304
    moderating.decide(staff=staff(open_aurora), question_id=question.pk, state=State.REJECTED, now=NOON)
    committed.forget()
    assert read(committed, open_aurora, etag=first.headers["etag"]).json()["count"] == 0


def test_unknown_stores_and_channels_look_the_same(committed: Service, open_aurora: Shop) -> None:
    nowhere = read(committed, open_aurora, channel="no-such-channel")
    assert nowhere.status_code == 404
    open_aurora.store.key = "no-such-key"
    assert read(committed, open_aurora).content == nowhere.content


def test_one_statement_for_one_question_and_for_ten(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = psycopg.AsyncConnection.execute

    async def counted(self: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        asked.append(query)
        return await execute(self, query, *arguments, **options)

    monkeypatch.setattr(psycopg.AsyncConnection, "execute", counted)
    for number in range(1, SHOWN + 1):
        add_answer(add_question(open_aurora, number, state="PUBLISHED"), state="PUBLISHED")
    assert len(read(committed, open_aurora).json()["questions"]) == SHOWN
    assert [one for one in asked if one == hot.FIND] == [hot.FIND]
    assert not [one for one in asked if "support_" in one and one != hot.FIND]


@pytest.mark.django_db
def test_its_index_serves_the_count_and_the_page(aurora: Shop) -> None:
    """A table of a few rows is read whole, so that is forbidden here: it is asked what the index is good for."""
    add_question(aurora, state="PUBLISHED")
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off; set local enable_bitmapscan = off")
        asked = {"store": aurora.store.key, "channel": "default-channel", "product": LAMP, "after": None}
        cursor.execute(f"explain {hot.FIND}", asked)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert plan.count("using question_of_product on support_question") == 2
