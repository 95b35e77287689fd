"""Who may send files: whoever holds a signed word of ours, for one owner, a day and a number of files.

The page that lets somebody add pictures asks for one with each view, so that it outlives no page by much.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from ..stores.models import Store

SALT = "files"
LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Permit:
    store_id: int
    # For what, such as `review_request:12`: who attaches the file says it again.
    owner: str
    # How many files of this owner there may be at once, those that were taken back on the same day among them.
    most: int


def permit(*, store: Store, owner: str, most: int) -> str:
    return signing.dumps([store.pk, owner, most], salt=SALT, compress=False)


def opened(token: str) -> Permit | None:
    """Return what a permit allows; None for one that is not ours, or too old."""
    try:
        store_id, owner, most = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    return Permit(store_id, owner, most)
