"""The timeline of a review: every change of it leaves a row, and none is ever changed or taken away."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from ..stores.announcing import announce
from .models import Review, ReviewChange


class Kind(StrEnum):
    WRITTEN = "WRITTEN"
    IMPORTED = "IMPORTED"
    EDITED = "EDITED"
    WITHDRAWN = "WITHDRAWN"
    PUBLISHED = "PUBLISHED"
    REJECTED = "REJECTED"
    REOPENED = "REOPENED"
    REPLIED = "REPLIED"
    REPLY_EDITED = "REPLY_EDITED"
    REPLY_REMOVED = "REPLY_REMOVED"
    ASKED_AUTHOR = "ASKED_AUTHOR"
    TICKET_OPENED = "TICKET_OPENED"
    PHOTO_HIDDEN = "PHOTO_HIDDEN"
    PHOTO_SHOWN = "PHOTO_SHOWN"
    FEATURED = "FEATURED"
    NOT_FEATURED = "NOT_FEATURED"


def note(
    *, review: Review, kind: Kind, now: datetime, by: str = "", before: Mapping[str, object] | None = None
) -> ReviewChange:
    """Remember what was done to a review: `by` is a member of staff's e-mail, `before` what was overwritten."""
    announce(review.store, review.product_id)
    return ReviewChange.across_stores.create(
        store_id=review.store_id, review=review, kind=kind.value, by=by, before=dict(before or {}), at=now
    )


def note_all(
    *,
    reviews: Iterable[Review],
    kind: Kind,
    now: datetime,
    by: str = "",
    before: Mapping[int, Mapping[str, object]] | None = None,
) -> None:
    """Remember the same of many reviews; `before` is by their row's number.

    Whoever calls it counts their products anew, which tells the pages.
    """
    overwritten = before or {}
    ReviewChange.across_stores.bulk_create(
        ReviewChange(
            store_id=one.store_id,
            review=one,
            kind=kind.value,
            by=by,
            before=dict(overwritten.get(one.pk, {})),
            at=now,
        )
        for one in reviews
    )
