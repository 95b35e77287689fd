"""Pictures of imported reviews, fetched from where the file says they are."""

import logging
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from ..egress import EgressError
from ..files import actions as files
from ..files.rules import FileRefused
from ..files.storage import OutOfReach
from ..stores.clients import egress
from . import summaries
from .csv_cells import MOST_PICTURES
from .models import Review, ReviewPhoto

log = logging.getLogger(__name__)

FOUND = 200


def fetch(*, review: Review, addresses: Sequence[str], now: datetime) -> int:
    """Take in the pictures at these addresses; return how many. One that cannot be had is left out."""
    kept = [photo for place, at in enumerate(addresses) if (photo := _fetched(review, place, at, now)) is not None]
    if kept:
        summaries.note_photos(review=review, now=now)
    return len(kept)


def _fetched(review: Review, position: int, address: str, now: datetime) -> ReviewPhoto | None:
    try:
        reply = egress().get(address)
        if reply.status != FOUND:
            return None
        file = files.receive(
            store=review.store,
            owner=f"review:{review.pk}",
            most=MOST_PICTURES,
            content=BytesIO(reply.body),
            name=address.rpartition("/")[2],
            now=now,
        )
    except (EgressError, FileRefused, OutOfReach) as error:
        log.info("a picture of an imported review could not be had: %s", error.code)
        return None
    return ReviewPhoto.across_stores.create(
        store=review.store, review=review, file=file, position=position, created_at=now
    )
