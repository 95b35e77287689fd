"""Reviews as staff find them and decide about them."""

from collections.abc import Callable, Sequence
from typing import Any

import graphene
from django.utils import timezone

from ..connections import page_of
from ..ids import own_id, row_number
from ..stores.callers import Staff
from . import listing, moderating
from .crisis_rules import Subject
from .models import Crisis, RejectReason, Review, State
from .review_schema import ReviewConnection, ReviewRejectReason, ReviewSignal, ReviewState, ReviewType
from .signals import Signal

ReviewCrisisKind = graphene.Enum.from_enum(
    Subject,
    name="ReviewCrisisKind",
    description=lambda value: None if value else "What too many bad reviews are about.",
)


class ReviewErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    WITHDRAWN = "WITHDRAWN"
    TOO_MANY = "TOO_MANY"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    NO_EMAIL = "NO_EMAIL"
    ALREADY_ASKED = "ALREADY_ASKED"
    NOT_PUBLISHED = "NOT_PUBLISHED"
    NOT_THEIR_WORDS = "NOT_THEIR_WORDS"


class ReviewError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(ReviewErrorCode, required=True)


class ReviewFilter(graphene.InputObjectType):
    """Which reviews to list; what is left out lets all through."""

    state = ReviewState()
    stars = graphene.List(graphene.NonNull(graphene.Int))
    product_id = graphene.ID(description="Saleor's.")
    language = graphene.String(description="Two letters.")
    signal = ReviewSignal()
    with_photos = graphene.Boolean()
    unanswered = graphene.Boolean(description="Those that the shop has not answered in public.")


class ReviewCrisis(graphene.ObjectType):
    """Too many reviews of two stars and less within a week, beside what is usual there."""

    id = graphene.ID(required=True)
    kind = graphene.Field(ReviewCrisisKind, required=True)
    about = graphene.String(required=True, description="Saleor's id of the product or warehouse; the carrier's name.")
    name = graphene.String(required=True, description="As staff know it.")
    negative = graphene.Int(required=True, description="How many they were.")
    expected = graphene.Float(required=True, description="How many would have been usual.")
    began_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_id(crisis: Crisis, _: object) -> str:
        return own_id("Crisis", crisis.pk)

    @staticmethod
    def resolve_name(crisis: Crisis, info: Any) -> str:
        return listing.name_of(info.context.staff.store, crisis)


class ReviewQueries:
    reviews = graphene.Field(
        ReviewConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        filter=graphene.Argument(ReviewFilter),
        description="The newest first; of those that are PENDING what worries most, then what has waited longest.",
    )
    review_languages = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="In which reviews were lately written."
    )
    review_crises = graphene.List(
        graphene.NonNull(ReviewCrisis), required=True, description="What is going wrong now, the newest first."
    )

    @staticmethod
    def resolve_reviews(
        _: object,
        info: Any,
        first: int | None = None,
        after: str | None = None,
        filter: dict[str, Any] | None = None,
    ) -> Any:
        found = listing.reviews(_staff(info), _wanted(filter or {}))
        return page_of(ReviewConnection, found, first=first, after=after)

    @staticmethod
    def resolve_review_languages(_: object, info: Any) -> list[str]:
        return listing.languages(_staff(info))

    @staticmethod
    def resolve_review_crises(_: object, info: Any) -> list[Crisis]:
        return listing.crises(_staff(info))


