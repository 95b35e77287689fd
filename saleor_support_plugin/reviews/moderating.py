"""What staff do with reviews: the only writes of theirs. Each is in the review's timeline, with what it overwrote.

A review is named by its id: nothing here can be done to all that have so many stars.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from ..conversations.rules import TextWrong, text
from ..outbox import actions as outbox
from ..people.actions import person_at
from ..people.addresses import is_email
from ..stores.callers import Staff
from . import asking_author, changes, listing, summaries
from .changes import Kind
from .models import RejectReason, Review, ReviewPhoto, State

MOST_AT_ONCE = 100
MOST_REPLY, MOST_QUESTION, MOST_QUOTE = 2000, 2000, 300


class Refused(Exception):
    """It cannot be done; `field` is the input's that is wrong."""

    def __init__(self, field: str, code: str, message: str) -> None:
        super().__init__(message)
        self.field, self.code = field, code


def publish(*, staff: Staff, review_ids: Sequence[int | None], now: datetime) -> list[Review]:
    """Show reviews to everybody; all of them or, where Refused is raised, none."""
    return _decide(staff, review_ids, State.PUBLISHED, "", Kind.PUBLISHED, now)


def reject(*, staff: Staff, review_ids: Sequence[int | None], reason: RejectReason, now: datetime) -> list[Review]:
    """Show reviews to nobody, for a reason that is counted in public. Raises Refused."""
    return _decide(staff, review_ids, State.REJECTED, reason, Kind.REJECTED, now)


def reopen(*, staff: Staff, review_ids: Sequence[int | None], now: datetime) -> list[Review]:
    """Take decisions back: the reviews wait again. Raises Refused."""
    return _decide(staff, review_ids, State.PENDING, "", Kind.REOPENED, now)


@transaction.atomic
def _decide(
    staff: Staff, review_ids: Sequence[int | None], state: State, reason: str, kind: Kind, now: datetime
) -> list[Review]:
    """Decide about reviews; where it was decided so already, who did so first stands."""
    found = _locked(staff, review_ids)
    changed = [one for one in found if (one.state, one.reject_reason) != (state, reason)]
    before = {one.pk: {"state": one.state, "reject_reason": one.reject_reason} for one in changed}
    changes.note_all(reviews=changed, kind=kind, by=staff.email, before=before, now=now)
    for review in changed:
        review.state, review.reject_reason = state, reason
        review.moderated_by, review.moderated_at = staff.email, now
        if review.quote and not _says(review, review.quote):  # its author has written something else since
            _set_quote(review, "", staff, now)
    fields = ["state", "reject_reason", "moderated_by", "moderated_at"]
    Review.across_stores.bulk_update(changed, fields)
    summaries.keep(store=staff.store, product_ids={one.product_id for one in changed}, now=now)
    return found


def _locked(staff: Staff, review_ids: Sequence[int | None]) -> list[Review]:
    """Return these reviews, in this order, each held until the transaction ends."""
    if len(review_ids) > MOST_AT_ONCE:
        raise Refused("ids", "TOO_MANY", f"At most {MOST_AT_ONCE} reviews are decided about at once.")
    rows = listing.seen_by(staff).select_for_update(of=("self",), no_key=True)
    known = {one.pk: one for one in rows.filter(pk__in=[pk for pk in review_ids if pk is not None]).order_by("pk")}
    wanted = list(dict.fromkeys(review_ids))
    if not wanted or any(pk not in known for pk in wanted):
        raise Refused("ids", "NOT_FOUND", "There is no such review.")
    found = [known[pk] for pk in wanted if pk is not None]
    if any(one.state == State.WITHDRAWN for one in found):
        raise Refused("ids", "WITHDRAWN", "Its author took this review back.")
    return found


def _one(staff: Staff, review_id: int | None) -> Review:
    try:
        return _locked(staff, [review_id])[0]
    except Refused as refused:
        raise Refused("id", refused.code, str(refused)) from refused


@transaction.atomic
def reply(*, staff: Staff, review_id: int | None, said: str, now: datetime) -> Review:
    """Answer a review for everybody to read beside it; empty takes the answer away. Raises Refused."""
    review = _one(staff, review_id)
    words = _text("text", said, MOST_REPLY) if said.strip() else ""
    if words == review.reply:
        return review
    replied_at = review.replied_at.isoformat() if review.replied_at else ""
    before = {"reply": review.reply, "replied_by": review.replied_by, "replied_at": replied_at} if review.reply else {}
    kind = Kind.REPLY_REMOVED if not words else Kind.REPLY_EDITED if review.reply else Kind.REPLIED
    values = {"reply": words, "replied_by": staff.email if words else "", "replied_at": now if words else None}
    return _write(review, kind, values, staff, now, before=before)


