"""What staff do about questions: answer, publish, reject, and take each of it back."""

from datetime import datetime

from django.db import transaction

from ..conversations.rules import TextWrong, text
from ..mails.senders import shop_name
from ..stores.announcing import announce
from ..stores.callers import Staff
from ..stores.queries import configuration
from . import mails, queries, rules
from .models import Answer, Question, State


class QuestionRefused(Exception):
    """It cannot be done; `field` is the input's that is wrong."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.code = code


@transaction.atomic
def answer(*, staff: Staff, question_id: int | None, said: str, now: datetime) -> Question:
    """Answer for everybody to read, and publish the question with it; the same words again are the answer there is.

    Raises QuestionRefused.
    """
    words = _text(said)
    question = _question(staff, question_id)
    if question.given.filter(state=State.PUBLISHED, text=words, is_buyer=False).exists():
        return question
    settings = configuration(staff.store, question.channel_slug)
    added = Answer.across_stores.create(
        store=staff.store,
        question=question,
        text=words,
        author_name=shop_name(staff.store, settings)[: rules.MOST_NAME],
        by=staff.email,
        state=State.PUBLISHED,
        moderated_by=staff.email,
        moderated_at=now,
        created_at=now,
    )
    if question.state != State.PUBLISHED:
        _move(question, State.PUBLISHED, staff, now)
    _count(question)
    mails.tell(question=question, answer=added, now=now)
    return question


@transaction.atomic
def remove(*, staff: Staff, answer_id: int | None, now: datetime) -> Question:
    """Take an answer of the shop's back; a question that was published with it waits again. Raises QuestionRefused."""
    given = _answer(staff, answer_id)
    if given.is_buyer:
        raise QuestionRefused("id", "NOT_YOURS", "A buyer wrote this answer: it can be rejected.")
    question = given.question
    mails.untell(question=question, answer=given)
    given.delete()
    if question.state == State.PUBLISHED and question.moderated_at == given.created_at:
        _move(question, State.PENDING, staff, now)
    _count(question)
    return question


@transaction.atomic
def edit(*, staff: Staff, answer_id: int | None, said: str, now: datetime) -> Question:
    """Say an answer of the shop's differently. Raises QuestionRefused."""
    words = _text(said)
    given = _answer(staff, answer_id)
    if given.is_buyer:
        raise QuestionRefused("id", "NOT_YOURS", "A buyer wrote this answer: nobody else changes their words.")
    if given.text != words:
        given.text, given.by, given.edited_at = words, staff.email, now
        given.save(update_fields=["text", "by", "edited_at"])
        mails.retell(question=given.question, answer=given)
        announce(given.store, given.question.product_id)
    return given.question


@transaction.atomic
def decide(*, staff: Staff, question_id: int | None, state: State, now: datetime) -> Question:
    """Publish a question for buyers to answer, reject it, or take that back. Raises QuestionRefused."""
    question = _question(staff, question_id)
    if question.state != state:
        _move(question, state, staff, now)
        announce(question.store, question.product_id)
        first = question.given.filter(state=State.PUBLISHED).order_by("created_at").first()
        if state == State.PUBLISHED and first is not None:
            mails.tell(question=question, answer=first, now=now)
    return question


@transaction.atomic
def decide_answer(*, staff: Staff, answer_id: int | None, state: State, now: datetime) -> Question:
    """Publish a buyer's answer, reject it, or take that back. Raises QuestionRefused."""
    given = _answer(staff, answer_id)
    question = given.question
    if not given.is_buyer:
        raise QuestionRefused("id", "NOT_YOURS", "The shop's own answer is shown until it is removed.")
    if given.state == state:
        return question
    given.state, given.moderated_by, given.moderated_at = state, staff.email, now
    given.save(update_fields=["state", "moderated_by", "moderated_at"])
    _count(question)
    if state != State.PUBLISHED:
        mails.untell(question=question, answer=given)
    elif question.state == State.PUBLISHED:
        mails.tell(question=question, answer=given, now=now)
    return question


def _question(staff: Staff, question_id: int | None) -> Question:
    rows = queries.seen_by(staff).select_for_update(no_key=True)
    question = None if question_id is None else rows.filter(pk=question_id).first()
    if question is None:
        raise QuestionRefused("id", "NOT_FOUND", "There is no such question.")
    return question


def _answer(staff: Staff, answer_id: int | None) -> Answer:
    """Return the answer with its question held, which whoever counts its answers does."""
    found = None if answer_id is None else queries.answers_seen_by(staff).filter(pk=answer_id).first()
    if found is not None:
        question = _question(staff, found.question_id)
        found = question.given.filter(pk=found.pk).first()
    if found is None:
        raise QuestionRefused("id", "NOT_FOUND", "There is no such answer.")
    found.question = question
    return found


def _move(question: Question, state: State, staff: Staff, now: datetime) -> None:
    question.state, question.moderated_by, question.moderated_at = state, staff.email, now
    question.save(update_fields=["state", "moderated_by", "moderated_at"])


def _count(question: Question) -> None:
    question.answers = question.given.filter(state=State.PUBLISHED).count()
    question.save(update_fields=["answers"])
    announce(question.store, question.product_id)


def _text(given: str) -> str:
    try:
        return text(given, most=rules.MOST_ANSWER)
    except TextWrong as wrong:
        raise QuestionRefused("text", wrong.code, str(wrong)) from wrong