def _staff(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_ORDERS")
    return staff


def _wanted(given: dict[str, Any]) -> listing.Wanted:
    state, signal = given.get("state"), given.get("signal")
    return listing.Wanted(
        state=State(state) if state else None,
        stars=tuple(given.get("stars") or ()),
        product_id=given.get("product_id") or "",
        language=given.get("language") or "",
        signal=Signal(signal).value if signal else "",
        with_photos=bool(given.get("with_photos")),
        unanswered=bool(given.get("unanswered")),
    )


class ReviewsPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    reviews = graphene.List(
        graphene.NonNull(ReviewType), required=True, description="As they are now; none where `errors` say why."
    )
    errors = graphene.List(graphene.NonNull(ReviewError), required=True)


class ReviewPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    review = graphene.Field(ReviewType, description="As it is now; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ReviewError), required=True)


IDS = graphene.List(graphene.NonNull(graphene.ID), required=True, description="At most 100.")


class ReviewsPublish(ReviewsPayload, graphene.Mutation):
    """Show reviews to everybody: all of these or, with an error, none."""

    class Arguments:
        ids = IDS

    @staticmethod
    def mutate(_: object, info: Any, ids: Sequence[str]) -> dict[str, Any]:
        staff = _staff(info)
        return _all(lambda: moderating.publish(staff=staff, review_ids=_rows(ids), now=timezone.now()))


class ReviewsReject(ReviewsPayload, graphene.Mutation):
    """Show reviews to nobody, and say why: all of these or, with an error, none."""

    class Arguments:
        ids = IDS
        reason = ReviewRejectReason(required=True)

    @staticmethod
    def mutate(_: object, info: Any, ids: Sequence[str], reason: RejectReason) -> dict[str, Any]:
        staff = _staff(info)
        return _all(lambda: moderating.reject(staff=staff, review_ids=_rows(ids), reason=reason, now=timezone.now()))


class ReviewsReopen(ReviewsPayload, graphene.Mutation):
    """Take decisions back: the reviews are pending again, all of these or, with an error, none."""

    class Arguments:
        ids = IDS

    @staticmethod
    def mutate(_: object, info: Any, ids: Sequence[str]) -> dict[str, Any]:
        staff = _staff(info)
        return _all(lambda: moderating.reopen(staff=staff, review_ids=_rows(ids), now=timezone.now()))


class ReviewReply(ReviewPayload, graphene.Mutation):
    """Answer a review for everybody to read beside it; an empty text takes the answer away."""

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(required=True, description="Plain text of at most 2,000 characters.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, text: str) -> dict[str, Any]:
        staff = _staff(info)
        return _it(lambda: moderating.reply(staff=staff, review_id=_row(id), said=text, now=timezone.now()))


class ReviewAskAuthor(ReviewPayload, graphene.Mutation):
    """Write to a review's author, once, with the way back to what they wrote."""

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(required=True, description="Plain text of at most 2,000 characters, mailed as it is.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, text: str) -> dict[str, Any]:
        staff = _staff(info)
        return _it(lambda: moderating.ask_author(staff=staff, review_id=_row(id), said=text, now=timezone.now()))


class ReviewFeature(ReviewPayload, graphene.Mutation):
    """Show a sentence of a published review above the others; an empty one takes that back. A product has one."""

    class Arguments:
        id = graphene.ID(required=True)
        quote = graphene.String(required=True, description="A part of title or text, word for word, of at most 300.")

    @staticmethod
    def mutate(_: object, info: Any, id: str, quote: str) -> dict[str, Any]:
        staff = _staff(info)
        return _it(lambda: moderating.feature(staff=staff, review_id=_row(id), quote=quote, now=timezone.now()))


class ReviewPhotoHide(ReviewPayload, graphene.Mutation):
    """Show a picture of a review to nobody, or show it again; the words stand."""

    class Arguments:
        id = graphene.ID(required=True, description="Of the photo.")
        is_hidden = graphene.Boolean(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, is_hidden: bool) -> dict[str, Any]:
        staff, photo = _staff(info), row_number("ReviewPhoto", id)
        hide = moderating.hide_photo
        return _it(lambda: hide(staff=staff, photo_id=photo, is_hidden=is_hidden, now=timezone.now()))


def _row(id: str) -> int | None:
    return row_number("Review", id)


def _rows(ids: Sequence[str]) -> list[int | None]:
    return [_row(id) for id in ids]


def _all(act: Callable[[], list[Review]]) -> dict[str, Any]:
    try:
        return {"reviews": act(), "errors": []}
    except moderating.Refused as refused:
        return {"reviews": [], "errors": [_error(refused)]}


def _it(act: Callable[[], Review]) -> dict[str, Any]:
    try:
        return {"review": act(), "errors": []}
    except moderating.Refused as refused:
        return {"review": None, "errors": [_error(refused)]}


def _error(refused: moderating.Refused) -> dict[str, str]:
    return {"field": refused.field, "message": str(refused), "code": refused.code}


class ReviewMutations:
    reviews_publish = ReviewsPublish.Field()
    reviews_reject = ReviewsReject.Field()
    reviews_reopen = ReviewsReopen.Field()
    review_reply = ReviewReply.Field()
    review_ask_author = ReviewAskAuthor.Field()
    review_feature = ReviewFeature.Field()
    review_photo_hide = ReviewPhotoHide.Field()
