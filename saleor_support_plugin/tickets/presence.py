"""Who is there to work on tickets. Presence is the chat's, which lies above: it says at start how that is known."""

from collections.abc import Callable
from datetime import datetime

from ..stores.models import Store

WhoIsThere = Callable[[Store, datetime], set[str]]
_known_by: list[WhoIsThere] = []


def known_by(read: WhoIsThere) -> None:
    _known_by[:] = [read]


def emails_there(store: Store, now: datetime) -> set[str]:
    """Return the addresses of staff who are ONLINE now."""
    return {email for read in _known_by for email in read(store, now)}
