"""Photos of a line: held by what is not sent yet, then by its review; and whether the shop may use them elsewhere."""

from datetime import datetime

from ..files import queries as files
from ..files.models import State as FileState
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.senders import shop_name
from ..mails.text import language_of
from ..stores.queries import configuration
from . import queries
from .form import MOST_PHOTOS, Typed
from .models import Review, ReviewPhoto, ReviewRequest


def owner_of(request: ReviewRequest) -> str:
    """Return whose the files are that a request's form sends (files.permits)."""
    return f"review_request:{request.pk}"


def keep(request: ReviewRequest, line: str, typed: Typed, review: Review | None, now: datetime) -> None:
    """Let a line have these photos, in this order: in its review, else in what is not sent yet."""
    known = {photo.file.token: photo for photo in queries.photos_of(request, line, review)}
    uploaded = files.uploaded(store=request.store, owner=owner_of(request), tokens=typed.photos)
    wanted = [file for file in uploaded if file.state != FileState.REFUSED][:MOST_PHOTOS]
    kept = {file.token for file in wanted}
    ReviewPhoto.across_stores.filter(pk__in=[one.pk for token, one in known.items() if token not in kept]).delete()
    for position, file in enumerate(wanted):
        photo = known.get(file.token) or ReviewPhoto(store=request.store, file=file, order_line_id=line, created_at=now)
        photo.position = position
        photo.review, photo.request = (review, None) if review else (None, request)
        _note_right(request, photo, typed.may_use and review is not None, now)
        photo.save()
    if review is not None:
        review.has_photos = review.photos.filter(is_hidden=False).exists()


def _note_right(request: ReviewRequest, photo: ReviewPhoto, may_use: bool, now: datetime) -> None:
    """Remember since when the shop may use a photo elsewhere, and by which words; or that it may not."""
    if may_use and photo.usage_right_at is None:
        photo.usage_right_at, photo.usage_right_text = now, usage_right(request)[:500]
    if not may_use:
        photo.usage_right_at, photo.usage_right_text = None, ""


def usage_right(request: ReviewRequest) -> str:
    """Return the sentence beside the tick that lets the shop use photos, as the author reads it."""
    language = language_of(request.order.language_code)
    shop = shop_name(request.store, configuration(request.store, request.order.channel_slug))
    return phrase(phrases("review_form", language)["usage_right"], {"shop": shop}, language)