@transaction.atomic
def ask_author(*, staff: Staff, review_id: int | None, said: str, now: datetime) -> Review:
    """Write to a review's author once, with the way back to what they wrote. Raises Refused."""
    review = _one(staff, review_id)
    question = _text("text", said, MOST_QUESTION)
    if review.order is None or not is_email(review.order.customer_email):
        raise Refused("id", "NO_EMAIL", "Nobody knows where to write to the author of this review.")
    if review.changes.filter(kind=Kind.ASKED_AUTHOR).exists():
        raise Refused("id", "ALREADY_ASKED", "Its author was asked already, and is asked once.")
    order = review.order
    outbox.send(
        store=review.store,
        person=person_at(store=review.store, email=order.customer_email, language=order.language_code, now=now),
        kind=asking_author.KIND,
        purpose="service",
        to=order.customer_email,
        words=asking_author.words(review, order, question, now),
        dedupe_key=f"{asking_author.KIND}:{review.pk}",
        channel=order.channel_slug,
        about=str(review.pk),
        now=now,
    )
    changes.note(review=review, kind=Kind.ASKED_AUTHOR, by=staff.email, before={"question": question}, now=now)
    return review


@transaction.atomic
def feature(*, staff: Staff, review_id: int | None, quote: str, now: datetime) -> Review:
    """Have the shop show a sentence of a published review above the others; empty takes that back. Raises Refused.

    A product has one. It is the author's own words, none left out: else the shop could make them say anything.
    """
    review = _one(staff, review_id)
    words = _text("quote", quote, MOST_QUOTE) if quote.strip() else ""
    if words and review.state != State.PUBLISHED:
        raise Refused("id", "NOT_PUBLISHED", "Only a review that everybody may read is quoted.")
    if words and not _says(review, words):
        raise Refused("quote", "NOT_THEIR_WORDS", "A quote is a part of the title or the text, word for word.")
    if words:
        others = listing.seen_by(staff).filter(product_id=review.product_id, featured_at__isnull=False)
        for other in others.exclude(pk=review.pk).select_for_update(of=("self",), no_key=True):
            _set_quote(other, "", staff, now)
    if words != review.quote:
        _set_quote(review, words, staff, now)
    return review


def _set_quote(review: Review, words: str, staff: Staff, now: datetime) -> None:
    kind = Kind.FEATURED if words else Kind.NOT_FEATURED
    before = {"quote": review.quote} if review.quote else {}
    _write(review, kind, {"quote": words, "featured_at": now if words else None}, staff, now, before=before)


def _says(review: Review, words: str) -> bool:
    return any(" ".join(words.split()) in " ".join(part.split()) for part in (review.title, review.text))


@transaction.atomic
def hide_photo(*, staff: Staff, photo_id: int | None, is_hidden: bool, now: datetime) -> Review:
    """Show a picture of a review to nobody, or show it again; the words stand. Raises Refused."""
    photos: QuerySet[ReviewPhoto] = staff.store.review_photos.filter(pk=photo_id or 0, review__isnull=False)
    photo = photos.first()
    if photo is None:
        raise Refused("id", "NOT_FOUND", "There is no such photo.")
    review = _one(staff, photo.review_id)
    if photos.exclude(is_hidden=is_hidden).update(is_hidden=is_hidden):
        summaries.note_photos(review=review, now=now)
        kind = Kind.PHOTO_HIDDEN if is_hidden else Kind.PHOTO_SHOWN
        changes.note(review=review, kind=kind, by=staff.email, before={"photo": photo.position}, now=now)
    return review


def _write(
    review: Review,
    kind: Kind,
    values: Mapping[str, object],
    staff: Staff,
    now: datetime,
    *,
    before: Mapping[str, object],
) -> Review:
    for name, value in values.items():
        setattr(review, name, value)
    review.save(update_fields=list(values))
    changes.note(review=review, kind=kind, by=staff.email, before=before, now=now)
    return review


def _text(field: str, given: str, most: int) -> str:
    try:
        return text(given, most=most)
    except TextWrong as wrong:
        raise Refused(field, wrong.code, str(wrong)) from wrong
