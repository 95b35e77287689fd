"""Questions about products as staff see them, answer them and decide about them."""

from collections.abc import Callable
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, looked_up, page_of, related
from ..ids import own_id, row_number
from ..reviews import signals
from ..stores.callers import Staff
from . import moderating, queries
from .models import Answer, Question, State

SHELVES = {
    queries.Shelf.UNANSWERED: "Nobody answered for everybody to read; who waits longest comes first.",
    queries.Shelf.TO_CHECK: "A buyer's answer waits to be published or rejected; the oldest question comes first.",
    queries.Shelf.ANSWERED: "Everybody may read it with an answer; the newest comes first.",
    queries.Shelf.REJECTED: "It is not shown; the newest comes first.",
}
DOUBTS = "Why it is worth a second look, by name; that hides nothing."

QuestionState = graphene.Enum.from_enum(
    State, name="QuestionState", description=lambda value: value.label if value else "What was decided about it."
)
QuestionShelf = graphene.Enum.from_enum(
    queries.Shelf,
    name="QuestionShelf",
    description=lambda value: SHELVES[value] if value else "Which questions to list.",
)


class QuestionErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    NOT_YOURS = "NOT_YOURS"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"


class QuestionError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(QuestionErrorCode, required=True)


class ProductAnswerType(graphene.ObjectType):
    class Meta:
        name = "ProductAnswer"

    id = graphene.ID(required=True)
    text = graphene.String(required=True)
    author_name = graphene.String(required=True, description="The shop's name, or as a buyer wants to be called.")
    by = graphene.String(description="E-mail of who answered for the shop; null where a buyer did.")
    is_buyer = graphene.Boolean(required=True, description="Its author received the product.")
    state = graphene.Field(QuestionState, required=True)
    signals = graphene.List(graphene.NonNull(graphene.String), required=True, description=DOUBTS)
    moderated_by = graphene.String(description="E-mail of who decided last.")
    edited_at = graphene.DateTime()
    created_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_id(answer: Answer, _: object) -> str:
        return own_id("Answer", answer.pk)

    @staticmethod
    def resolve_by(answer: Answer, _: object) -> str | None:
        return answer.by or None

    @staticmethod
    def resolve_signals(answer: Answer, _: object) -> list[str]:
        return signals.find(answer.text, answer.author_name).names if answer.is_buyer else []

    @staticmethod
    def resolve_moderated_by(answer: Answer, _: object) -> str | None:
        return answer.moderated_by or None


class ProductQuestionType(graphene.ObjectType):
    class Meta:
        name = "ProductQuestion"

    id = graphene.ID(required=True)
    text = graphene.String(required=True)
    author_name = graphene.String(required=True, description="As they want to be called; perhaps empty.")
    language = graphene.String(required=True, description="Two letters: the page's language.")
    state = graphene.Field(QuestionState, required=True)
    signals = graphene.List(graphene.NonNull(graphene.String), required=True, description=DOUBTS)
    is_to_be_told = graphene.Boolean(
        required=True, description="They gave an address, and hear of the first answer that everybody may read."
    )
    told_at = graphene.DateTime(description="When a message about an answer was made for who asked.")
    moderated_by = graphene.String(description="E-mail of who decided last.")
    moderated_at = graphene.DateTime()
    created_at = graphene.DateTime(required=True)
    channel = graphene.String(required=True, description="Slug of the channel where it was asked.")
    product_id = graphene.ID(required=True, description="Saleor's id.")
    product_name = graphene.String(description="Null where Saleor no longer has the product.")
    answers = graphene.List(
        graphene.NonNull(ProductAnswerType), required=True, description="Those that wait and are rejected among them."
    )

    @staticmethod
    def resolve_id(question: Question, _: object) -> str:
        return own_id("Question", question.pk)

    @staticmethod
    def resolve_signals(question: Question, _: object) -> list[str]:
        return signals.find(question.text, question.author_name).names

    @staticmethod
    def resolve_is_to_be_told(question: Question, _: object) -> bool:
        return question.person_id is not None

    @staticmethod
    def resolve_moderated_by(question: Question, _: object) -> str | None:
        return question.moderated_by or None

    @staticmethod
    def resolve_channel(question: Question, _: object) -> str:
        return question.channel_slug

    @staticmethod
    def resolve_product_name(question: Question, info: Any) -> str | None:
        store = info.context.staff.store
        named = looked_up(question, "_names", lambda page: queries.names_of(store, [one.product_id for one in page]))
        return named.get(question.product_id)

    @staticmethod
    def resolve_answers(question: Question, _: object) -> list[Answer]:
        answers: list[Answer] = related(question, "given", among=Answer.across_stores.order_by("created_at", "id"))
        return answers


