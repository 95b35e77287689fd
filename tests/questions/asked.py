"""Questions about the shop's lamp, and answers to them."""

from datetime import timedelta
from typing import Any

from saleor_support_plugin.questions import moderating
from saleor_support_plugin.questions.models import Answer, Question
from saleor_support_plugin.stores.callers import Staff

from ..shops import NOON, Shop, global_id

LAMP = global_id("Product", 1)


def add_question(shop: Shop, number: int = 1, **changed: Any) -> Question:
    """Keep what somebody asked about the shop's lamp; `number` tells one question from the next."""
    values = {
        "product_id": LAMP,
        "channel_slug": "default-channel",
        "language": "en",
        "text": f"Question {number} about the lamp of {shop.name}?",
        "author_name": "Can",
        "created_at": NOON + timedelta(minutes=number),
    }
    return Question.across_stores.create(store=shop.store, **values | changed)


def add_answer(question: Question, number: int = 1, **changed: Any) -> Answer:
    """Keep what a buyer answered; published ones are counted."""
    values = {
        "text": f"Answer {number} of a buyer.",
        "author_name": "Ada Y.",
        "is_buyer": True,
        "created_at": NOON + timedelta(hours=number),
    }
    added = Answer.across_stores.create(store=question.store, question=question, **values | changed)
    question.answers = question.given.filter(state="PUBLISHED").count()
    question.save(update_fields=["answers"])
    return added


def staff(shop: Shop) -> Staff:
    return Staff(
        store=shop.store,
        user_id="1",
        email=f"staff@{shop.name}.example",
        permissions=frozenset({"MANAGE_ORDERS"}),
        groups=(),
        channels=None,
    )


def answered(shop: Shop, question: Question, text: str = "Yes.", now: Any = NOON) -> Question:
    return moderating.answer(staff=staff(shop), question_id=question.pk, said=text, now=now)
