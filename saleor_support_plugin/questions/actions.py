"""What people write about a product: questions of anybody, answers of who received it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.rules import Limit, network_of
from ..people.actions import person_at
from ..people.models import Person
from ..shop.models import Order
from ..stores.callers import Shopper
from ..stores.models import Store
from ..tickets.actions import TooOften
from . import queries, rules
from .models import Answer, Question, State

# The same words again within a day are a page that sent them twice.
SAME_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    question: Question


@dataclass(frozen=True, slots=True)
class Said:
    answer: Answer


@dataclass(frozen=True, slots=True)
class Already:
    """It is there, by the same words or the same person."""


class NotTheirs(Exception):
    """Who answers did not receive the product, or there is no such question to answer."""

    code = "NOT_YOURS_TO_ANSWER"


def ask(*, store: Store, channel: str, asked: rules.Asked, address: str, now: datetime) -> Asked | Already:
    """Keep a question for staff to answer. Raises TooOften, and Wrong for a product that the store does not have.

    `address` is where on the network it came from.
    """
    _limit(store, f"questions from {network_of(address)}", rules.ASKS, now)
    if queries.product_of(store, asked.product_id) is None:
        raise rules.Wrong([rules.Fault("product", "INVALID", "The shop has no such product.")])
    return _keep(store, channel, asked, now)


@transaction.atomic
def _keep(store: Store, channel: str, asked: rules.Asked, now: datetime) -> Asked | Already:
    same = store.product_questions.filter(
        product_id=asked.product_id, text=asked.text, created_at__gt=now - SAME_WITHIN
    ).exclude(state=State.REJECTED)
    if same.exists():
        return Already()
    person = person_at(store=store, email=asked.email, language=asked.language, now=now) if asked.email else None
    return Asked(
        Question.across_stores.create(
            store=store,
            product_id=asked.product_id,
            channel_slug=channel,
            language=asked.language,
            text=asked.text,
            author_name=asked.author,
            person=person,
            created_at=now,
        )
    )


def answer_as(*, shopper: Shopper, question_id: int | None, answered: rules.Answered, now: datetime) -> Said | Already:
    """Keep what a shopper whom Saleor vouches for answers, where they received the product.

    Raises NotTheirs and TooOften.
    """
    kind, _, user = shopper.key.partition(":")
    _limit(shopper.store, f"answers of {shopper.key}", rules.ANSWERS, now)
    question = _published(shopper.store, question_id)
    if kind != "user" or question is None:
        raise NotTheirs("There is no such question for this shopper to answer.")
    if not queries.received(queries.orders_of(shopper)).filter(product_id=question.product_id).exists():
        raise NotTheirs("There is no such question for this shopper to answer.")
    person = person_at(store=shopper.store, customer_id=user, now=now)
    return _answer(question, person, answered, now)


def answer_of(*, order: Order, question_id: int | None, answered: rules.Answered, now: datetime) -> Said | Already:
    """Keep what an order's buyer answers about something that arrived. Raises NotTheirs and TooOften."""
    _limit(order.store, f"answers about order {order.pk}", rules.ANSWERS, now)
    question = _published(order.store, question_id)
    theirs = queries.received(Order.across_stores.filter(pk=order.pk))
    if question is None or not theirs.filter(product_id=question.product_id).exists():
        raise NotTheirs("There is no such question about this order.")
    person = person_at(store=order.store, email=order.customer_email, language=order.language_code, now=now)
    return _answer(question, person, answered, now)


def _published(store: Store, question_id: int | None) -> Question | None:
    published = store.product_questions.filter(state=State.PUBLISHED)
    return None if question_id is None else published.filter(pk=question_id).first()


@transaction.atomic
def _answer(question: Question, person: Person, answered: rules.Answered, now: datetime) -> Said | Already:
    held = Question.across_stores.select_for_update(no_key=True).get(pk=question.pk)
    if held.given.filter(person=person).exists():
        return Already()
    return Said(
        Answer.across_stores.create(
            store=held.store,
            question=held,
            text=answered.text,
            author_name=answered.author,
            is_buyer=True,
            person=person,
            created_at=now,
        )
    )


def _limit(store: Store, who: str, limit: Limit, now: datetime) -> None:
    with transaction.atomic():
        let_in = conversations.knock(store=store, who=who, limit=limit, now=now)
    if not let_in:
        raise TooOften("That was a lot. Try again in an hour.")