class ProductQuestionConnection(Counted):
    class Meta:
        node = ProductQuestionType


class QuestionQueries:
    product_questions = graphene.Field(
        ProductQuestionConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        shelf=graphene.Argument(QuestionShelf, required=True),
        product=graphene.ID(description="Only those about this product: Saleor's id."),
        description="What people ask about products.",
    )

    @staticmethod
    def resolve_product_questions(
        _: object,
        info: Any,
        shelf: queries.Shelf,
        first: int | None = None,
        after: str | None = None,
        product: str | None = None,
    ) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        rows = queries.questions(staff, shelf=shelf, product_id=product or "")
        return page_of(ProductQuestionConnection, rows, first=first, after=after)


class QuestionPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    question = graphene.Field(ProductQuestionType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(QuestionError), required=True)


def _done(info: Any, do: Callable[[Staff], Question]) -> dict[str, Any]:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    try:
        return {"question": do(staff), "errors": []}
    except moderating.QuestionRefused as refused:
        error = {"field": refused.field, "message": str(refused), "code": refused.code}
        return {"question": None, "errors": [error]}


class QuestionAnswer(QuestionPayload, graphene.Mutation):
    """Answer a question for everybody to read; it is published with the answer."""

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(required=True, description="Plain text.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, text: str) -> dict[str, Any]:
        number = row_number("Question", id)
        return _done(
            info, lambda staff: moderating.answer(staff=staff, question_id=number, said=text, now=timezone.now())
        )


class QuestionDecide(QuestionPayload, graphene.Mutation):
    """Publish a question, for buyers to answer; reject it; or take either back by making it pending."""

    class Arguments:
        id = graphene.ID(required=True)
        state = QuestionState(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, state: State) -> dict[str, Any]:
        number = row_number("Question", id)
        return _done(
            info, lambda staff: moderating.decide(staff=staff, question_id=number, state=state, now=timezone.now())
        )


class AnswerDecide(QuestionPayload, graphene.Mutation):
    """Publish a buyer's answer, reject it, or take either back by making it pending."""

    class Arguments:
        id = graphene.ID(required=True)
        state = QuestionState(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, state: State) -> dict[str, Any]:
        number = row_number("Answer", id)
        return _done(
            info, lambda staff: moderating.decide_answer(staff=staff, answer_id=number, state=state, now=timezone.now())
        )


class AnswerEdit(QuestionPayload, graphene.Mutation):
    """Say an answer of the shop's differently."""

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(required=True, description="Plain text.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, text: str) -> dict[str, Any]:
        number = row_number("Answer", id)
        return _done(info, lambda staff: moderating.edit(staff=staff, answer_id=number, said=text, now=timezone.now()))


class AnswerRemove(QuestionPayload, graphene.Mutation):
    """Take an answer of the shop's back; a question that was published with it waits again."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        number = row_number("Answer", id)
        return _done(info, lambda staff: moderating.remove(staff=staff, answer_id=number, now=timezone.now()))


class QuestionMutations:
    question_answer = QuestionAnswer.Field()
    question_decide = QuestionDecide.Field()
    answer_decide = AnswerDecide.Field()
    answer_edit = AnswerEdit.Field()
    answer_remove = AnswerRemove.Field()
