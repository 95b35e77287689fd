"""Who received a product may answer what others ask about it, and nobody else; staff decide what is shown."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from django.conf import LazySettings
from django.db import connection

from saleor_support_plugin.questions import actions, links, queries, rules
from saleor_support_plugin.questions.models import Answer
from saleor_support_plugin.shop.models import Order
from saleor_support_plugin.tickets.actions import TooOften

from ..desks import ORIGIN, add_configuration
from ..reviews.parcels import BUYER, arrive, order
from ..service import Service
from ..shops import NOON, Shop, global_id
from .asked import add_question

SAID = rules.Answered("It dims.", "Ada")


def bought(shop: Shop, name: str = "o", **changed: Any) -> Order:
    """Return an order with the shop's lamp, which arrived."""
    known = order(shop, name, lines=1, **changed)
    known.lines.update(variant_id=shop.variant_id)
    arrive(known)
    return known


def buyer_token(shop: Shop, known: Order, **changed: Any) -> str:
    return shop.customer_token(**({"user_id": known.customer_id, "email": "other@shopper.dev"} | changed))


def answer(url: str, token: str, asked: Any, **changed: Any) -> requests.Response:
    body = {"question": global_id("Question", asked.pk), "text": "It dims.", "author": "Ada"} | changed
    headers = {"origin": ORIGIN, "authorization": f"Bearer {token}"}
    return requests.post(url, json=body, headers=headers, timeout=20)


@pytest.fixture
def door(committed: Service, open_aurora: Shop) -> str:
    add_configuration(open_aurora)
    return f"{committed.url}/s/{open_aurora.store.key}/default-channel/answers"


def test_a_shopper_whom_saleor_vouches_for_answers_about_what_arrived(door: str, open_aurora: Shop) -> None:
    known = bought(open_aurora)
    open_aurora.store.orders.update(customer_id=global_id("User", 7))
    question = add_question(open_aurora, state="PUBLISHED")
    told = answer(door, open_aurora.customer_token(email="other@shopper.dev"), question)
    assert (told.status_code, told.json()) == (200, {"ok": True})
    kept = question.given.get()
    assert (kept.text, kept.author_name, kept.is_buyer, kept.by, kept.state) == ("It dims.", "Ada", True, "", "PENDING")
    assert kept.person is not None
    assert [key.value for key in kept.person.keys.all()] == [global_id("User", 7)]
    assert answer(door, open_aurora.customer_token(), question).json() == {"ok": True}
    assert question.given.count() == 1
    assert known.store == question.store


def test_by_the_address_that_saleor_vouches_for_too(door: str, open_aurora: Shop) -> None:
    bought(open_aurora)
    question = add_question(open_aurora, state="PUBLISHED")
    assert answer(door, open_aurora.customer_token(email=BUYER.upper()), question).status_code == 200


def test_who_did_not_receive_it_and_what_is_not_there_get_the_same_answer(
    door: str, open_aurora: Shop, open_borealis: Shop
) -> None:
    bought(open_aurora)
    question = add_question(open_aurora, state="PUBLISHED")
    pending = add_question(open_aurora, 2)
    elsewhere = add_question(open_borealis, 3, state="PUBLISHED")
    about_another = add_question(open_aurora, 4, state="PUBLISHED", product_id=global_id("Product", 2))
    buyer = open_aurora.customer_token(email=BUYER)
    stranger = open_aurora.customer_token()
    told = [
        answer(door, stranger, question),
        answer(door, buyer, pending),
        answer(door, buyer, elsewhere),
        answer(door, buyer, about_another),
        answer(door, buyer, question, question="x"),
    ]
    assert {(one.status_code, one.content) for one in told} == {(403, told[0].content)}
    assert told[0].json()["error"]["code"] == "NOT_YOURS_TO_ANSWER"
    assert not Answer.across_stores.exists()


@pytest.mark.parametrize("state", ["RETURNED", "REFUNDED", "CANCELED"])
def test_a_parcel_that_went_back_taught_them_nothing(door: str, open_aurora: Shop, state: str) -> None:
    bought(open_aurora).fulfillments.update(status=state)
    question = add_question(open_aurora, state="PUBLISHED")
    assert answer(door, open_aurora.customer_token(email=BUYER), question).status_code == 403


def test_without_a_shoppers_token_of_this_store_nobody_answers(
    door: str, open_aurora: Shop, open_borealis: Shop
) -> None:
    bought(open_aurora)
    question = add_question(open_aurora, state="PUBLISHED")
    for token in ("", "x", open_borealis.customer_token(email=BUYER), open_aurora.staff_token("MANAGE_ORDERS")):
        told = answer(door, token, question)
        assert (told.status_code, told.json()["error"]["code"]) == (401, "UNAUTHENTICATED")


