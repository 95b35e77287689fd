"""Reviews as staff see them and decide about them."""

from collections.abc import Callable
from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, page_of, related
from ..ids import own_id, row_number
from ..shop.models import Order, OrderLine
from ..shop.schema import OrderLineType, OrderType
from ..stores.callers import Staff
from . import actions, queries
from .models import RejectReason, Review, State

ReviewState = graphene.Enum.from_enum(
    State, name="ReviewState", description=lambda value: value.label if value else "What was decided about a review."
)
ReviewRejectReason = graphene.Enum.from_enum(
    RejectReason,
    name="ReviewRejectReason",
    description=lambda value: value.label if value else "Why a review is not shown; how many stars it gives is none.",
)


class ReviewErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"


class ReviewError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(ReviewErrorCode, required=True)


class ReviewType(graphene.ObjectType):
    class Meta:
        name = "Review"

    id = graphene.ID(required=True)
    stars = graphene.Int(required=True, description="From 1 to 5.")
    title = graphene.String(required=True)
    text = graphene.String(required=True, description="Plain text; empty where only stars were given.")
    author_name = graphene.String(required=True, description="As they want to be called; perhaps empty.")
    language = graphene.String(required=True, description="Two letters: the order's language.")
    state = graphene.Field(ReviewState, required=True)
    reject_reason = graphene.Field(ReviewRejectReason, description="Only with REJECTED.")
    moderated_by = graphene.String(description="E-mail of who decided last.")
    moderated_at = graphene.DateTime()
    created_at = graphene.DateTime(required=True)
    product_id = graphene.ID(description="Saleor's id; null where the product was not known.")
    product_name = graphene.String(description="Null, as `orderLine`, where Saleor took the line out of the order.")
    order_line = graphene.Field(OrderLineType)
    order = graphene.Field(OrderType, required=True)

    @staticmethod
    def resolve_id(review: Review, _: object) -> str:
        return own_id("Review", review.pk)

    @staticmethod
    def resolve_reject_reason(review: Review, _: object) -> str | None:
        return review.reject_reason or None

    @staticmethod
    def resolve_moderated_by(review: Review, _: object) -> str | None:
        return review.moderated_by or None

    @staticmethod
    def resolve_product_id(review: Review, _: object) -> str | None:
        return review.product_id or None

    @staticmethod
    def resolve_product_name(review: Review, _: object) -> str | None:
        line = _line_of(review)
        return line.product_name if line else None

    @staticmethod
    def resolve_order_line(review: Review, _: object) -> OrderLine | None:
        return _line_of(review)

    @staticmethod
    def resolve_order(review: Review, _: object) -> Order:
        order: Order = followed(review, "order")
        return order


def _line_of(review: Review) -> OrderLine | None:
    lines: list[OrderLine] = related(review, "order", "lines")
    return next((line for line in lines if line.saleor_id == review.order_line_id), None)


class ReviewConnection(Counted):
    class Meta:
        node = ReviewType


class ReviewQueries:
    reviews = graphene.Field(
        ReviewConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        state=graphene.Argument(ReviewState),
        description="The newest first.",
    )

    @staticmethod
    def resolve_reviews(
        _: object, info: Any, first: int | None = None, after: str | None = None, state: State | None = None
    ) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return page_of(ReviewConnection, queries.reviews(staff, state=state), first=first, after=after)


class ReviewPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    review = graphene.Field(ReviewType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ReviewError), required=True)


class ReviewPublish(ReviewPayload, graphene.Mutation):
    """Show a review to everybody."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff, lambda: actions.publish(staff=staff, review_id=row_number("Review", id), now=timezone.now())
        )


class ReviewReject(ReviewPayload, graphene.Mutation):
    """Show a review to nobody, and say why."""

    class Arguments:
        id = graphene.ID(required=True)
        reason = ReviewRejectReason(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, reason: RejectReason) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff,
            lambda: actions.reject(staff=staff, review_id=row_number("Review", id), reason=reason, now=timezone.now()),
        )


class ReviewReopen(ReviewPayload, graphene.Mutation):
    """Take a decision back: the review is pending again."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff, lambda: actions.reopen(staff=staff, review_id=row_number("Review", id), now=timezone.now())
        )


def _payload(staff: Staff, decide: Callable[[], Review]) -> dict[str, Any]:
    staff.must_have("MANAGE_ORDERS")
    try:
        return {"review": decide(), "errors": []}
    except actions.NoReview as missing:
        return {"review": None, "errors": [{"field": "id", "message": str(missing), "code": missing.code}]}


class ReviewMutations:
    review_publish = ReviewPublish.Field()
    review_reject = ReviewReject.Field()
    review_reopen = ReviewReopen.Field()
