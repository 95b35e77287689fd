"""Staff see who waits for an answer, answer for everybody, and take back what was wrong."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.models import State as MessageState
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.people.actions import erase, merge, person_at
from saleor_support_plugin.questions import moderating, queries
from saleor_support_plugin.questions.mails import KIND, SETTLES_AFTER
from saleor_support_plugin.questions.models import Question, State

from ..desks import add_configuration, ask_as
from ..known_staff import FakeSaleor
from ..outbox.messages import mails_in, part
from ..shops import NOON, Shop, global_id
from .asked import LAMP, add_answer, add_question, answered, staff

pytestmark = pytest.mark.django_db

LIST = """query($shelf: QuestionShelf!, $product: ID, $first: Int) {
  productQuestions(shelf: $shelf, product: $product, first: $first) { totalCount edges { node {
    id text authorName language state signals isToBeTold toldAt moderatedBy createdAt channel productId productName
    answers { id text authorName by isBuyer state signals moderatedBy editedAt createdAt }
  } } }
}"""
DONE = "{ question { state moderatedBy answers { text state by } } errors { field message code } }"
ANSWER = f"mutation($id: ID!, $text: String!) {{ questionAnswer(id: $id, text: $text) {DONE} }}"
DECIDE = f"mutation($id: ID!, $state: QuestionState!) {{ questionDecide(id: $id, state: $state) {DONE} }}"
DECIDE_ANSWER = f"mutation($id: ID!, $state: QuestionState!) {{ answerDecide(id: $id, state: $state) {DONE} }}"
EDIT = f"mutation($id: ID!, $text: String!) {{ answerEdit(id: $id, text: $text) {DONE} }}"
REMOVE = f"mutation($id: ID!) {{ answerRemove(id: $id) {DONE} }}"


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


def token_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def own(question: Question) -> str:
    return global_id("Question", question.pk)


def done(token: str, asked: str, **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = next(iter(ask_as(token, asked, **given)["data"].values()))
    return answer


def listed(token: str, shelf: str, **asked: Any) -> list[str]:
    page = ask_as(token, LIST, shelf=shelf, **asked)["data"]["productQuestions"]
    return [edge["node"]["text"].split()[1] for edge in page["edges"]]


def asker(shop: Shop, email: str = "can@shopper.dev") -> Any:
    return person_at(store=shop.store, email=email, language="en", now=NOON)


def test_who_waits_longest_comes_first(aurora: Shop, saleor: FakeSaleor) -> None:
    add_question(aurora, 3)
    add_question(aurora, 1)
    add_question(aurora, 2, state="PUBLISHED")
    add_question(aurora, 4, state="REJECTED")
    add_answer(add_question(aurora, 5, state="PUBLISHED"), state="PUBLISHED")
    add_answer(add_question(aurora, 6, state="PUBLISHED"), state="PENDING")
    token = token_of(aurora)
    assert listed(token, "UNANSWERED") == ["1", "2", "3", "6"]
    assert listed(token, "TO_CHECK") == ["6"]
    assert listed(token, "ANSWERED") == ["5"]
    assert listed(token, "REJECTED") == ["4"]
    assert listed(token, "UNANSWERED", product=global_id("Product", 2)) == []
    assert queries.open_count(staff(aurora), LAMP) == 4
    assert queries.open_count(staff(aurora), global_id("Product", 2)) == 0


def test_a_question_is_seen_with_its_product_and_what_makes_it_doubtful(aurora: Shop, saleor: FakeSaleor) -> None:
    add_question(aurora, text="BUY NOW http://spam.example http://spam.example", person=asker(aurora))
    node = ask_as(token_of(aurora), LIST, shelf="UNANSWERED")["data"]["productQuestions"]["edges"][0]["node"]
    assert (node["productId"], node["productName"], node["channel"]) == (LAMP, "Lamp of aurora", "default-channel")
    assert (node["authorName"], node["state"], node["isToBeTold"], node["toldAt"]) == ("Can", "PENDING", True, None)
    assert "LINK" in " ".join(node["signals"])
    add_question(aurora, 2, product_id="gone", text="Question 2")
    nodes = ask_as(token_of(aurora), LIST, shelf="UNANSWERED")["data"]["productQuestions"]["edges"]
    assert [(edge["node"]["productName"], edge["node"]["isToBeTold"]) for edge in nodes] == [
        ("Lamp of aurora", True),
        (None, False),
    ]


def test_a_list_asks_as_much_for_twenty_as_for_one(aurora: Shop, saleor: FakeSaleor) -> None:
    token = token_of(aurora)
    add_answer(add_question(aurora))
    ask_as(token, LIST, shelf="UNANSWERED")
    asked = []
    for total in (1, 20):
        for number in range(2, total + 1):
            add_answer(add_question(aurora, number))
        with CaptureQueriesContext(connection) as counted:
            assert ask_as(token, LIST, shelf="UNANSWERED")["data"]["productQuestions"]["totalCount"] == total
        asked.append(len(counted))
    # Who is asking, count, questions, their products' names, their answers.
    assert asked == [5, 5]


def test_an_answer_publishes_the_question_and_the_same_words_are_one_answer(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    question = add_question(aurora)
    for _ in range(2):
        told = done(token_of(aurora), ANSWER, id=own(question), text=" Yes.\r\nBy its switch. ")
        assert told["errors"] == []
    assert told["question"] == {
        "state": "PUBLISHED",
        "moderatedBy": "staff@aurora.example",
        "answers": [{"text": "Yes.\nBy its switch.", "state": "PUBLISHED", "by": "staff@aurora.example"}],
    }
    question.refresh_from_db()
    assert question.answers == 1
    assert question.given.get().author_name == "Aurora Lights"


@pytest.mark.parametrize(("text", "code"), [("  ", "REQUIRED"), ("x" * 2_001, "TOO_LONG")])
def test_no_answer_is_none(aurora: Shop, saleor: FakeSaleor, text: str, code: str) -> None:
    question = add_question(aurora)
    told = done(token_of(aurora), ANSWER, id=own(question), text=text)
    assert (told["question"], [(one["field"], one["code"]) for one in told["errors"]]) == (None, [("text", code)])
    assert not question.given.exists()


def test_an_answer_that_is_taken_back_leaves_the_question_as_it_was(aurora: Shop, saleor: FakeSaleor) -> None:
    token = token_of(aurora)
    for before in ("PENDING", "PUBLISHED"):
        question = add_question(aurora, state=before)
        done(token, ANSWER, id=own(question), text="Wrong one.")
        told = done(token, REMOVE, id=global_id("Answer", question.given.get().pk))
        assert told["errors"] == []
        assert (told["question"]["state"], told["question"]["answers"]) == (before, [])
        question.refresh_from_db()
        assert question.answers == 0


def test_words_of_a_buyer_are_decided_about_and_never_changed(aurora: Shop, saleor: FakeSaleor) -> None:
    token = token_of(aurora)
    question = add_question(aurora, state="PUBLISHED")
    theirs = global_id("Answer", add_answer(question).pk)
    for asked, given in ((EDIT, {"text": "Buy it!"}), (REMOVE, {})):
        assert [one["code"] for one in done(token, asked, id=theirs, **given)["errors"]] == ["NOT_YOURS"]
    for state, count in (("PUBLISHED", 1), ("REJECTED", 0), ("PENDING", 0), ("PUBLISHED", 1)):
        told = done(token, DECIDE_ANSWER, id=theirs, state=state)
        assert [one["state"] for one in told["question"]["answers"]] == [state]
        question.refresh_from_db()
        assert question.answers == count


def test_the_shops_own_answer_is_edited(aurora: Shop, saleor: FakeSaleor) -> None:
    question = answered(aurora, add_question(aurora))
    ours = global_id("Answer", question.given.get().pk)
    told = done(token_of(aurora), EDIT, id=ours, text="Yes, twice.")
    assert [one["text"] for one in told["question"]["answers"]] == ["Yes, twice."]
    assert question.given.get().edited_at is not None
    assert [one["code"] for one in done(token_of(aurora), DECIDE_ANSWER, id=ours, state="REJECTED")["errors"]] == [
        "NOT_YOURS"
    ]


def test_a_question_is_rejected_and_that_is_taken_back(aurora: Shop, saleor: FakeSaleor) -> None:
    question = add_question(aurora)
    for state in ("REJECTED", "PENDING", "PUBLISHED", "PENDING"):
        told = done(token_of(aurora), DECIDE, id=own(question), state=state)
        assert (told["question"]["state"], told["question"]["moderatedBy"]) == (state, "staff@aurora.example")


@pytest.mark.parametrize("asked", [LIST, ANSWER, DECIDE], ids=["list", "answer", "decide"])
def test_without_manage_orders_nothing_is_seen_or_done(aurora: Shop, saleor: FakeSaleor, asked: str) -> None:
    question = add_question(aurora)
    given = {"id": own(question), "text": "x", "state": "REJECTED", "shelf": "UNANSWERED"}
    refused = ask_as(
        aurora.staff_token("MANAGE_SETTINGS", "MANAGE_PRODUCTS"),
        asked,
        **{name: value for name, value in given.items() if f"${name}:" in asked},
    )
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_ORDERS."
    question.refresh_from_db()
    assert question.state == "PENDING"


def test_questions_of_a_channel_they_may_not_see_are_not_there(aurora: Shop, saleor: FakeSaleor) -> None:
    question = add_question(aurora)
    add_answer(question)
    saleor.channels = ["elsewhere"]
    token = token_of(aurora)
    assert listed(token, "UNANSWERED") == []
    answer_id = global_id("Answer", question.given.get().pk)
    for told in (
        done(token, ANSWER, id=own(question), text="x"),
        done(token, DECIDE_ANSWER, id=answer_id, state="PUBLISHED"),
    ):
        assert [(one["field"], one["code"]) for one in told["errors"]] == [("id", "NOT_FOUND")]


def test_who_asked_is_told_once_with_the_answer(aurora: Shop, folder: Path) -> None:
    add_configuration(aurora, storefront_url="https://shop.example", links={"product": "https://shop.example/p/{slug}"})
    question = add_question(aurora, person=asker(aurora), text="Does it dim?")
    answered(aurora, question, "Yes, by its switch.")
    answered(aurora, question, "And by the app.", NOON + timedelta(hours=1))
    deliver_due(now=NOON + SETTLES_AFTER - timedelta(seconds=1))
    assert mails_in(folder) == []
    for hours in (1, 2):
        deliver_due(now=NOON + timedelta(hours=hours))
    (mail,) = mails_in(folder)
    assert mail["to"] == "can@shopper.dev"
    assert mail["subject"] == "Your question about Lamp of aurora was answered"
    for said in (part(mail, "plain"), part(mail, "html")):
        assert "Does it dim?" in said
        assert "Yes, by its switch." in said
        assert "https://shop.example/p/lamp" in said


def test_a_buyers_answer_is_told_once_it_is_public(aurora: Shop, folder: Path) -> None:
    question = add_question(aurora, person=asker(aurora), state="PUBLISHED", language="tr")
    theirs = add_answer(question)
    moderating.decide_answer(staff=staff(aurora), answer_id=theirs.pk, state=State.PUBLISHED, now=NOON)
    deliver_due(now=NOON + timedelta(hours=1))
    (mail,) = mails_in(folder)
    assert mail["subject"].strip() == "Lamp of aurora hakkındaki sorunuz yanıtlandı"
    assert "Answer 1 of a buyer." in part(mail, "plain")


def test_an_answer_taken_back_within_seconds_is_told_to_nobody_and_the_next_one_is(aurora: Shop, folder: Path) -> None:
    question = add_question(aurora, person=asker(aurora))
    answered(aurora, question, "Of another lamp.")
    moderating.remove(staff=staff(aurora), answer_id=question.given.get().pk, now=NOON + timedelta(seconds=9))
    answered(aurora, question, "Yes.", NOON + timedelta(seconds=20))
    deliver_due(now=NOON + timedelta(hours=1))
    (mail,) = mails_in(folder)
    assert "Yes." in part(mail, "plain")
    assert "Of another lamp." not in part(mail, "plain")
    withheld = Message.across_stores.get(kind=KIND, state=MessageState.WITHHELD)
    assert withheld.reason == "the answer is not shown any more"


def test_an_answer_edited_before_its_mail_leaves_is_mailed_as_it_is(aurora: Shop, folder: Path) -> None:
    question = answered(aurora, add_question(aurora, person=asker(aurora)), "Yes, by it's switch.")
    first = question.given.get()
    moderating.edit(
        staff=staff(aurora), answer_id=first.pk, said="Yes, by its switch.", now=NOON + timedelta(seconds=9)
    )
    deliver_due(now=NOON + timedelta(hours=1))
    moderating.edit(staff=staff(aurora), answer_id=first.pk, said="Yes.", now=NOON + timedelta(hours=2))
    deliver_due(now=NOON + timedelta(hours=3))
    (mail,) = mails_in(folder)
    for said in (part(mail, "plain"), part(mail, "html")):
        assert "Yes, by its switch." in said
        assert "it's switch" not in said


def test_nobody_is_told_of_a_question_that_was_rejected_meanwhile(aurora: Shop, folder: Path) -> None:
    question = answered(aurora, add_question(aurora, person=asker(aurora)))
    moderating.decide(staff=staff(aurora), question_id=question.pk, state=State.REJECTED, now=NOON)
    deliver_due(now=NOON + timedelta(hours=1))
    assert mails_in(folder) == []


def test_erasing_a_person_leaves_their_words_without_name_or_way_to_them(aurora: Shop) -> None:
    person = asker(aurora)
    theirs = add_question(aurora, 1, person=person, author_name="Can Y.")
    others = add_question(aurora, 2, author_name="Ada", person=asker(aurora, "ada@shopper.dev"))
    said = add_answer(others, person=person, author_name="Can Y.", state="PUBLISHED")
    erase(person=person, now=NOON)
    for row in (theirs, others, said):
        row.refresh_from_db()
    assert (theirs.text, theirs.author_name, theirs.person) == ("Question 1 about the lamp of aurora?", "", None)
    assert (said.text, said.author_name, said.person) == ("Answer 1 of a buyer.", "", None)
    assert others.author_name == "Ada"
    answered(aurora, theirs)
    assert not Message.across_stores.exists()


def test_what_two_who_turn_out_to_be_one_asked_is_of_that_one(aurora: Shop) -> None:
    keep, other = asker(aurora), asker(aurora, "can@work.example")
    question = add_question(aurora, person=other)
    merge(keep=keep, other=other, by="", why="", now=NOON)
    question.refresh_from_db()
    assert question.person == keep
