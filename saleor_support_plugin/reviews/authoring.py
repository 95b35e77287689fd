"""What the author of reviews does with the link in their mail: the only writes of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.rules import Limit
from ..mails.text import language_of
from ..shop.models import OrderLine
from ..tickets.actions import TooOften
from . import attaching, changes, languages, queries, rules, signals, summaries, tickets_from
from .changes import Kind
from .form import Typed, as_draft
from .models import Review, ReviewRequest, State
from .rules import Fork

# More changes of mind than a person has within an hour; each is kept in the timeline.
EDITS = Limit(20, timedelta(hours=1))


class CannotChange(Exception):
    """There is no such review of theirs, or it has stood for too long to be changed."""

    code = "NOT_FOUND"


def held(request: ReviewRequest) -> ReviewRequest:
    """Lock the request, so that of two tabs the second finds what the first one did."""
    rows = ReviewRequest.across_stores.select_for_update(of=("self",), no_key=True)
    return rows.select_related("store", "order__store").get(pk=request.pk)


@transaction.atomic
def keep_draft(*, request: ReviewRequest, lines: Mapping[str, Typed], author: str, now: datetime) -> None:
    """Keep what was typed so far, for the next time that the link is opened, wherever that is."""
    request = held(request)
    written = _written(request)
    unwritten = {line: typed for line, typed in lines.items() if line not in written}
    kept = {line: as_draft(typed) for line, typed in unwritten.items() if not typed.is_empty}
    request.draft = {"author": author[: rules.MOST_NAME], "lines": kept}
    request.save(update_fields=["draft"])
    before = queries.photos_in_draft(request)
    for line, typed in unwritten.items():
        if typed.photos != before.get(line, ()):
            attaching.keep(request, line, typed, None, now)


def _written(request: ReviewRequest) -> set[str]:
    return set(request.order.reviews.values_list("order_line_id", flat=True))


@transaction.atomic
def answer(*, request: ReviewRequest, lines: Mapping[str, Typed], author: str, now: datetime) -> list[Review]:
    """Keep what a person said about lines of their order, each once; return the reviews that are new.

    `lines` are those that arrived, by their ids, each with stars.
    """
    request = held(request)
    written, arrived = _written(request), queries.arrived(request.order).lines
    fresh = [line for line in arrived if line.saleor_id in lines and line.saleor_id not in written]
    made, shown = _made(request, fresh, lines, author, now), queries.photos_in_draft(request)
    for review in made:
        changes.note(review=review, kind=Kind.WRITTEN, now=now)
        if review.order_line_id in shown or lines[review.order_line_id].photos:
            attaching.keep(request, review.order_line_id, lines[review.order_line_id], review, now)
            review.save(update_fields=["has_photos"])
    tickets_from.follow(reviews=made, now=now)
    _note_answered(request, written | {review.order_line_id for review in made}, arrived, now)
    summaries.keep(store=request.store, product_ids=[review.product_id for review in made], now=now)
    return made


def _made(
    request: ReviewRequest, fresh: list[OrderLine], lines: Mapping[str, Typed], author: str, now: datetime
) -> list[Review]:
    variants = queries.products_of(request.store, fresh)
    reviews = []
    for line in fresh:
        variant = variants.get(line.variant_id)
        review = Review(
            store=request.store,
            order=request.order,
            order_line_id=line.saleor_id,
            product_id=variant.product_id if variant else "",
            variant_id=line.variant_id,
            variant_name=line.variant_name[:250],
            channel_slug=request.order.channel_slug,
            created_at=now,
        )
        _say(review, lines[line.saleor_id], author, language_of(request.order.language_code))
        reviews.append(review)
    return Review.across_stores.bulk_create(reviews)


def _say(review: Review, typed: Typed, author: str, language: str) -> None:
    found = signals.find(typed.title, typed.text, author)
    review.stars, review.title, review.text = typed.stars, typed.title, typed.text
    review.answers, review.author_name = dict(typed.answers), author
    review.language = languages.spoken(f"{typed.title}\n{typed.text}", otherwise=language)
    review.signals, review.concern = found.names, found.concern


def _note_answered(request: ReviewRequest, written: set[str], arrived: list[OrderLine], now: datetime) -> None:
    request.draft = request.draft | {
        "lines": {line: kept for line, kept in request.draft.get("lines", {}).items() if line not in written}
    }
    request.fork = request.fork or Fork.FINE
    if request.answered_at is None and all(line.saleor_id in written for line in arrived):
        request.answered_at = now
    request.save(update_fields=["draft", "fork", "answered_at"])


@transaction.atomic
def edit(*, request: ReviewRequest, line: str, typed: Typed, author: str, now: datetime) -> Review:
    """Change what was said about a line; staff then decide about it anew. Raises CannotChange, TooOften."""
    request = held(request)
    review = _theirs(request, line, now)
    before = _said(review)
    _say(review, typed, author, language_of(request.order.language_code))
    attaching.keep(request, line, typed, review, now)
    if _said(review) == before and review.state != State.WITHDRAWN:
        return review
    review.state, review.reject_reason, review.edited_at = State.PENDING, "", now
    review.save()
    changes.note(review=review, kind=Kind.EDITED, now=now, before=before)
    tickets_from.follow(reviews=[review], now=now)
    summaries.keep(store=request.store, product_ids=[review.product_id], now=now)
    return review


@transaction.atomic
def withdraw(*, request: ReviewRequest, line: str, now: datetime) -> Review:
    """Take a review back: nobody reads it any more. Raises CannotChange, TooOften."""
    review = _theirs(held(request), line, now)
    if review.state == State.WITHDRAWN:
        return review
    before = {"state": review.state}
    review.state, review.reject_reason = State.WITHDRAWN, ""
    review.save(update_fields=["state", "reject_reason"])
    changes.note(review=review, kind=Kind.WITHDRAWN, now=now, before=before)
    summaries.keep(store=request.store, product_ids=[review.product_id], now=now)
    return review


def _theirs(request: ReviewRequest, line: str, now: datetime) -> Review:
    mine = request.order.reviews.filter(order_line_id=line, created_at__gt=now - rules.EDIT_WITHIN)
    review = mine.select_for_update(of=("self",), no_key=True).select_related("store", "order__store").first()
    if review is None:
        raise CannotChange("This review cannot be changed any more.")
    who = f"edits by review request {request.pk}"
    if not conversations.knock(store=request.store, who=who, limit=EDITS, now=now):
        raise TooOften("Those were a lot of changes. Try again in an hour.")
    return review


def _said(review: Review) -> dict[str, Any]:
    """Return what an author can change of a review, as its timeline keeps it."""
    photos = review.photos.order_by("position").values_list("file__token", flat=True)
    texts = {"stars": review.stars, "title": review.title, "text": review.text, "author": review.author_name}
    return texts | {"answers": dict(review.answers), "photos": list(photos)}


def typed_of(review: Review) -> Typed:
    """Return what stands in the fields of a review that is to be changed."""
    photos = list(review.photos.select_related("file").order_by("position"))
    return Typed(
        stars=review.stars,
        title=review.title,
        text=review.text,
        answers=dict(review.answers),
        photos=tuple(photo.file.token for photo in photos),
        may_use=bool(photos) and all(photo.usage_right_at is not None for photo in photos),
    )
