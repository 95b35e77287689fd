"""Tells tickets, which lie below chats, who of the staff is there: whoever takes chats and has a page open."""

from datetime import datetime

from ..chat.queries import there
from ..chat.rules import GONE
from ..stores.models import Store
from ..tickets.presence import known_by


def emails(store: Store, now: datetime) -> set[str]:
    return set(there(store, now - GONE).values_list("email", flat=True))


known_by(emails)