def page(service: Service, known: Order, settings: LazySettings) -> str:
    return links.answering(known).replace(settings.PUBLIC_URL, service.url)


def test_the_page_behind_the_link_takes_what_the_buyer_can_tell(
    committed: Service, open_aurora: Shop, settings: LazySettings
) -> None:
    known = bought(open_aurora, languageCodeEnum="EN")
    first = add_question(open_aurora, 1, state="PUBLISHED", text="<b>Does</b> it dim?")
    second = add_question(open_aurora, 2, state="PUBLISHED")
    add_question(open_aurora, 3)
    assert queries.to_answer(known) == links.answering(known)
    url = page(committed, known, settings)
    form = requests.get(url, timeout=20)
    assert form.status_code == 200
    assert re.findall(r'name="text-(\d+)"', form.text) == [str(second.pk), str(first.pk)]
    assert "&lt;b&gt;Does&lt;/b&gt; it dim?" in form.text
    assert not Answer.across_stores.exists()
    thanks = requests.post(url, data={f"text-{first.pk}": "It dims.", "author": "Ada"}, timeout=20)
    assert (thanks.status_code, "<form" in thanks.text) == (200, False)
    kept = Answer.across_stores.get()
    assert (kept.question, kept.text, kept.author_name, kept.state) == (first, "It dims.", "Ada", "PENDING")
    again = requests.get(url, timeout=20).text
    assert re.findall(r'name="text-(\d+)"', again) == [str(second.pk)]


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(
    committed: Service, open_aurora: Shop, settings: LazySettings
) -> None:
    known = bought(open_aurora)
    question = add_question(open_aurora, state="PUBLISHED")
    url = page(committed, known, settings)
    nothing = requests.post(url, data={"author": "Ada"}, timeout=20)
    assert (nothing.status_code, 'role="alert"' in nothing.text, 'value="Ada"' in nothing.text) == (422, True, True)
    long = requests.post(url, data={f"text-{question.pk}": "x" * 2_001}, timeout=20)
    assert (long.status_code, "x" * 2_001 in long.text, 'aria-invalid="true"' in long.text) == (422, True, True)
    assert not Answer.across_stores.exists()


def test_links_that_open_nothing_look_the_same(
    committed: Service, open_aurora: Shop, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = page(committed, bought(open_aurora), settings)
    forged = requests.get(good[:-3] + "abc", timeout=20)
    assert forged.status_code == 404
    open_aurora.store.is_active = False
    open_aurora.store.save()
    assert requests.get(good, timeout=20).content == forged.content
    open_aurora.store.is_active = True
    open_aurora.store.save()
    assert requests.get(good, timeout=20).status_code == 200
    monkeypatch.setattr(links, "LASTS", links.LASTS * 0)
    assert requests.get(good, timeout=20).content == forged.content


@pytest.mark.django_db
def test_where_nobody_asked_there_is_no_link(aurora: Shop) -> None:
    known = bought(aurora)
    assert queries.to_answer(known) == ""
    add_question(aurora, state="PUBLISHED", product_id=global_id("Product", 2))
    assert queries.to_answer(known) == ""
    add_question(aurora, 2, state="PUBLISHED")
    assert queries.to_answer(known) != ""


@pytest.mark.django_db
def test_a_flood_of_answers_from_one_order_is_held_up(aurora: Shop) -> None:
    known = bought(aurora)
    questions = [add_question(aurora, one, state="PUBLISHED") for one in range(1, rules.ANSWERS.many + 2)]
    for one in questions[:-1]:
        actions.answer_of(order=known, question_id=one.pk, answered=SAID, now=NOON)
    with pytest.raises(TooOften):
        actions.answer_of(order=known, question_id=questions[-1].pk, answered=SAID, now=NOON)
    assert Answer.across_stores.count() == rules.ANSWERS.many


def test_of_ten_answers_at_once_by_one_person_one_is_kept(committed: Service, open_aurora: Shop) -> None:
    known = bought(open_aurora)
    question = add_question(open_aurora, state="PUBLISHED")

    def say(_: int) -> bool:
        try:
            kept = actions.answer_of(order=known, question_id=question.pk, answered=SAID, now=NOON)
            return isinstance(kept, actions.Said)
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as people:
        assert sum(people.map(say, range(10))) == 1
    assert question.given.count() == 1
