"""What people ask about a product before they buy it, and what staff and buyers answer."""

from typing import Any

from django.db import models

from ..people.models import Person
from ..stores.models import Store


class State(models.TextChoices):
    PENDING = "PENDING", "Nobody has decided about it."
    PUBLISHED = "PUBLISHED", "Everybody may read it."
    REJECTED = "REJECTED", "It is not shown."


def nameless(collector: Any, field: Any, rows: Any, using: str) -> None:
    """Let go of an erased person, and of the name they gave; what was said stays for those who read it."""
    collector.add_field_update(field, None, rows)
    collector.add_field_update(field.model._meta.get_field("author_name"), "", rows)


class Question(models.Model):
    """What somebody asked about a product, for everybody to read once staff let it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="product_questions")
    product_id = models.CharField(max_length=128)
    channel_slug = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=2)
    text = models.CharField(max_length=1000)
    author_name = models.CharField(max_length=80, blank=True)
    # Whom to tell once there is an answer; null where they gave no address.
    person = models.ForeignKey(Person, null=True, on_delete=nameless, related_name="questions_asked")
    told_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.PENDING)
    # How many of its answers everybody may read.
    answers = models.PositiveIntegerField(default=0)
    moderated_by = models.CharField(max_length=254, blank=True)
    moderated_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    across_stores = models.Manager["Question"]()

    class Meta:
        indexes = [
            # questions.hot.published
            models.Index(
                fields=["store", "product_id", "-created_at", "-id"],
                condition=models.Q(state=State.PUBLISHED),
                name="question_of_product",
            ),
            # questions.queries.questions
            models.Index(fields=["store", "state", "answers", "created_at"], name="question_unanswered"),
        ]

    def __str__(self) -> str:
        return f"question about {self.product_id}"


class Answer(models.Model):
    """An answer by staff, or by somebody who bought the product."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="product_answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="given")
    text = models.CharField(max_length=2000)
    author_name = models.CharField(max_length=80, blank=True)
    # A member of staff's e-mail; empty where a buyer answers.
    by = models.CharField(max_length=254, blank=True)
    is_buyer = models.BooleanField(default=False)
    person = models.ForeignKey(Person, null=True, on_delete=nameless, related_name="questions_answered")
    state = models.CharField(max_length=16, choices=State.choices, default=State.PENDING)
    moderated_by = models.CharField(max_length=254, blank=True)
    moderated_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    across_stores = models.Manager["Answer"]()

    def __str__(self) -> str:
        return f"answer to {self.question_id}"
