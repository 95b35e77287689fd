"""A review as staff see it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import graphene

from ..connections import Counted, followed, looked_up, related
from ..files import queries as files
from ..files.models import State as FileState
from ..ids import own_id
from ..shop.models import Order, OrderLine
from ..shop.schema import OrderLineType, OrderType
from ..stores.models import Store
from ..stores.queries import configuration
from . import aspects, listing
from .changes import Kind
from .models import Origin, RejectReason, Review, ReviewChange, ReviewPhoto, State
from .signals import Signal

ReviewState = graphene.Enum.from_enum(
    State, name="ReviewState", description=lambda value: value.label if value else "What was decided about a review."
)
ReviewRejectReason = graphene.Enum.from_enum(
    RejectReason,
    name="ReviewRejectReason",
    description=lambda value: value.label if value else "Why a review is not shown; how many stars it gives is none.",
)
ReviewOrigin = graphene.Enum.from_enum(
    Origin, name="ReviewOrigin", description=lambda value: value.label if value else "Where a review is from."
)
ReviewSignal = graphene.Enum.from_enum(
    Signal,
    name="ReviewSignal",
    description=lambda value: None if value else "Why a review is worth a look first; no signal hides anything.",
)
ReviewChangeKind = graphene.Enum.from_enum(
    Kind, name="ReviewChangeKind", description=lambda value: None if value else "What was done to a review."
)
THUMBNAIL, WHOLE = 320, 1600


class ReviewAnswer(graphene.ObjectType):
    """What they chose as the answer to one of the merchant's own questions, in the review's language."""

    question = graphene.String(required=True)
    answer = graphene.String(required=True)


class ReviewPhotoType(graphene.ObjectType):
    class Meta:
        name = "ReviewPhoto"

    id = graphene.ID(required=True)
    thumbnail_url = graphene.String(required=True, description="At most 320 pixels long.")
    url = graphene.String(required=True, description="At most 1,600 pixels long.")
    is_hidden = graphene.Boolean(required=True)
    may_be_used = graphene.Boolean(required=True, description="They agreed that the shop shows it elsewhere.")

    @staticmethod
    def resolve_id(photo: ReviewPhoto, _: object) -> str:
        return own_id("ReviewPhoto", photo.pk)

    @staticmethod
    def resolve_thumbnail_url(photo: ReviewPhoto, _: object) -> str:
        return files.address(photo.file, THUMBNAIL)

    @staticmethod
    def resolve_url(photo: ReviewPhoto, _: object) -> str:
        return files.address(photo.file, WHOLE)

    @staticmethod
    def resolve_may_be_used(photo: ReviewPhoto, _: object) -> bool:
        return photo.usage_right_at is not None


class ReviewBefore(graphene.ObjectType):
    name = graphene.String(required=True)
    value = graphene.String(required=True)


class ReviewChangeType(graphene.ObjectType):
    class Meta:
        name = "ReviewChange"

    kind = graphene.Field(ReviewChangeKind, required=True)
    at = graphene.DateTime(required=True)
    by = graphene.String(description="E-mail of the member of staff; null where the author or the service did it.")
    before = graphene.List(graphene.NonNull(ReviewBefore), required=True, description="What it overwrote.")

    @staticmethod
    def resolve_by(change: ReviewChange, _: object) -> str | None:
        return change.by or None

    @staticmethod
    def resolve_before(change: ReviewChange, _: object) -> list[dict[str, str]]:
        return [{"name": name, "value": str(value)} for name, value in change.before.items() if value not in ("", None)]


class ReviewType(graphene.ObjectType):
    class Meta:
        name = "Review"

    id = graphene.ID(required=True)
    origin = graphene.Field(ReviewOrigin, required=True)
    stars = graphene.Int(required=True, description="From 1 to 5.")
    title = graphene.String(required=True)
    text = graphene.String(required=True, description="Plain text; empty where only stars were given.")
    answers = graphene.List(graphene.NonNull(ReviewAnswer), required=True)
    author_name = graphene.String(required=True, description="As they want to be called; perhaps empty.")
    is_incentivised = graphene.Boolean(required=True, description="They received something for it.")
    language = graphene.String(required=True, description="Two letters: what it is written in.")
    channel = graphene.String(description="Null for an imported one.")
    state = graphene.Field(ReviewState, required=True)
    reject_reason = graphene.Field(ReviewRejectReason, description="Only with REJECTED.")
    signals = graphene.List(graphene.NonNull(ReviewSignal), required=True, description="The worst first.")
    moderated_by = graphene.String(description="E-mail of who decided last.")
    moderated_at = graphene.DateTime()
    reply = graphene.String(description="The shop's public answer.")
    replied_by = graphene.String(description="E-mail; it is shown to nobody but staff.")
    replied_at = graphene.DateTime()
    quote = graphene.String(description="The sentence of it that the shop shows above the others.")
    helpful = graphene.Int(required=True, description="How many found it so.")
    was_asked = graphene.Boolean(required=True, description="Staff have written to its author, which they do once.")
    can_ask = graphene.Boolean(required=True, description="It is known where to write to its author.")
    ticket_id = graphene.ID(description="The ticket that it opened.")
    ticket_number = graphene.Int()
    created_at = graphene.DateTime(required=True)
    edited_at = graphene.DateTime(description="When its author last changed it.")
    product_id = graphene.ID(description="Saleor's id; null where the product was not known.")
    product_name = graphene.String(description="Null where neither order nor shop has the product any more.")
    variant_name = graphene.String(required=True)
    order_line = graphene.Field(OrderLineType, description="Null where Saleor took the line out of the order.")
    order = graphene.Field(OrderType, description="Null for an imported one.")
    photos = graphene.List(graphene.NonNull(ReviewPhotoType), required=True, description="Those that can be shown.")
    changes = graphene.List(graphene.NonNull(ReviewChangeType), required=True, description="The oldest first.")

    @staticmethod
    def resolve_id(review: Review, _: object) -> str:
        return own_id("Review", review.pk)

    @staticmethod
    def resolve_answers(review: Review, info: Any) -> list[dict[str, str]]:
        asked = looked_up(review, "_aspects", partial(_aspects, info.context.staff.store))[review.channel_slug]
        said = aspects.said(review.answers, asked, review.language)
        return [{"question": question, "answer": answer} for question, answer in said]

    @staticmethod
    def resolve_channel(review: Review, _: object) -> str | None:
        return review.channel_slug or None

    @staticmethod
    def resolve_reject_reason(review: Review, _: object) -> str | None:
        return review.reject_reason or None

    @staticmethod
    def resolve_signals(review: Review, _: object) -> list[str]:
        return [name for name in review.signals if name in Signal.__members__]

    @staticmethod
    def resolve_moderated_by(review: Review, _: object) -> str | None:
        return review.moderated_by or None

    @staticmethod
    def resolve_reply(review: Review, _: object) -> str | None:
        return review.reply or None

    @staticmethod
    def resolve_replied_by(review: Review, _: object) -> str | None:
        return review.replied_by or None

    @staticmethod
    def resolve_quote(review: Review, _: object) -> str | None:
        return review.quote or None

    @staticmethod
    def resolve_was_asked(review: Review, _: object) -> bool:
        return any(change.kind == Kind.ASKED_AUTHOR for change in _changes(review))

    @staticmethod
    def resolve_can_ask(review: Review, _: object) -> bool:
        return review.order is not None and bool(review.order.customer_email)

    @staticmethod
    def resolve_ticket_id(review: Review, _: object) -> str | None:
        return own_id("Ticket", review.ticket_id) if review.ticket_id else None

    @staticmethod
    def resolve_ticket_number(review: Review, _: object) -> int | None:
        return review.ticket.number if review.ticket else None

    @staticmethod
    def resolve_product_id(review: Review, _: object) -> str | None:
        return review.product_id or None

    @staticmethod
    def resolve_product_name(review: Review, info: Any) -> str | None:
        line = _line_of(review)
        names = looked_up(review, "_products", partial(_names, info.context.staff.store))
        return line.product_name if line else names.get(review.product_id)

    @staticmethod
    def resolve_order_line(review: Review, _: object) -> OrderLine | None:
        return _line_of(review)

    @staticmethod
    def resolve_order(review: Review, _: object) -> Order | None:
        order: Order | None = followed(review, "order")
        return order

    @staticmethod
    def resolve_photos(review: Review, _: object) -> list[ReviewPhoto]:
        ready = ReviewPhoto.across_stores.filter(file__state=FileState.READY).select_related("file")
        return related(review, "photos", among=ready.order_by("position", "pk"))

    @staticmethod
    def resolve_changes(review: Review, _: object) -> list[ReviewChange]:
        return _changes(review)


class ReviewConnection(Counted):
    class Meta:
        node = ReviewType


def _line_of(review: Review) -> OrderLine | None:
    return listing.line_of(review, related(review, "order", "lines")) if review.order else None


def _changes(review: Review) -> list[ReviewChange]:
    return related(review, "changes", among=ReviewChange.across_stores.order_by("at", "pk"))


def _aspects(store: Store, reviews: Sequence[Review]) -> dict[str, Any]:
    """Return what the merchant asks in each channel of a page's reviews."""
    return {slug: configuration(store, slug).review_aspects for slug in {one.channel_slug for one in reviews}}


def _names(store: Store, reviews: Sequence[Review]) -> dict[str, str]:
    return dict(listing.product_names(store, [one.product_id for one in reviews]))
